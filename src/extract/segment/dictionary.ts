import type { Seeds } from '../../model/seeds.ts';

/** The words that the seeds add to jieba's dictionary: zones of the public lists and known companies, so that they stay whole. */
export function* userWords(seeds: Seeds): Generator<readonly [word: string, tag: string]> {
  for (const { name } of seeds.divisions) if (name.length > 2) yield [name, 'ns'];
  for (const zone of seeds.zones) for (const form of [zone.name, ...zone.aliases]) yield [form, 'nt'];
  for (const word of seeds.words['known-companies'] ?? []) if (word.length > 2) yield [word, 'nt'];
  for (const word of seeds.companies) if (word.length > 2) yield [word, 'nt'];
  for (const list of ['company-morphemes', 'industries'])
    for (const word of seeds.words[list] ?? []) if (word.length > 1 && word.length < 5) yield [word, 'n'];
}
