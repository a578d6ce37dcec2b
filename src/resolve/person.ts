import { present } from '../model/assert.ts';
import type { Feature } from '../model/resolution.ts';
import { normaliseForm } from '../names/normalise.ts';
import { isRarePerson } from '../names/person.ts';
import { isCompanyTitle, titlesOf } from '../names/title.ts';
import type { Group } from './group.ts';
import { type DocumentView, findEntity } from './reference.ts';
import { kindOf, type Names } from './rules.ts';
import { counted, type PersonFeature, weigh } from './scoring.ts';

/** Two groups of one name, the features that weigh for and against their being one person, and their sum in log-odds. */
export interface Likeness {
  readonly left: Group;
  readonly right: Group;
  readonly features: readonly Feature[];
  readonly odds: number;
}

export interface Namesakes {
  /** The likeliest pair of every merge, in the order in which they are to be made. */
  readonly merges: readonly Likeness[];
  /** The likeliest pair of any two that stay apart. */
  readonly apart: readonly Likeness[];
  /** How many pairs of groups were compared. */
  readonly compared: number;
}

/** So many groups of a name are all compared with one another; of a name with more, the others with these alone. */
const MOST_COMPARED = 100;

/**
 * Which groups of one name are one person. `sets` are those that are one already, in an order that does not depend on that of
 * the articles.
 *
 * The two sets that are likeliest one are joined, again and again, while more speaks for it than against: the mean of the likeliest
 * pair of them and of all pairs, so that nothing chains past what is plainly another. `isBarred` tells what may not be joined.
 */
export function joinNamesakes(
  sets: readonly (readonly Group[])[],
  names: Names,
  isBarred: (a: Group, b: Group) => boolean,
): Namesakes {
  const compare = comparer(names);
  let compared = 0;
  const all = [...sets].sort((a, b) => documentsOf(b) - documentsOf(a));
  const links = all
    .slice(0, MOST_COMPARED)
    .map((set, i) => ({ size: set.length, to: all.slice(0, i).map((other) => linkOf(set, other)) }));

  function linkOf(a: readonly Group[], b: readonly Group[]): Link {
    const pairs = a.flatMap((x) => b.map((y) => compare(x, y)));
    compared += pairs.length;
    const barred = a.some((x) => b.some((y) => isBarred(x, y)));
    return { best: pairs.reduce(likelier), sum: pairs.reduce((sum, { odds }) => sum + odds, 0), barred };
  }

  const merges: Likeness[] = [];
  for (;;) {
    let found: { readonly i: number; readonly j: number; readonly odds: number } | undefined;
    for (const [i, { size, to }] of links.entries())
      for (const [j, link] of to.entries()) {
        const odds = oddsOf(link, size * present(links[j], 'an earlier set').size);
        if (!link.barred && odds > (found?.odds ?? 0)) found = { i, j, odds };
      }
    if (found === undefined) break;
    const { i, j } = found;
    merges.push(present(links[i]?.to[j], 'a pair of sets').best);
    mergeLinks(links, j, i);
  }
  const core = all.slice(0, MOST_COMPARED).flat();
  for (const set of all.slice(MOST_COMPARED)) {
    const { best, barred } = linkOf(set, core);
    if (!barred && best.odds > 0) merges.push(best);
  }
  const apart = links.flatMap(({ to }) => to.flatMap((link) => (link.barred ? [] : [link.best])));
  return { merges, apart, compared };
}

/** What ties two sets: the likeliest of their pairs, and the sum over all. */
interface Link {
  readonly best: Likeness;
  readonly sum: number;
  readonly barred: boolean;
}

interface Row {
  size: number;
  /** The links to the sets before this one. */
  readonly to: Link[];
}

function oddsOf({ best, sum }: Link, pairs: number): number {
  return (best.odds + sum / pairs) / 2;
}

/** Makes one row of two, the later of which goes. */
function mergeLinks(rows: Row[], earlier: number, later: number): void {
  const link = (a: number, b: number): Link => present(rows[Math.max(a, b)]?.to[Math.min(a, b)], 'a link');
  const put = (a: number, b: number, value: Link): void => {
    present(rows[Math.max(a, b)], 'a row').to[Math.min(a, b)] = value;
  };
  for (const k of rows.keys()) {
    if (k === earlier || k === later) continue;
    const [x, y] = [link(earlier, k), link(later, k)];
    put(earlier, k, {
      best: likelier(x.best, y.best),
      sum: x.sum + y.sum,
      barred: x.barred || y.barred,
    });
  }
  present(rows[earlier], 'a row').size += present(rows[later], 'a row').size;
  rows.splice(later, 1);
  for (const { to } of rows.slice(later)) to.splice(later, 1);
}

function likelier(a: Likeness, b: Likeness): Likeness {
  return b.odds > a.odds ? b : a;
}

function documentsOf(set: readonly Group[]): number {
  return set.reduce((sum, { documents }) => sum + documents.size, 0);
}

/** What the articles of a group say of a person, as far as it tells whether two are one. */
interface Bearer {
  /** Whether few people have the name: others have namesakes in any news. */
  readonly rare: boolean;
  /** Tokens of the bodies of the posts, and of all that these lie in. */
  readonly bodies: ReadonlySet<string>;
  readonly above: ReadonlySet<string>;
  /** Titles one by one, and the pairs of letters of body and title together. */
  readonly titles: ReadonlySet<string>;
  readonly posts: ReadonlySet<string>;
  readonly fields: ReadonlySet<'firm' | 'office'>;
  /** Tokens of whom, what and where the articles name beside. */
  readonly people: ReadonlySet<string>;
  readonly things: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
}

