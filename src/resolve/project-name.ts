import { normaliseForm } from '../names/normalise.ts';
import { bareProject, isNamedWork, namesInBrackets, withoutLine } from '../names/project.ts';
import type { Divisions } from './divisions.ts';
import type { FirmWords } from './firm-words.ts';
import { shortLines } from './line-name.ts';
import { isMadeOf } from './made-of.ts';
import { nearKey } from './near-name.ts';

/** A project's name of so many letters says which it is, as far as its place agrees. */
export const TELLING_PROJECT = 8;
/** One of fewer may be anyone's, but a line that is named after its ends is one: 云松高铁, not 黄河大桥. */
export const SHORT_PROJECT = 6;
/** What follows the first end of a line, and what stands before the second. */
const LINE_GOES_ON = /^(?:[—–~至到送-]|铁路|高铁|高速|公路)/u;
const LINE_ENDS = /[—–~至到送-]$/u;
/** The full name of a builder in front. */
const LEGAL_BUILDER = /^[\p{Script=Han}()]{3,24}?有限公司/u;
/** The name of a builder in front of a place has so many letters at most. */
const LONGEST_BUILDER = 8;

/**
 * Further names of a project: either of two with one in brackets; without the builder, the country or the place in front; a
 * bridge without its line; a line by the first letters of its ends; and what it has in common with a name that says a word more.
 */
export function projectNames(
  form: string,
  beside: ReadonlySet<string>,
  words: FirmWords,
  divisions: Divisions,
): string[] {
  const names = [form, ...namesInBrackets(form)];
  const unbuilt = names.flatMap((one) => listOf(withoutBuilder(one, beside, words, divisions)));
  const plain = [...names, ...unbuilt].flatMap((one) => [
    ...listOf(withoutPlace(one, divisions)),
    ...listOf(withoutCountry(one, words)),
    ...listOf(withoutLine(one)),
  ]);
  const all = [...names, ...unbuilt, ...plain];
  return [
    ...all.slice(1),
    ...all.flatMap(shortLines),
    ...all.flatMap((one) => listOf(nearKey(bareProject(one)))),
  ];
}

/** Whether what is left of a project's name says which it is. */
function isTelling(rest: string): boolean {
  return bareProject(rest).length >= TELLING_PROJECT || isNamedWork(rest);
}

function withoutPlace(form: string, divisions: Divisions): string | undefined {
  const folded = normaliseForm(form);
  const { end } = divisions.prefix(folded);
  const rest = folded.slice(end);
  return end > 0 && isTelling(rest) && !LINE_GOES_ON.test(rest) ? rest : undefined;
}

function withoutCountry(form: string, { countries }: FirmWords): string | undefined {
  const folded = normaliseForm(form);
  const length = [5, 4, 3, 2].find((one) => countries.has(folded.slice(0, one)));
  const rest = folded.slice(length ?? 0);
  return length !== undefined && isTelling(rest) && !LINE_GOES_ON.test(rest) ? rest : undefined;
}

/**
 * A project's name without the firm in front that its article names, or that stands before a place, where what is left says
 * enough.
 */
function withoutBuilder(
  form: string,
  firms: ReadonlySet<string>,
  words: FirmWords,
  divisions: Divisions,
): string | undefined {
  const folded = normaliseForm(form);
  for (let end = folded.length - TELLING_PROJECT; end >= 2; end--)
    if (firms.has(folded.slice(0, end))) {
      const rest = folded.slice(end);
      return bareProject(rest).length >= TELLING_PROJECT ? rest : undefined;
    }
  const legal = LEGAL_BUILDER.exec(folded)?.[0] ?? '';
  if (legal !== '' && bareProject(folded.slice(legal.length)).length >= SHORT_PROJECT)
    return folded.slice(legal.length);
  for (let at = 2; at <= LONGEST_BUILDER && at + TELLING_PROJECT < folded.length; at++)
    if (divisions.prefix(folded.slice(at)).end > 0) {
      const front = folded.slice(0, at);
      const isLine = LINE_ENDS.test(front) || divisions.prefix(front).end > 0;
      return isLine || isMadeOf(front, words.common) ? undefined : folded.slice(at);
    }
  return undefined;
}

/** A name as a list; of none the empty list. */
function listOf(name: string | undefined): string[] {
  return name === undefined ? [] : [name];
}
