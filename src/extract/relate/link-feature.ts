import type { EntityType } from '../../model/entity.ts';
import type { FeatureSink, FeatureValue } from '../../model/feature.ts';
import { nameOf } from '../../model/linked.ts';
import type { RelationType } from '../../model/relation.ts';
import { ZONE_SELF } from '../../names/zone.ts';
import type { Hint, LinkedDocument, Placed } from './linked-document.ts';
import { FAR, type Pair } from './pair.ts';

const NEAR_WORDS = 14;
const LAST_WORDS = 4;
/** So many of the first features are told a second time, under the types of the two ends. */
const TOLD_TWICE = 24;

/** A pair of entities as candidates of a relation. */
export interface Described {
  readonly type: RelationType;
  readonly pair: Pair;
  /** The rules that link them. */
  readonly hints: readonly Hint[];
  /** Whether the second is what the article is about. */
  readonly main: boolean;
}

/** Tells the features of pairs of a document; what holds of one mention or sentence is worked out once. */
export function linkDescriber(
  linked: LinkedDocument,
  types: readonly EntityType[],
): (described: Described, features: FeatureSink) => void {
  const near = remember((mention: Placed) =>
    contextOf(linked.text.slice(Math.max(0, mention.start - 12), mention.end + 14)),
  );
  const context = remember((sentence: number) => {
    const { start, end } = linked.document.sentences[sentence] ?? { start: 0, end: 0 };
    return contextOf(linked.text.slice(start, end));
  });
  return ({ type, pair: { a, b, sentences }, hints, main }, features) => {
    const [from, to] = [a.entity, b.entity];
    const ends = endsOf(types[from], types[to]);
    const tell = new Repeated(features);
    tell.one('t', ends);
    tell.one('d', Math.min(4, sentences));
    tell.one('main', main);
    tell.two('main&d', main, Math.min(2, sentences));
    for (const { rule } of hints) tell.one('rule', rule);
    if (hints.length === 0) tell.one('rule', 'none');
    const order = a.start < b.start ? 'ab' : 'ba';
    tell.one('o', order);
    tell.two('o&d', order, Math.min(2, sentences));
    tell.one('ra', a.rule);
    tell.one('na', Math.min(4, linked.mentionsOf(from).length));
    tell.one('nb', Math.min(6, linked.mentionsOf(to).length));
    if (sentences === 0) betweenFeatures(linked, a, b, tell);
    else for (const name of context(a.sentence)) tell.one('ctx', name);
    for (const name of near(a)) tell.one('near', name);
    nameFeatures(linked, from, to, tell);
    rivals(linked, type, a, b, main, tell);
    tell.again(ends);
  };
}

/** What stands between two mentions of one sentence, right before the first and right behind the second. */
function betweenFeatures(linked: LinkedDocument, a: Placed, b: Placed, tell: FeatureSink): void {
  const order = a.start < b.start ? 'ab' : 'ba';
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  const between = { start: first.end, end: Math.max(first.end, second.start) };
  const gap = between.end - between.start;
  tell.two('gap', gap === 0 ? 0 : gap < 4 ? 3 : gap < 10 ? 9 : gap < 25 ? 24 : 99, order);
  tell.one('mid', Math.min(3, linked.count(between, b.type)));
  tell.one('midA', Math.min(3, linked.count(between, a.type)));
  tell.one('commas', Math.min(3, linked.countMarks(',', between)));
  if (linked.countMarks(';', between) + linked.countMarks('。', between) > 0) tell.is('split');
  if (second.start < first.end) tell.is('nested');
  for (const word of linked.wordsIn(between.start, between.end, NEAR_WORDS, LAST_WORDS))
    tell.two('g', word, order);
  for (const word of linked.wordsIn(second.end, second.end + 8, 3, 0)) tell.two('z', word, order);
  for (const word of linked.wordsIn(Math.max(0, first.start - 6), first.start, 0, 2))
    tell.two('y', word, order);
}

