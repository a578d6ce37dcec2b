import { checkSync } from 'recheck';
import { describe, expect, it } from 'vitest';
import { inLongRun } from '../support/long.ts';
import { isBounded, type Pattern, patternsIn } from '../support/regexps.ts';
import { startWatchdog } from '../support/watchdog.ts';

/** Milliseconds for a pattern; what the checker has not proved by then is unknown to it. */
const PATIENCE = inLongRun(60_000, 1000);

const beat = startWatchdog();

/** A pattern that is not bounded has to be proved, for which it gets more time, since a busy machine gives less of it. */
function check({ source, flags, file }: Pattern) {
  beat(`${file} ${source.slice(0, 40)}`);
  const result = checkSync(source, flags, { timeout: PATIENCE });
  return result.status === 'unknown' && !isBounded(source)
    ? checkSync(source, flags, { timeout: 20 * PATIENCE })
    : result;
}

/** What sees articles, statements, or the net. */
const FOLDERS = ['read', 'names', 'extract', 'resolve', 'exchange', 'answer', 'server', 'store', 'model'];

/** What sees nothing but articles, of any length. */
const OF_ARTICLES = ['read', 'names', 'extract', 'model'];

const show = ({ source, file }: Pattern) => `${file}: /${source.slice(0, 100)}/`;

describe.each(FOLDERS)('the regular expressions of %s', (folder) => {
  const patterns = patternsIn(`src/${folder}`);
  const results = patterns.map((pattern) => ({ pattern, result: check(pattern) }));

  it('are none that takes exponential time', () => {
    const bad: string[] = [];
    for (const { pattern, result } of results) {
      if (result.status !== 'vulnerable' || result.complexity.type !== 'exponential') continue;
      // What the checker found by trial and not by proof depends on the time that it had: its attack is run, and has to end.
      if (result.complexity.isFuzz) run(pattern, [result.attack.string]);
      else bad.push(`${show(pattern)} on ${result.attack.pattern}`);
    }
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

/** Runs a pattern over long texts of its own characters, alone and in pairs, and over the checker's own attacks. */
function pump(pattern: Pattern, attacks: readonly string[]): void {
  const letters = [...new Set(pattern.source.match(/\p{Script=Han}|\d| |[,:、(]/gu) ?? [])].slice(0, 40);
  const pairs = letters.map((letter, i) => letter + (letters[i + 1] ?? ''));
  run(pattern, [...attacks, ...[...letters, ...pairs].map((text) => text.repeat(20_000))]);
}

/** Runs a pattern over texts: a watchdog ends what does not come to an end. */
function run({ source, flags, file }: Pattern, texts: readonly string[]): void {
  const pattern = new RegExp(source, flags.includes('g') ? flags : `${flags}g`);
  for (const text of texts) {
    beat(`${file} ${text.slice(0, 40)}`);
    for (const _ of text.matchAll(pattern));
  }
}
