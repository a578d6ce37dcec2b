import { readdirSync } from 'node:fs';
import { relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extractorCode, extractorVersion } from '../../src/extract/version.ts';
import type { ReaderKind } from '../../src/model/reader.ts';

describe.each<[ReaderKind, string[]]>([
  ['rules', ['clean', 'segment', 'recognise', 'link', 'relate']],
  ['encoder', ['clean', 'segment', 'encode', 'link', 'relate']],
])('the version of the extractor, with the reader %s', (reader, folders) => {
  const code = extractorCode(reader).map((file) => relative('.', file));

  it('depends on every file of the stages', () => {
    const stages = folders.flatMap((stage) =>
      readdirSync(`src/extract/${stage}`).map((file) => `src/extract/${stage}/${file}`),
    );
    // What declares another's types runs nowhere.
    const run = stages.filter((file) => !file.endsWith('.d.ts'));
    expect(run.filter((file) => !code.includes(file))).toEqual([]);
  });

  it('depends on nothing that comes after', () => {
    expect(
      code.filter((file) => !/^src\/(?:extract|knowledge|names|model|read|package)[/.]/u.test(file)),
    ).toEqual([]);
  });

  it('changes with the names that the user watches', () => {
    const entry = { name: '晨星科技', type: 'Company', aliases: [] } as const;
    expect(extractorVersion({ lexicon: [] }, reader)).not.toBe(
      extractorVersion({ lexicon: [entry] }, reader),
    );
  });
});

describe('the version of the extractor', () => {
  it('changes with the reader', () => {
    expect(extractorVersion({ lexicon: [] }, 'encoder')).not.toBe(extractorVersion({ lexicon: [] }, 'rules'));
  });

  it('does not depend on the encoder where the rules read', () => {
    expect(extractorCode().filter((file) => file.includes('/encode/'))).toEqual([]);
  });
});
