import { CORE_TYPES } from '../model/entity.ts';
import type { LabelledDocument, LabelledEntity, LabelledRelation } from './document.ts';
import { type Matching, matchEntities, normalise } from './match.ts';
import { Tally } from './tally.ts';

/** A labelled document and what the extractor made of it; nothing where it gave none. */
export interface ScoredPair {
  readonly gold: LabelledDocument;
  readonly predicted: LabelledDocument | undefined;
}

/**
 * Scores extractions against labelled documents, by the rules of the guidelines: an entity is right when one of its type shares
 * a form with it, a relation when its type is right and both ends are matched. Attributes are scored on matched entities.
 */
export function scoreDocuments(pairs: readonly ScoredPair[]): Tally {
  const tally = new Tally();
  for (const { gold, predicted = { doc: gold.doc, entities: [], relations: [] } } of pairs) {
    const matching = matchEntities(gold.entities, predicted.entities);
    scoreEntities(gold, predicted, matching, tally);
    scoreRelations(gold, predicted, matching, tally);
  }
  return tally;
}

const isCore = (entity: LabelledEntity | undefined): boolean =>
  (CORE_TYPES as readonly (string | undefined)[]).includes(entity?.type);

const entityKeys = (entity: LabelledEntity): string[] => [
  `entity ${entity.type}`,
  isCore(entity) ? 'entity core' : 'entity other',
];

function scoreEntities(
  gold: LabelledDocument,
  predicted: LabelledDocument,
  { toPredicted, toGold }: Matching,
  tally: Tally,
): void {
  gold.entities.forEach((wanted, g) => {
    const found = predicted.entities[toPredicted.get(g) ?? -1];
    tally.add(entityKeys(wanted), found ? 'right' : 'missed');
    if (found === undefined) tally.remark(gold.doc, '-', `${wanted.type} ${wanted.name}`);
    else {
      tally.add(['name chosen'], normalise(found.name) === normalise(wanted.name) ? 'right' : 'missed');
      scoreAttributes(gold, wanted, found, tally);
    }
  });
  predicted.entities.forEach((found, p) => {
    if (isCore(found)) tally.calibration.add('entity core', found.confidence, toGold.has(p));
    if (toGold.has(p)) return;
    tally.add(entityKeys(found), 'spurious');
    tally.remark(gold.doc, '+', `${found.type} ${found.name}`);
  });
}

const SCORED_ATTRIBUTES = ['investment', 'status', 'title'];

function scoreAttributes(
  gold: LabelledDocument,
  wanted: LabelledEntity,
  found: LabelledEntity,
  tally: Tally,
): void {
  const remark = (name: string, expected: unknown, got: unknown) =>
    tally.remark(gold.doc, '~', `${wanted.type} ${wanted.name} ${name}: ${expected} / ${got}`);
  for (const [name, expected] of Object.entries(wanted.attrs)) {
    const got = found.attrs[name];
    const key = [`attribute ${name}`];
    if (isRight(name, expected, got, gold, wanted)) tally.add(key, 'right');
    else {
      tally.add(key, 'missed');
      // A wrong value is both: what was there is missed, and what is said is false.
      if (got !== undefined) tally.add(key, 'spurious');
      remark(name, expected, got);
    }
  }
  for (const [name, got] of Object.entries(found.attrs))
    if (SCORED_ATTRIBUTES.includes(name) && wanted.attrs[name] === undefined) {
      tally.add([`attribute ${name}`], 'spurious');
      remark(name, 'none', got);
    }
}

function isRight(
  name: string,
  expected: string | number | boolean | undefined,
  got: string | number | boolean | undefined,
  gold: LabelledDocument,
  wanted: LabelledEntity,
): boolean {
  if (name === 'title') {
    // Whoever holds several posts may be shown with any of them.
    const posts = gold.relations
      .filter((relation) => relation.from === wanted.id && relation.type === 'HOLDS_POST')
      .map((relation) => relation.attrs.title);
    const titles = [expected, ...posts].flatMap(titleParts);
    return titleParts(got).some((part) => titles.includes(part));
  }
  if (typeof expected === 'number') return Math.abs(Number(got) - expected) <= 1e-6 * Math.abs(expected);
  return typeof got === 'string' && normalise(got) === normalise(String(expected));
}

