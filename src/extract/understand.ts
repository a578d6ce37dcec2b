import { createKnowledge } from '../knowledge/knowledge.ts';
import type { SegmentedDocument } from '../model/article.ts';
import type { EntityAttributes } from '../model/entity.ts';
import { compileModel } from '../model/linear.ts';
import type { LinkedEntity } from '../model/linked.ts';
import type { Seeds } from '../model/seeds.ts';
import type { Span } from '../model/span.ts';
import { clean } from './clean/index.ts';
import { aliasContext, type Extractor, toExtraction } from './document.ts';
import { type Card, readCard } from './encode/card.ts';
import { createEncoder, type Encoder } from './encode/encoder.ts';
import { chooseNames } from './encode/name.ts';
import { createRelationScorer, type RelationScorer, type ScoredRelation } from './encode/relation.ts';
import { createStateReader, type StateReader } from './encode/state.ts';
import { link } from './link/index.ts';
import { probability, toMentions } from './mention.ts';
import type { Models } from './models.ts';
import { typesByPost } from './person-type.ts';
import { joinPlaceChains } from './place-chain.ts';
import { recogniseLexicon, TextView } from './recognise/index.ts';
import { keepMostSpecific } from './relate/hierarchy.ts';
import { type Link, relate } from './relate/index.ts';
import { LinkedDocument } from './relate/linked-document.ts';
import { userWords } from './segment/dictionary.ts';
import { segment } from './segment/index.ts';
import { createSegmenter } from './segment/jieba.ts';
import { putWatched } from './watched.ts';

/** The parts of a trained model. */
export interface Reader {
  readonly card: Card;
  readonly encode: Encoder;
  readonly score: RelationScorer;
  readonly stateOf: StateReader;
}

/** Load the model of a folder, once for a process. */
export async function openReader(folder: string, seeds: Seeds): Promise<Reader> {
  return {
    card: readCard(folder),
    encode: await createEncoder(folder, seeds),
    score: await createRelationScorer(folder),
    stateOf: await createStateReader(folder),
  };
}

/** Read documents with a model beside the seeds; sums of projects are still found by rule, with `models`. */
export function createUnderstanding(
  { card: { thresholds }, encode, score, stateOf }: Reader,
  seeds: Seeds,
  models: Models,
): Extractor {
  const knowledge = createKnowledge(seeds);
  const segmenter = createSegmenter(userWords(seeds));
  const linkModel = compileModel(models.link);
  return async (raw) => {
    const document = segment(clean(raw), segmenter);
    const encoding = await encode(document);
    const names = chooseNames(document.text, encoding.spans, thresholds.names);
    const view = new TextView(document);
    const watched = recogniseLexicon(view, seeds.lexicon);
    const mentions = putWatched(toMentions(document, names), watched);
    const context = aliasContext(view, knowledge);
    const linked = joinPlaceChains(link(mentions, context), context.isPlace);
    const entities = linked.filter(({ type, mentions: own }) =>
      own.some(
        ({ rule, confidence }) => rule === 'lexicon' || confidence > probability(thresholds.entities[type]),
      ),
    );
    const scored = await score(document, encoding, entities);
    const said = scored.filter((relation) => relation.score > thresholds.relations[relation.type]);
    const links = said.map((relation) => toLink(document, entities, relation));
    const { facts, attrs } = relate(document, entities, knowledge, linkModel);
    const told = await Promise.all(
      entities.map(async ({ type, mentions: own }, i): Promise<EntityAttributes> => {
        const { status: ruled, title: __, ...rest } = attrs[i] ?? {};
        // Where a rule finds a state it is right more often than the model, which knows more of them.
        const status = ruled ?? (type === 'Project' ? await stateOf(document, encoding, own) : undefined);
        const title = own.find((mention) => mention.title !== undefined)?.title;
        return {
          ...rest,
          ...(status === undefined ? {} : { status }),
          ...(title === undefined ? {} : { title }),
        };
      }),
    );
    return toExtraction({
      document,
      entities,
      findings: {
        types: typesByPost(entities, said),
        attrs: told,
        facts,
        links: keepMostSpecific(new LinkedDocument(document, entities), knowledge, links),
      },
    });
  };
}

/** A relation with the run of sentences that holds both mentions, and for a post its words. */
function toLink(
  { sentences }: SegmentedDocument,
  entities: readonly LinkedEntity[],
  { from, type, to, score, said }: ScoredRelation,
): Link {
  const around = (span: Span): Span =>
    sentences.find(({ start, end }) => start <= span.start && span.start < end) ?? span;
  const [a, b] = [around(said[0]), around(said[1])];
  const near = Math.abs(a.start - b.start) < FARTHEST;
  const span = near ? { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) } : a;
  const own = entities[from]?.mentions ?? [];
  const person = own.find(({ start }) => start === said[0].start) ?? own[0];
  const title = type === 'HOLDS_POST' ? (person?.title ?? own.find((m) => m.title)?.title) : undefined;
  return {
    ...{ from, type, to, span, rule: 'model/relation', confidence: probability(score) },
    ...(title === undefined ? {} : { title }),
  };
}

/** Two sentences farther apart than this are not shown as one passage. */
const FARTHEST = 600;
