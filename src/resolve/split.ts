import type { Reference } from './reference.ts';
import type { Agreement } from './rules.ts';
import { UnionFind } from './union.ts';

type Part = readonly Reference[];

/** Divides the references of one key into those that are one thing, as far as `agreement` asks for more than the name. */
export function splitReferences(references: Part, agreement: Agreement): Part[] {
  if (agreement === 'name' || references.length === 1) return [references];
  if (agreement === 'mostly') return joinMost(joinShared(references, () => true, ofProvince));
  const parts = joinLevels(joinShared(references));
  if (agreement === 'no-conflict' && !anyConflict(parts)) return [references];
  if (agreement === 'no-other-place' && !anyConflict(parts, isOfPlace)) return [references];
  return joinByTitle(parts);
}

/** Divides what is told of people of one name: one story and one firm, zone or body have one of the name. */
export function splitPeople(references: Part): Part[] {
  return joinShared(references, (token) => dimension(token) !== 'Place');
}

/** The dimension of a context token: `Zone` of `Zone:ID`. */
export function dimension(token: string): string {
  return token.slice(0, token.indexOf(':'));
}

/** A place as its province: what has a name of its own lies in one, whatever city of it an article names. */
function ofProvince(token: string): string {
  return token.startsWith('Place:') ? token.slice(0, 'Place:12'.length) : token;
}

/** So many times the documents of a part tell that what contradicts them is a slip. */
const FAR_MORE = 3;

/** Parts that say nothing, or that few beside many say otherwise, go with the one that most documents tell of. */
function joinMost(parts: readonly Part[]): Part[] {
  const count = (part: Part) => new Set(part.flatMap(({ view }) => view.stories)).size;
  const isPlaced = (part: Part) => part.some(({ context }) => context.length > 0);
  const placed = parts.filter(isPlaced).sort((a, b) => count(b) - count(a));
  const [most = [], ...others] = placed;
  const isPlain = others.every((other) => count(most) > count(other));
  const joined = [...most];
  const apart: Part[] = [];
  for (const other of others)
    if (count(other) * FAR_MORE <= count(most)) joined.push(...other);
    else apart.push(other);
  const open = parts.filter((part) => !isPlaced(part)).flat();
  if (isPlain) joined.push(...open);
  else if (open.length > 0) apart.push(open);
  return [joined, ...apart].filter((part) => part.length > 0);
}

/** References that share a token or a story belong together, and so do those that share one with either. */
function joinShared(
  references: Part,
  ties: (token: string) => boolean = () => true,
  asToken: (token: string) => string = (token) => token,
): Part[] {
  const sets = new UnionFind(references.length);
  const [beside, told] = [new Map<string, number>(), new Map<string, number>()];
  const join = (first: Map<string, number>, token: string, i: number): void => {
    const other = first.get(token);
    if (other === undefined) first.set(token, i);
    else sets.join(i, other);
  };
  references.forEach(({ context, view }, i) => {
    for (const token of context) if (ties(token)) join(beside, asToken(token), i);
    for (const story of view.stories) join(told, story, i);
  });
  return sets.sets(references);
}

/** What lies in 赣江新区 may be what lies in its 经开组团, if nothing of the name lies in another part of it. */
function joinLevels(parts: readonly Part[]): Part[] {
  const holder = new Map<string, number>();
  parts.forEach((part, i) => {
    for (const { context } of part) for (const token of context) holder.set(token, i);
  });
  const upper = parts.map(
    (part, i) =>
      new Set(
        part.flatMap((r) => r.above.flatMap((token) => holder.get(token) ?? [])).filter((j) => j !== i),
      ),
  );
  const lower = new Map<number, number>();
  for (const all of upper) for (const j of all) lower.set(j, (lower.get(j) ?? 0) + 1);
  const sets = new UnionFind(parts.length);
  upper.forEach((all, i) => {
    const [only, ...others] = all;
    if (only !== undefined && others.length === 0 && lower.get(only) === 1) sets.join(i, only);
  });
  return sets.sets(parts).map((set) => set.flat());
}

/** A part without surroundings joins the only one with that shares a title with it: 王伟, 主任 may be 宜春经开区's. */
function joinByTitle(parts: readonly Part[]): Part[] {
  const titles = (part: Part) => new Set(part.flatMap((r) => r.entity.attrs.title ?? []));
  const isPlaced = (part: Part) => part.some((r) => r.context.length > 0);
  const joined = parts.filter(isPlaced).map((part) => [...part]);
  const bearers = new Map<string, Reference[][]>();
  for (const part of joined)
    for (const title of titles(part)) bearers.set(title, [...(bearers.get(title) ?? []), part]);
  for (const part of parts) {
    if (isPlaced(part)) continue;
    const [only, ...others] = new Set([...titles(part)].flatMap((title) => bearers.get(title) ?? []));
    if (only !== undefined && others.length === 0) only.push(...part);
    else joined.push([...part]);
  }
  return joined;
}

function isOfPlace(name: string): boolean {
  return name === 'Place' || name === 'Zone';
}

/** Whether two parts say something of one dimension, and so not the same. */
function anyConflict(parts: readonly Part[], counts: (dimension: string) => boolean = () => true): boolean {
  const seen = new Set<string>();
  for (const part of parts)
    for (const name of new Set(part.flatMap((r) => r.context.map(dimension)).filter(counts))) {
      if (seen.has(name)) return true;
      seen.add(name);
    }
  return false;
}