const CONTEXT: readonly (readonly [string, RegExp])[] = [
  ['settle', /落户|入驻|进驻|落地|引进|引入|招引|吸引|入园|扎根/u],
  ['build', /建设|开工|建成|投产|封顶|竣工|投用|在建/u],
  ['sign', /签约|签订|签署|协议|合作/u],
  ['visit', /走进|来到|走访|考察|调研|参观/u],
  ['contract', /承建|施工|中标|总包|承办|供应/u],
  ['firms', /企业|公司|龙头/u],
  ['owned', /子公司|旗下|控股|全资|集团|分公司/u],
  ['industry', /产业|行业|领域|赛道|集群/u],
  ['here', new RegExp(`该区|全区|我区|区内|${ZONE_SELF}`, 'u')],
];

function contextOf(text: string): string[] {
  return CONTEXT.flatMap(([name, pattern]) => (pattern.test(text) ? [name] : []));
}

function nameFeatures(linked: LinkedDocument, from: number, to: number, tell: FeatureSink): void {
  const [as, bs] = [linked.formsOf(from), linked.formsOf(to)];
  if (as.some((a) => bs.some((b) => a.startsWith(b)))) tell.is('a^b');
  else if (as.some((a) => bs.some((b) => a.includes(b)))) tell.is('a~b');
  if (bs.some((b) => as.some((a) => b.includes(a)))) tell.is('b~a');
  tell.one('ea', classOf(nameOf(linked.entity(from))));
  tell.one('eb', classOf(nameOf(linked.entity(to))));
}

/** The class word that a longer name ends in; a short name has none. */
function classOf(name: string): string {
  return name.length >= 5 ? name.slice(-2) : '';
}

/** What else competes for the same end: is this the nearest of its type, does another zone stand closer, is it the only one. */
function rivals(
  linked: LinkedDocument,
  type: RelationType,
  a: Placed,
  b: Placed,
  main: boolean,
  tell: FeatureSink,
): void {
  const sentence = linked.sentence(a.start);
  const own = linked.countOf(sentence, b.entity);
  tell.one('others', Math.min(3, linked.count(sentence, b.type) - own));
  tell.one('own', own > 0);
  if (type === 'LOCATED_IN' || type === 'PART_OF') {
    const ends = [a, b].filter((end) => end.type === 'Zone');
    const zones = ends.reduce(
      (left, end) => left - linked.countOf(sentence, end.entity),
      linked.count(sentence, 'Zone'),
    );
    tell.two('zones', Math.min(2, zones), b.type);
    tell.two('hasMain', `${linked.zoneOf(sentence.article) !== undefined}&${b.type}`, main);
  }
  if (linked.lastBefore(a.start, FAR, b.type)?.entity === b.entity) tell.is('last');
}

/** Passes features on, and tells the first of them once more under the types of the two ends: `Com>Zon&d=0`. */
class Repeated implements FeatureSink {
  private readonly sink: FeatureSink;
  private readonly first: (readonly [name: string, a?: FeatureValue, b?: FeatureValue])[] = [];

  constructor(sink: FeatureSink) {
    this.sink = sink;
  }

  is(name: string): void {
    this.sink.is(name);
    if (this.first.length < TOLD_TWICE) this.first.push([name]);
  }

  one(name: string, value: FeatureValue): void {
    this.sink.one(name, value);
    if (this.first.length < TOLD_TWICE) this.first.push([name, value]);
  }

  two(name: string, a: FeatureValue, b: FeatureValue): void {
    this.sink.two(name, a, b);
    if (this.first.length < TOLD_TWICE) this.first.push([name, a, b]);
  }

  again(ends: string): void {
    for (const [name, a, b] of this.first) {
      const under = joined(ends, name);
      if (a === undefined) this.sink.is(under);
      else if (b === undefined) this.sink.one(under, a);
      else this.sink.two(under, a, b);
    }
  }
}

/** The types of two ends, short: `Com>Zon`. */
const endsOf = (from: EntityType | undefined, to: EntityType | undefined): string =>
  ENDS(from ?? '')(to ?? '');
const ENDS = remember((from: string) => remember((to: string) => `${from.slice(0, 3)}>${to.slice(0, 3)}`));

const joined = (ends: string, name: string): string => JOINED(ends)(name);
const JOINED = remember((ends: string) => remember((name: string) => `${ends}&${name}`));

/** A function that works out each value once. */
function remember<K, V>(work: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = work(key);
      known.set(key, value);
    }
    return value;
  };
}