const LONG_TITLE = 4;
const FEWEST_POSTS = 3;

/** Compares groups of one name, each of which is read once. */
export function comparer(names: Names): (a: Group, b: Group) => Likeness {
  const bearers = new Map<Group, Bearer>();
  const named = new Map<DocumentView, ReadonlySet<string>>();
  const bearerOf = (group: Group): Bearer => {
    const known = bearers.get(group);
    if (known !== undefined) return known;
    const bearer = toBearer(group, names, (view) => {
      const tokens = named.get(view) ?? namedIn(view, names);
      named.set(view, tokens);
      return tokens;
    });
    bearers.set(group, bearer);
    return bearer;
  };
  return (left, right) => {
    const features = compareBearers(bearerOf(left), bearerOf(right));
    return { left, right, features, odds: features.reduce((sum, { score }) => sum + score, 0) };
  };
}

function compareBearers(a: Bearer, b: Bearer): Feature[] {
  const body = shared(a.bodies, b.bodies);
  const isWithin = shared(a.bodies, b.above).length + shared(b.bodies, a.above).length > 0;
  const titles = shared(a.titles, b.titles);
  const fewest = Math.min(a.posts.size, b.posts.size);
  const posts = fewest < FEWEST_POSTS ? [] : shared(a.posts, b.posts);
  const isOtherField = a.fields.size + b.fields.size === 2 && shared(a.fields, b.fields).length === 0;
  const isOtherBody = a.bodies.size * b.bodies.size > 0 && body.length === 0 && !isWithin;
  const is = (name: PersonFeature, holds: boolean, detail = '') => ({ name, value: holds ? 1 : 0, detail });
  const count = (name: PersonFeature, all: readonly string[]) => ({
    name,
    value: counted(all.length),
    detail: told(all),
  });
  const rare = a.rare && b.rare;
  return weigh([
    is(rare ? 'rare-name' : 'common-name', true),
    is('same-body', body.length > 0, told(body)),
    is('same-title', titles.length > 0, told(titles)),
    is(
      'long-title',
      titles.some((title) => title.length >= LONG_TITLE),
      told(titles),
    ),
    { name: 'posts-alike', value: posts.length / Math.max(fewest, 1), detail: told(posts) },
    count('people-beside', shared(a.people, b.people)),
    count('things-beside', shared(a.things, b.things)),
    count('places-beside', shared(a.places, b.places)),
    is('other-field', isOtherField, [...a.fields, ...b.fields].join(' ')),
    is('other-body', isOtherBody, told([...a.bodies, ...b.bodies])),
  ]);
}

function shared<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): T[] {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  return [...few].filter((one) => many.has(one));
}

// A reason names so many: more say no more.
const TOLD = 5;

function told(all: readonly string[]): string {
  return [...all].sort().slice(0, TOLD).join(' ');
}

function toBearer(
  { key, references }: Group,
  names: Names,
  named: (view: DocumentView) => ReadonlySet<string>,
): Bearer {
  const bodies = new Set<string>();
  const above = new Set<string>();
  const titles = new Set<string>();
  const posts = new Set<string>();
  const beside = new Set<string>();
  for (const { view, entity, context, above: ups } of references) {
    for (const token of context) {
      bodies.add(token);
      for (const { code } of divisionsOf(token, names)) above.add(`Place:${code}`);
    }
    for (const token of ups) above.add(token);
    for (const token of named(view)) beside.add(token);
    const held = view.extraction.relations
      .filter(({ from, type }) => from === entity.id && type === 'HOLDS_POST')
      .map(({ to, attrs }) => [findEntity(view, to)?.name ?? '', attrs.title ?? ''] as const);
    for (const [body, title] of [...held, ['', entity.attrs.title ?? ''] as const])
      for (const one of titlesOf(title)) {
        titles.add(one);
        const post = normaliseForm(body) + one;
        for (let i = 0; i + 2 <= post.length; i++) posts.add(post.slice(i, i + 2));
      }
  }
  beside.delete(`Person:${key}`);
  const of = (pattern: RegExp) => new Set([...beside].filter((token) => pattern.test(token)));
  return {
    rare: isRarePerson(key),
    bodies,
    above,
    titles,
    posts,
    fields: new Set([...titles].map((title) => (isCompanyTitle(title) ? 'firm' : 'office'))),
    people: of(/^Person:/u),
    things: of(/^(?:Company|Zone|Organization|Project):/u),
    places: of(/^Place:/u),
  };
}

function divisionsOf(token: string, { divisions }: Names) {
  return token.startsWith('Place:') ? divisions.chain(token.slice('Place:'.length)) : [];
}

/** Tokens of what a document names, by kind and form; of a place, and of all that it lies in, the divisions. */
function namedIn(view: DocumentView, names: Names): ReadonlySet<string> {
  const found = new Set<string>();
  for (const entity of view.extraction.entities) {
    const kind = kindOf(entity.type);
    const division = view.divisions.get(entity.id);
    if (division !== undefined)
      for (const { code } of names.divisions.chain(division.code)) found.add(`Place:${code}`);
    else for (const form of [entity.name, ...entity.aliases]) found.add(`${kind}:${names.key(kind, form)}`);
  }
  return found;
}
