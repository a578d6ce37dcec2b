import { readdirSync } from 'node:fs';
import { relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extractorCode, extractorVersion } from '../../src/extract/version.ts';

describe('the version of the extractor', () => {
  const code = extractorCode().map((file) => relative('.', file));

  it('depends on every file of the stages', () => {
    const stages = ['clean', 'segment', 'recognise', 'link', 'relate'].flatMap((stage) =>
      readdirSync(`src/extract/${stage}`).map((file) => `src/extract/${stage}/${file}`),
    );
    expect(stages.filter((file) => !code.includes(file))).toEqual([]);
  });

  it('depends on nothing that comes after', () => {
    expect(
      code.filter((file) => !/^src\/(?:extract|knowledge|names|model|read|package)[/.]/u.test(file)),
    ).toEqual([]);
  });

  it('changes with the names that the user watches', () => {
    const entry = { name: '晨星科技', type: 'Company', aliases: [] } as const;
    expect(extractorVersion({ lexicon: [] })).not.toBe(extractorVersion({ lexicon: [entry] }));
  });
});
