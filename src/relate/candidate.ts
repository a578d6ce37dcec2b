import type { EntityType } from '../model/entity.ts';
import type { LinkedEntity } from '../model/linked.ts';
import { RELATION_ENDS, type RelationType } from '../model/relation.ts';
import { commonWord, type Span } from '../model/span.ts';
import { cover, type Hint, type Link, type Placed, type Scene } from './scene.ts';

/** The relations that the model judges; posts are settled by their rules. */
export const JUDGED_RELATIONS: readonly RelationType[] = [
  'LOCATED_IN',
  'PART_OF',
  'INVESTS_IN',
  'SUBSIDIARY_OF',
  'PARTNERS_WITH',
  'IN_INDUSTRY',
];

/** A link that may hold, with what speaks for and against it. */
export interface LinkCandidate extends Hint {
  readonly features: readonly string[];
}

/** Two mentions further apart than so many sentences say nothing of each other. */
const FAR = 3;
const NEAR_WORDS = 14;

/** Every pair of entities that a relation may join and that stands close, is what its article is about, or that a rule has linked. */
export function findLinkCandidates(
  scene: Scene,
  types: readonly EntityType[],
  ruled: readonly Hint[],
): LinkCandidate[] {
  const rules = new Map<string, Hint[]>();
  for (const link of ruled) {
    const key = keyOf(link);
    rules.set(key, [...(rules.get(key) ?? []), link]);
  }
  const candidates: LinkCandidate[] = [];
  const places = types.map((_, i) => scene.placed.filter((m) => m.entity === i));
  for (const type of JUDGED_RELATIONS) {
    for (let from = 0; from < types.length; from++) {
      for (let to = 0; to < types.length; to++) {
        if (from === to || !joins(type, types[from], types[to])) continue;
        if (type === 'PARTNERS_WITH' && from > to) continue;
        if (type === 'PART_OF' && !mayHold(scene.entities[to], scene.entities[from])) continue;
        const linked = rules.get(keyOf({ from, type, to })) ?? [];
        const pair = closest(scene, places[from] ?? [], places[to] ?? []);
        if (!pair) continue;
        const main = isMain(scene, to, pair.a);
        const far = pair.sentences > FAR && !main;
        if (linked.length === 0 && far && !(type === 'PART_OF' && belongs(scene, from, to))) continue;
        const span = linked[0]?.span ?? evidence(scene, pair);
        const rule = linked[0]?.rule ?? `${type.toLowerCase().replace('_', '-')}/learnt`;
        candidates.push({
          from,
          type,
          to,
          span,
          rule,
          features: describe(scene, type, from, to, types, pair, linked, main),
        });
      }
    }
  }
  return candidates;
}

function keyOf({ from, type, to }: Pick<Link, 'from' | 'type' | 'to'>): string {
  return type === 'PARTNERS_WITH' && from > to ? `${to} ${type} ${from}` : `${from} ${type} ${to}`;
}

function joins(type: RelationType, from: EntityType | undefined, to: EntityType | undefined): boolean {
  return (
    from !== undefined &&
    to !== undefined &&
    RELATION_ENDS[type].some((row) => row.from.includes(from) && row.to.includes(to))
  );
}

/** How large zones are by the class word of their names: a pilot zone, a new area, a development zone or one of its parts, a park. */
const SIZES: readonly RegExp[] = [
  /(?:试验区|自贸区|自由贸易港)$/u,
  /新区$/u,
  /(?:开发区|高新区|经开区|保税区|综保区|示范区|合作区|高新园区|组团|片区)$/u,
];

/** Whether the name of one entity begins with that of another. */
export function isHeaded(scene: Scene, named: number, head: number): boolean {
  const heads = scene.entities[head]?.forms ?? [];
  const forms = scene.entities[named]?.forms ?? [];
  return forms.some((form) => heads.some((name) => form.startsWith(name) && form.length > name.length + 1));
}

/** Whether a zone is by its class a part of something: a 组团. */
export function isPart(scene: Scene, zone: number): boolean {
  return scene.entities[zone]?.forms.some((form) => form.endsWith('组团')) === true;
}

/** Whether a zone may be part of another however far apart the two are named. */
function belongs(scene: Scene, from: number, to: number): boolean {
  return isHeaded(scene, from, to) || isPart(scene, from);
}

/** Whether a zone may be part of another by their sizes: never a larger in a smaller one, nor one 组团 in another. */
function mayHold(outer: LinkedEntity | undefined, inner: LinkedEntity | undefined): boolean {
  const size = ({ forms }: LinkedEntity): number => {
    const rank = SIZES.findIndex((pattern) => forms.some((form) => pattern.test(form)));
    return rank < 0 ? SIZES.length : rank;
  };
  if (!outer || !inner) return false;
  const sister = [outer, inner].every(({ forms }) => forms.some((form) => form.endsWith('组团')));
  return size(outer) <= size(inner) && !sister;
}

interface Pair {
  readonly a: Placed;
  readonly b: Placed;
  /** Sentences between them: 0 in the same one. */
  readonly sentences: number;
}

function closest(scene: Scene, as: readonly Placed[], bs: readonly Placed[]): Pair | undefined {
  let best: Pair | undefined;
  let bestGap = Number.POSITIVE_INFINITY;
  for (const a of as.slice(0, 40)) {
    for (const b of bs.slice(0, 40)) {
      const sentences = Math.abs(scene.sentence(a.start).index - scene.sentence(b.start).index);
      const gap =
        sentences * 1000 + (a.start < b.start ? Math.max(0, b.start - a.end) : Math.max(0, a.start - b.end));
      if (gap < bestGap) {
        bestGap = gap;
        best = { a, b, sentences };
      }
    }
  }
  return best;
}

