/** Runs of so many letters align two texts. */
const RUN = 6;
/** A name, with what belongs to it, has so many letters at most. */
const LONGEST_NAME = 40;
/** So many places where two texts differ tell whether they are of one form: hostile texts have any number. */
const MOST_SLOTS = 200;

/**
 * Whether each of two texts, given by their letters, has a name where the other has another one: the slots of a form. The name
 * comes twice or more in its own text, and nowhere in the other. What one text says in other words comes once, and what one
 * leaves out stands in no place of the other.
 */
export function hasSwappedNames(a: string, b: string): boolean {
  return [...slotsOf(a, b), ...slotsOf(b, a).map(([x, y]) => [y, x] as const)].some(
    ([x, y]) => isOwnName(x, a, b) && isOwnName(y, b, a),
  );
}

/** What stands on either side between two passages that follow one another in both texts. */
function slotsOf(a: string, b: string): (readonly [string, string])[] {
  const places = new Map<string, number[]>();
  for (let i = 0; i + RUN <= a.length; i++) {
    const run = a.slice(i, i + RUN);
    const known = places.get(run);
    if (known === undefined) places.set(run, [i]);
    else known.push(i);
  }
  const slots: (readonly [string, string])[] = [];
  let [endA, endB] = [0, 0];
  for (let i = 0; i + RUN <= b.length && slots.length < MOST_SLOTS; ) {
    const all = places.get(b.slice(i, i + RUN));
    if (all === undefined) {
      i++;
      continue;
    }
    const start = nextPlace(all, endA);
    let length = RUN;
    while (i + length < b.length && b[i + length] === a[start + length]) length++;
    const [inA, inB] = [start - endA, i - endB];
    if (inA > 0 && inB > 0 && Math.max(inA, inB) <= LONGEST_NAME)
      slots.push([a.slice(endA, start), b.slice(endB, i)]);
    [endA, endB] = [start + length, i + length];
    i = endB;
  }
  return slots;
}

/** The first of sorted places from one on, or else the first of all. */
function nextPlace(all: readonly number[], from: number): number {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle] as number) < from) low = middle + 1;
    else high = middle;
  }
  return (all[low] ?? all[0]) as number;
}

const WORD = /[\p{Script=Han}a-z]{2}/iu;
/** 张某某 hides a name that the other text may tell. */
const HIDDEN = '某';

function isOwnName(name: string, own: string, other: string): boolean {
  if (!WORD.test(name) || name.includes(HIDDEN) || other.includes(name)) return false;
  return own.includes(name, own.indexOf(name) + name.length);
}

const BYLINE =
  /记者[\s:：]{0,3}((?:[\p{Script=Han}]{2,4}[\s、,，/]{1,3}){0,5}[\p{Script=Han}]{2,4})\s?[)）\]】]/gu;
/** 中新社北京7月28日电, 央广网消息, 极目新闻记者; not what is cited: 据新华社8月4日报道. */
const HEADING =
  /(?<![据援引])([\p{Script=Han}A-Z]{1,8}(?:社|网|报|新闻|之家))(?!站)(?:客户端)?[\p{Script=Han}\s]{0,6}(?:\d{1,2}\s?月\s?\d{1,2}\s?日)?\s?(?:电|讯|消息|报道|记者)/gu;
const CITED = /[据援引]|^本报$/u;
/** The end of an outlet's name tells which it is, and no word in front of it is taken for a part. */
const OUTLET = 4;

/**
 * Whether two texts are signed, by their reporters (记者 王伟) or in the lead by their outlet (中新社北京7月28日电), and by others:
 * then each tells the event itself, whatever passages both took over.
 */
export function isSignedByOthers(a: Signed, b: Signed): boolean {
  const [left, right] = [signersOf(a), signersOf(b)];
  const isOther = (names: readonly string[], text: string) =>
    names.length > 0 && names.every((name) => !text.includes(name));
  return isOther(left, b.text) && isOther(right, a.text);
}

interface Signed {
  readonly text: string;
  readonly lead: string;
}

function signersOf({ text, lead }: Signed): string[] {
  const reporters = [...text.matchAll(BYLINE)].flatMap(([, names = '']) => names.split(/[\s、,，/]+/u));
  const outlets = [...lead.matchAll(HEADING)].flatMap(([, outlet = '']) =>
    CITED.test(outlet) ? [] : [outlet.slice(-OUTLET)],
  );
  return [...reporters, ...outlets];
}
