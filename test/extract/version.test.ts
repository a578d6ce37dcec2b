import { readdirSync } from 'node:fs';
import { relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extractorCode, extractorVersion } from '../../src/extract/version.ts';

describe('the version of the extractor', () => {
  const code = extractorCode().map((file) => relative('.', file));

  it.each(['clean', 'segment', 'encode', 'link', 'relate'])('depends on every file of %s', (stage) => {
    // What declares another's types runs nowhere.
    const files = readdirSync(`src/extract/${stage}`).filter((file) => !file.endsWith('.d.ts'));
    expect(files.filter((file) => !code.includes(`src/extract/${stage}/${file}`))).toEqual([]);
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