function titleParts(title: string | number | boolean | undefined): string[] {
  return normalise(String(title ?? ''))
    .split(/[、,;兼]/u)
    .filter((part) => part !== '');
}

/** A relation between entities of the gold, by position; partners in either direction. */
export function relationKey(type: string, from: number, to: number): string {
  return type === 'PARTNERS_WITH' && from > to ? `${type} ${to} ${from}` : `${type} ${from} ${to}`;
}

function scoreRelations(
  gold: LabelledDocument,
  predicted: LabelledDocument,
  { toGold }: Matching,
  tally: Tally,
): void {
  const position = new Map(gold.entities.map((entity, i) => [entity.id, i]));
  const predictedPosition = new Map(predicted.entities.map((entity, i) => [entity.id, i]));
  const at = (id: string) => position.get(id) ?? -1;
  const wanted = new Map(gold.relations.map((r) => [relationKey(r.type, at(r.from), at(r.to)), r]));
  const spare = spareLocations(gold, at);
  const keys = (type: string, from: LabelledEntity | undefined, to: LabelledEntity | undefined) => [
    `relation ${type}`,
    'relation all',
    isCore(from) && isCore(to) ? 'relation core' : 'relation other',
  ];

  const seen = new Set<string>();
  for (const relation of predicted.relations) {
    const ends = [relation.from, relation.to].map((id) => predictedPosition.get(id) ?? -1);
    const [from, to] = ends.map((p) => toGold.get(p));
    const key = from === undefined || to === undefined ? undefined : relationKey(relation.type, from, to);
    if (key !== undefined && seen.has(key)) continue;
    if (key !== undefined) seen.add(key);
    const right = key !== undefined && wanted.has(key);
    if (!right && key !== undefined && spare.has(key)) continue;
    // What is labelled leaves out posts that have ended: told as ended, they are neither right nor wrong.
    if (!right && relation.type === 'HOLDS_POST' && (relation.attrs.ended || relation.attrs.until)) continue;
    const [a, b] = ends.map((p) => predicted.entities[p]);
    tally.add(keys(relation.type, a, b), right ? 'right' : 'spurious');
    tally.calibration.add('relation all', relation.confidence, right);
    if (!right) tally.remark(gold.doc, '+', `${a?.name} ${relation.type} ${b?.name}`);
  }
  for (const [key, { type, from, to }] of wanted) {
    if (seen.has(key)) continue;
    const [a, b] = [gold.entities[at(from)], gold.entities[at(to)]];
    tally.add(keys(type, a, b), 'missed');
    tally.remark(gold.doc, '-', `${a?.name} ${type} ${b?.name}`);
  }
}

// How far up a chain of zones and places a location is still implied.
const HIGHEST = 6;

/** `LOCATED_IN` that is true but redundant: the zone of a project one invests in, and whatever a zone is part of or in. */
export function spareLocations(gold: LabelledDocument, at: (id: string) => number): Set<string> {
  const up = new Map<number, number[]>();
  const leads = (relation: LabelledRelation) =>
    ['LOCATED_IN', 'PART_OF', 'INVESTS_IN'].includes(relation.type);
  for (const { from, to } of gold.relations.filter(leads))
    up.set(at(from), [...(up.get(at(from)) ?? []), at(to)]);
  const spare = new Set<string>();
  const climb = (position: number, from: number, depth: number): void => {
    if (depth === HIGHEST) return;
    for (const above of up.get(position) ?? []) {
      spare.add(relationKey('LOCATED_IN', from, above));
      climb(above, from, depth + 1);
    }
  };
  gold.entities.forEach((_, i) => {
    climb(i, i, 0);
  });
  return spare;
}
