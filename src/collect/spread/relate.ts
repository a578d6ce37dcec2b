import { toArticles, toReprints } from '../../graph/build/article.ts';
import {
  type Contribution,
  type Summary,
  summarise,
  toFacts,
  toTies,
} from '../../graph/build/contribution.ts';
import { type Described, toEntity } from '../../graph/build/entity.ts';
import { Hierarchy } from '../../graph/build/hierarchy.ts';
import { compareText } from '../../graph/build/locate.ts';
import { toPosts } from '../../graph/build/post.ts';
import { known } from '../../graph/build/records.ts';
import { type Tie, type Told, toRelation, toTie, toTold } from '../../graph/build/relation.ts';
import type { Entity } from '../../model/entity.ts';
import { documentId, type ExtractedDocument, type ResolvedEntity } from '../../model/resolution.ts';
import type { NodeRecord, RelationshipRecord } from '../../model/snapshot.ts';
import { documentReader, type SpreadOptions } from './document.ts';
import { type Fields, onlyOne, ownersIn, type Step, storiesIn, valuesOf } from './line.ts';

type StoryOf = (article: string) => string;

/** What one document says of an entity, and of a relation; `n` is its place among the document's. */
interface SummaryLine {
  readonly summary: Summary;
  readonly document: string;
}
interface TellingLine {
  readonly tie: Tie;
  readonly told: Told;
  readonly n: number;
}

/**
 * A document with its stories and owners → its records, and what it tells of each entity and of each relation. All that is told of
 * an entity, of a relation or of the posts at a body → their records. The entities with a division → the places above them.
 */
export function openRelating(options: SpreadOptions): Step {
  const read = documentReader(options);
  const hierarchy = new Hierarchy(options.seeds);
  return {
    *take(lines, of) {
      const storyOf = storiesIn(lines);
      const results = lines.filter(({ extractor }) => extractor !== undefined);
      const tellings = valuesOf<TellingLine>(lines, 'telling');
      const placed = valuesOf<ResolvedEntity>(lines, 'placed');
      if (results.length > 0)
        yield* fromDocument(read(onlyOne(results, 'document', of)), ownersIn(lines), storyOf);
      else if (tellings.length > 0) yield* fromTellings(tellings, storyOf).map(tidy);
      else if (placed.length > 0) {
        const { nodes, relationships } = hierarchy.over(placed.sort((a, b) => compareText(a.id, b.id)));
        yield* [...nodes, ...relationships].map(tidy);
      } else yield fromSummaries(lines, of, storyOf);
    },
  };
}

function* fromDocument(
  document: ExtractedDocument,
  owners: ReadonlyMap<string, string>,
  storyOf: StoryOf,
): Generator<object> {
  const { extraction } = document;
  const records: (NodeRecord | RelationshipRecord)[] = [
    ...toArticles(document, storyOf),
    ...toReprints(document, storyOf),
  ];
  const stories = extraction.articles.flatMap(({ id: article }) =>
    storyOf(article) === article ? [] : [{ article, story: storyOf(article) }],
  );
  for (const contribution of contributionsOf(document, owners)) {
    records.push(...toFacts([contribution]), ...toTies([contribution]));
    const { articles, ...rest } = summarise(contribution);
    const summary: Summary = { ...rest, articles: articles.map(toDated) };
    const line: SummaryLine = { summary, document: documentId(extraction) };
    yield { of: contribution.id, ...line };
    for (const story of stories) yield { of: contribution.id, ...story };
  }
  // Two of a document's names for one thing may tell one fact.
  for (const record of new Map(records.map((one) => [one.id, one])).values()) yield tidy(record);
  const told = new Set<string>();
  let n = 0;
  for (const relation of extraction.relations) {
    const [from, to] = [owners.get(relation.from), owners.get(relation.to)];
    if (from === undefined || to === undefined || from === to) continue;
    const tie = toTie(relation.type, from, to);
    const of = tie.type === 'HOLDS_POST' ? `${tie.type} ${tie.to}` : `${tie.type} ${tie.from} ${tie.to}`;
    const all = toTold({ relation, document });
    const evidence = all.evidence.map((piece) => ({ ...piece, article: toDated(piece.article) }));
    const telling: TellingLine = { tie, told: { ...all, evidence }, n: n++ };
    yield { of, telling };
    if (told.has(of)) continue;
    told.add(of);
    for (const story of stories) yield { of, ...story };
  }
}

/** What the document says of each thing that it names, its names in order. */
function contributionsOf(document: ExtractedDocument, owners: ReadonlyMap<string, string>): Contribution[] {
  const byOwner = new Map<string, Entity[]>();
  for (const entity of [...document.extraction.entities].sort((a, b) => compareText(a.id, b.id))) {
    const owner = onlyOne([owners.get(entity.id)], 'owner', `${document.raw.id} ${entity.id}`);
    const own = byOwner.get(owner as string);
    if (own === undefined) byOwner.set(owner as string, [entity]);
    else own.push(entity);
  }
  return [...byOwner].map(([id, entities]) => ({ id, document, entities }));
}

function fromSummaries(lines: readonly Fields[], of: string, storyOf: StoryOf): object {
  const entity = onlyOne(valuesOf<Described>(lines, 'entity'), 'entity', of);
  const told = (lines as unknown as SummaryLine[])
    .filter(({ summary }) => summary !== undefined)
    .sort((a, b) => compareText(a.document, b.document));
  return tidy(
    toEntity(
      entity,
      told.map(({ summary }) => summary),
      storyOf,
    ),
  );
}

function fromTellings(tellings: TellingLine[], storyOf: StoryOf): RelationshipRecord[] {
  tellings.sort((a, b) => compareText(a.told.document, b.told.document) || a.n - b.n);
  const byTie = new Map<string, { tie: Tie; told: Told[] }>();
  for (const { tie, told } of tellings) {
    const key = `${tie.from} ${tie.to}`;
    const known = byTie.get(key);
    if (known === undefined) byTie.set(key, { tie, told: [told] });
    else known.told.push(told);
  }
  const all = [...byTie.values()];
  return all[0]?.tie.type === 'HOLDS_POST'
    ? toPosts(
        all.sort((a, b) => compareText(a.tie.from, b.tie.from)),
        storyOf,
      )
    : all.map(({ tie, told }) => toRelation(tie, told, storyOf));
}

function toDated<T extends { readonly id: string; readonly published?: string }>({ id, published }: T) {
  return published === undefined ? { id } : { id, published };
}

/** A record as a dump has it: properties by name. */
function tidy<T extends NodeRecord | RelationshipRecord>(record: T): T {
  return { ...record, properties: known(record.properties) };
}
