import { checkSync } from 'recheck';
import { describe, expect, it } from 'vitest';
import { isBounded, type Pattern, patternsIn } from '../support/regexps.ts';
import { startWatchdog } from '../support/watchdog.ts';

/** Milliseconds for a pattern; what the checker has not proved by then is unknown to it. */
const PATIENCE = process.env.YUANTU_TEST_LONG ? 10_000 : 1000;

/** What sees articles, statements, or the net. */
const FOLDERS = ['read', 'names', 'extract', 'resolve', 'exchange', 'answer', 'server', 'store', 'model'];

/** What sees nothing but articles, of any length. */
const OF_ARTICLES = ['read', 'names', 'extract', 'model'];

const beat = startWatchdog();

const show = ({ source, file }: Pattern) => `${file}: /${source.slice(0, 100)}/`;

describe.each(FOLDERS)('the regular expressions of %s', (folder) => {
  const patterns = patternsIn(`src/${folder}`);
  const results = patterns.map((pattern) => ({
    pattern,
    result: checkSync(pattern.source, pattern.flags, { timeout: PATIENCE }),
  }));

  it('are none that takes exponential time', () => {
    const bad = results.flatMap(({ pattern, result }) =>
      result.status === 'vulnerable' && result.complexity.type === 'exponential'
        ? [`${show(pattern)} on ${result.attack.pattern}`]
        : [],
    );
    expect(bad).toEqual([]);
  });

  // Files of any length meet these.
  if (folder === 'import')
    it('are all linear', () => {
      const bad = results.filter(({ result }) => result.status !== 'safe');
      expect(bad.map(({ pattern }) => show(pattern))).toEqual([]);
    });

  if (OF_ARTICLES.includes(folder))
    it('are linear, or match no more than a stated number of units', () => {
      const open = results.filter(({ result }) => result.status !== 'safe');
      const bad = open.filter(({ pattern }) => !isBounded(pattern.source));
      expect(bad.map(({ pattern }) => show(pattern))).toEqual([]);
      // Given time, the checker takes a counted repeat that goes on for long for one without end: its own attack is run too.
      for (const { pattern, result } of open)
        pump(pattern, result.status === 'vulnerable' ? [result.attack.string] : []);
    });
});

/** Runs a pattern over long texts of its own characters, alone and in pairs: a watchdog ends what does not come to an end. */
function pump({ source, flags, file }: Pattern, attacks: readonly string[] = []): void {
  const pattern = new RegExp(source, flags.includes('g') ? flags : `${flags}g`);
  for (const attack of attacks) {
    beat(`${file} ${attack.slice(0, 40)}`);
    for (const _ of attack.matchAll(pattern));
  }
  const letters = [...new Set(source.match(/\p{Script=Han}|\d| |[,:、(]/gu) ?? [])].slice(0, 40);
  for (const [i, letter] of letters.entries()) {
    beat(`${file} ${letter}`);
    for (const text of [letter, letter + (letters[i + 1] ?? '')])
      for (const _ of text.repeat(20_000).matchAll(pattern));
  }
}
