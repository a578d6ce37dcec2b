import { checkSync } from 'recheck';
import { describe, expect, it } from 'vitest';
import { type Pattern, patternsIn } from '../support/regexps.ts';

/** Milliseconds for a pattern; what the checker has not proved by then is unknown to it. */
const PATIENCE = process.env.YUANTU_TEST_LONG ? 10_000 : 1000;

/** What sees articles, statements, or the net. */
const FOLDERS = [
  'read',
  'clean',
  'segment',
  'recognise',
  'link',
  'relate',
  'resolve',
  'import',
  'export',
  'server',
  'store',
  'model',
];

/** Meets the names of the list of divisions, not articles. */
const OF_SEEDS = 'src/recognise/knowledge.ts';

const show = ({ source, file }: Pattern) => `${file}: /${source.slice(0, 100)}/`;

describe.each(FOLDERS)('the regular expressions of %s', (folder) => {
  const patterns = patternsIn(`src/${folder}`);
  const results = patterns.map((pattern) => ({
    pattern,
    result: checkSync(pattern.source, pattern.flags, { timeout: PATIENCE }),
  }));

  it('are none that takes exponential time', () => {
    const bad = results.flatMap(({ pattern, result }) =>
      pattern.file !== OF_SEEDS && result.status === 'vulnerable' && result.complexity.type === 'exponential'
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
});