function isMain(scene: Scene, entity: number, near: Placed): boolean {
  const { article } = scene.sentence(near.start);
  return scene.zoneOf(article) === entity || scene.placeOf(article) === entity;
}

/** The sentence of the pair, or the run of sentences from one to the other; where they stand far apart, the sentence of the first. */
function evidence(scene: Scene, { a, b, sentences }: Pair): Span {
  const first = scene.sentence(a.start);
  const { start, end } = sentences <= FAR ? cover(first, scene.sentence(b.start)) : first;
  return { start, end };
}

function describe(
  scene: Scene,
  type: RelationType,
  from: number,
  to: number,
  types: readonly EntityType[],
  { a, b, sentences }: Pair,
  linked: readonly Hint[],
  main: boolean,
): string[] {
  const { text } = scene;
  const ends = `${types[from]?.slice(0, 3)}>${types[to]?.slice(0, 3)}`;
  const list: string[] = [
    `t=${ends}`,
    `d=${Math.min(4, sentences)}`,
    `main=${main}`,
    `main&d=${main}&${Math.min(2, sentences)}`,
  ];
  for (const { rule } of linked) list.push(`rule=${rule}`);
  if (linked.length === 0) list.push('rule=none');
  const order = a.start < b.start ? 'ab' : 'ba';
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  list.push(
    `o=${order}`,
    `o&d=${order}&${Math.min(2, sentences)}`,
    `ra=${a.rule}`,
    `na=${Math.min(4, scene.entities[from]?.mentions.length ?? 0)}`,
  );
  list.push(`nb=${Math.min(6, scene.entities[to]?.mentions.length ?? 0)}`);
  if (sentences === 0) {
    const gap = text.slice(first.end, second.start);
    const between = scene.within({ start: first.end, end: second.start });
    list.push(
      `gap=${gap.length === 0 ? 0 : gap.length < 4 ? 3 : gap.length < 10 ? 9 : gap.length < 25 ? 24 : 99}&${order}`,
    );
    list.push(
      `mid=${Math.min(3, between.filter((m) => m.type === b.type).length)}`,
      `midA=${Math.min(3, between.filter((m) => m.type === a.type).length)}`,
    );
    list.push(`commas=${Math.min(3, gap.split(',').length - 1)}`);
    if (/[;。]/u.test(gap)) list.push('split');
    if (second.start < first.end) list.push('nested');
    const words = wordsIn(scene, first.end, second.start);
    const told = words.length > NEAR_WORDS ? [...words.slice(0, NEAR_WORDS), ...words.slice(-4)] : words;
    const after = wordsIn(scene, second.end, second.end + 8).slice(0, 3);
    const before = wordsIn(scene, Math.max(0, first.start - 6), first.start).slice(-2);
    for (const word of told) list.push(`g=${word}&${order}`);
    for (const word of after) list.push(`z=${word}&${order}`);
    for (const word of before) list.push(`y=${word}&${order}`);
  } else {
    const sentence = scene.sentence(a.start);
    for (const [name, pattern] of CONTEXT)
      if (pattern.test(text.slice(sentence.start, sentence.end))) list.push(`ctx=${name}`);
  }
  const near = text.slice(Math.max(0, a.start - 12), a.end + 14);
  for (const [name, pattern] of CONTEXT) if (pattern.test(near)) list.push(`near=${name}`);
  list.push(...nameFeatures(scene, from, to));
  list.push(...rivals(scene, type, a, b, to, main));
  return list.concat(list.slice(0, 24).map((feature) => `${ends}&${feature}`));
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
  ['here', /该区|全区|我区|园区|区内|开发区|高新区|经开区/u],
];

function wordsIn(scene: Scene, start: number, end: number): string[] {
  return scene
    .tokensIn(start, end)
    .filter((token) => /[\p{L}、,(]/u.test(token.text))
    .map(commonWord);
}

function nameFeatures(scene: Scene, from: number, to: number): string[] {
  const [as, bs] = [scene.entities[from]?.forms ?? [], scene.entities[to]?.forms ?? []];
  const list: string[] = [];
  if (as.some((a) => bs.some((b) => a.startsWith(b)))) list.push('a^b');
  else if (as.some((a) => bs.some((b) => a.includes(b)))) list.push('a~b');
  if (bs.some((b) => as.some((a) => b.includes(a)))) list.push('b~a');
  const [nameA = '', nameB = ''] = [as[0], bs[0]];
  list.push(`ea=${classOf(nameA)}`, `eb=${classOf(nameB)}`);
  return list;
}

/** The class word that a longer name ends in; a short name has none. */
function classOf(name: string): string {
  return name.length >= 5 ? name.slice(-2) : '';
}

/** What else competes for the same end: is this the nearest of its type, does another zone stand closer, is it the only one. */
function rivals(scene: Scene, type: RelationType, a: Placed, b: Placed, to: number, main: boolean): string[] {
  const list: string[] = [];
  const sentence = scene.sentence(a.start);
  const same = scene.within(sentence, b.type);
  const others = same.filter((m) => m.entity !== to);
  list.push(`others=${Math.min(3, others.length)}`, `own=${same.some((m) => m.entity === to)}`);
  if (type === 'LOCATED_IN' || type === 'PART_OF') {
    const zones = scene.within(sentence, 'Zone').filter((m) => m.entity !== a.entity && m.entity !== to);
    list.push(
      `zones=${Math.min(2, zones.length)}&${b.type}`,
      `hasMain=${scene.zoneOf(sentence.article) !== undefined}&${b.type}&${main}`,
    );
  }
  const before = scene.lastBefore(a.start, FAR, b.type);
  if (before?.entity === to) list.push('last');
  return list;
}
