import { bareCompany, isFullCompany } from '../names/company.ts';
import { normaliseForm } from '../names/normalise.ts';
import type { Divisions } from './divisions.ts';
import { knownStart, SHARES } from './firm-key.ts';
import type { FirmWords } from './firm-words.ts';
import { isMadeOf } from './made-of.ts';

const SHORTEST = 3;

/**
 * The short name that the public lists have for a firm by its full one, as they say or by its words: 北京金隅集团股份有限公司 is 金隅集团, and
 * 奇瑞汽车股份有限公司 is 奇瑞, for no other 股份有限公司 of its trade is called so.
 */
export function listedName(form: string, words: FirmWords, divisions: Divisions): string | undefined {
  const { known, listed, shortOf, trades } = words;
  const bare = bareCompany(form);
  const isShares = SHARES.test(normaliseForm(form));
  const short = shortOf.get(bare);
  // 晨星汽车集团有限公司 is another firm than 晨星汽车集团股份有限公司.
  if (short !== undefined && short !== bare && (isShares || !isFullCompany(form))) return short;
  // 东风汽车股份有限公司 is listed by that name, and no other name of 东风.
  if (!isShares || short === bare) return undefined;
  const placed = bare.slice(divisions.prefix(bare).end);
  if (placed !== bare && placed.length >= SHORTEST && listed.has(placed)) return placed;
  const [name, rest] = knownStart(bare, known);
  return name !== '' &&
    !INSURER.test(rest) &&
    (trades.has(rest) || (listed.has(name) && isMadeOf(rest, trades)))
    ? name
    : listedByLetters(bare, placed, words);
}

/**
 * The only short name on the exchanges' lists of which all letters stand in a firm's name in their order, beginning where that
 * begins, its place aside, what is left out being trades: 荣信文化 of 荣信教育文化产业发展股份有限公司. Of the firms that the lists have with
 * both names, 1,399 of 2,200 have such a one, and it is another's of 11.
 */
function listedByLetters(bare: string, placed: string, words: FirmWords): string | undefined {
  const found = new Set<string>();
  for (const name of [bare, placed])
    for (const short of words.listedBy.get(name.slice(0, 2)) ?? [])
      if (mayBeShort(short, name, words)) found.add(short);
  const [only, ...others] = found;
  return others.length === 0 ? only : undefined;
}

function mayBeShort(short: string, name: string, { trades }: FirmWords): boolean {
  // 晨星动力科技股份有限公司 is one of the firms of 晨星.
  if (name.startsWith(short)) return name === short || trades.has(name.slice(short.length));
  return leftOut(short, name)?.every((one) => isMadeOf(one, trades)) ?? false;
}

/** What a name has between the letters of a shorter one; undefined where it has not all of them in their order. */
function leftOut(short: string, name: string): string[] | undefined {
  const pieces = [''];
  let at = 0;
  for (const letter of name)
    if (letter === short[at]) {
      at++;
      pieces.push('');
    } else pieces.push(`${pieces.pop()}${letter}`);
  return at === short.length ? pieces : undefined;
}

/** A house has an insurer of its own for each of these: 中国晨星财产保险 is none of the names of 中国晨星. */
export const INSURER = /^(?:财产|人寿|养老|健康|信用)保险/u;
