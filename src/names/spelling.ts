import { createRequire } from 'node:module';
import { pinyin } from 'pinyin-pro';
import type { EntityType } from '../model/entity.ts';

type Convert = (text: string) => string;

let convert: Convert | undefined;

/**
 * The form in which names and questions are compared: half-width, lower case, simplified script, no white space, nothing that takes no room.
 *
 * The tables of the scripts are read with the first text that holds a Chinese character.
 * Source: OpenCC tables through opencc-js.
 */
export function toPlainForm(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cf}]+/gu, '');
  if (!/\p{Script=Han}/u.test(plain)) return plain;
  if (!convert) {
    const { Converter } = createRequire(import.meta.url)('opencc-js/t2cn') as {
      Converter: (options: { readonly from: string; readonly to: string }) => Convert;
    };
    convert = Converter({ from: 't', to: 'cn' });
  }
  return convert(plain);
}

/** A name as it is typed on a Latin keyboard: `full` pinyin without tones, `initials`, and where syllables start in `full`. */
export interface Spelling {
  readonly full: string;
  readonly initials: string;
  readonly starts: ReadonlySet<number>;
}

/** The spelling of a name in plain form; a person's first character is read as a surname (单 shan, not dan). */
export function spell(plain: string, isPerson: boolean): Spelling {
  const syllables = pinyin(plain, {
    toneType: 'none',
    type: 'array',
    nonZh: 'consecutive',
    v: true,
    surname: isPerson ? 'head' : 'off',
  });
  const starts = new Set<number>();
  let full = '';
  for (const syllable of syllables) {
    starts.add(full.length);
    full += syllable;
  }
  return { full, initials: syllables.map((syllable) => syllable[0] ?? '').join(''), starts };
}

/** Whether what is of this type has a surname. */
export function isPersonType(type: EntityType | 'Article'): boolean {
  return type === 'Official' || type === 'Executive';
}
