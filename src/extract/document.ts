import { createKnowledge, type Knowledge } from '../knowledge/knowledge.ts';
import type { Extraction, RawDocument, SegmentedDocument } from '../model/article.ts';
import type { EntityAttributes, EntityType } from '../model/entity.ts';
import type { LinkedEntity } from '../model/linked.ts';
import { firstFrom } from '../model/nearby.ts';
import type { Seeds } from '../model/seeds.ts';
import type { Span } from '../model/span.ts';
import { clean } from './clean/index.ts';
import { confidenceOf, type Scale } from './encode/confidence.ts';
import type { Encoding } from './encode/encoder.ts';
import { chooseNames, type Name } from './encode/name.ts';
import type { Reader } from './encode/reader.ts';
import type { ScoredRelation } from './encode/relation.ts';
import { type Reading, toExtraction } from './extraction.ts';
import { findIndicators } from './indicator/index.ts';
import { judgeSums } from './indicator/sum.ts';
import { type AliasContext, link } from './link/index.ts';
import { toMentions } from './mention.ts';
import { typesByPost } from './person-type.ts';
import { joinPlaceChains } from './place-chain.ts';
import {
  areInTwoRows,
  attributesOf,
  type Findings,
  factsByEntity,
  findPosts,
  findProjectFacts,
  keepMostSpecific,
  type Link,
  LinkedDocument,
  proposeSums,
  toPostLinks,
  toProjectScenes,
} from './relate/index.ts';
import { userWords } from './segment/dictionary.ts';
import { segment } from './segment/index.ts';
import { createSegmenter } from './segment/jieba.ts';
import { findWatched, putWatched } from './watched.ts';

/** Reads one document and tells what it says. The same document gives the same answer, whatever came before it. */
export type Extractor = (raw: RawDocument) => Extraction | Promise<Extraction>;

/** What the stages made of a document, with all that was weighed on the way. */
export interface Workings extends Reading {
  readonly document: SegmentedDocument;
  readonly encoding: Encoding;
  /** The names that were chosen, words of posts among them. */
  readonly names: readonly Name[];
  /** What the names of the document stand for; `entities` are those that are sure enough. */
  readonly linked: readonly LinkedEntity[];
  /** Every relation that the types of two entities allow, with its score; `findings.links` are those that are told. */
  readonly scored: readonly ScoredRelation[];
}

/** The stages of a document in their order. */
export type Stages = (raw: RawDocument) => Promise<Workings>;

/** Load jieba and the seeds, once for a process, and get the stages that a model reads with. */
export function createStages(reader: Reader, seeds: Seeds): Stages {
  const { encode, score, stateOf, linksOf, judge, judgeSum } = reader;
  const { thresholds, confidence: scales } = reader.card;
  const knowledge = createKnowledge(seeds);
  const segmenter = createSegmenter(userWords(seeds));
  const isSure = ({ type, mentions }: LinkedEntity): boolean =>
    mentions.some(
      ({ rule, confidence }) =>
        rule === 'lexicon' || confidence > confidenceOf(thresholds.entities[type], scales.names[type]),
    );
  return async (raw) => {
    const document = segment(clean(raw), segmenter);
    const { text } = document;
    const encoding = await encode(document);
    const names = chooseNames(text, encoding.spans, thresholds.names);
    const mentions = putWatched(toMentions(document, names, scales.names), findWatched(text, seeds.lexicon));
    const context = aliasContext(text, knowledge);
    const same = (await linksOf(document, encoding, mentions)).filter(
      (pair) => pair.score > thresholds.links[pair.type],
    );
    const linked = joinPlaceChains(link(mentions, context, same), context.isPlace);
    const entities = linked.filter(isSure);
    const view = new LinkedDocument(document, entities);
    const scenes = toProjectScenes(view);
    const sums = await judgeSums(
      document,
      entities,
      proposeSums(scenes),
      (candidates) => judgeSum(text.length, encoding, candidates),
      thresholds.sums,
    );
    const facts = findProjectFacts(view, scenes, sums);
    const posts = findPosts(
      view,
      names.filter(({ type }) => type === 'Title'),
    );
    const own = factsByEntity(facts);
    const scored = await score(document, encoding, entities);
    const said = scored.filter(
      ({ type, score, said }) => score > thresholds.relations[type] && !areInTwoRows(document, said),
    );
    const links = said.map((relation) =>
      toLink(document, entities, relation, scales.relations[relation.type]),
    );
    const isPost = ({ type }: Link): boolean => type === 'HOLDS_POST';
    const likely = new Map(
      scored.flatMap(({ type, from, to, score }) =>
        type === 'HOLDS_POST' ? [[`${from} ${to}`, confidenceOf(score, scales.relations[type])]] : [],
      ),
    );
    const held = toPostLinks(
      links.filter(isPost),
      posts,
      entities,
      (person, body) => likely.get(`${person} ${body}`) ?? 0,
    );
    const attrs = await Promise.all(
      entities.map(async (entity, i): Promise<EntityAttributes> => {
        const ruled = attributesOf(own.get(i) ?? []);
        const title =
          (
            posts.find(({ person, state }) => person === i && state === 'held') ??
            posts.find(({ person }) => person === i)
          )?.title ?? entity.mentions.find((mention) => mention.title !== undefined)?.title;
        // Where a rule finds a state it is right more often than the model, which knows more of them.
        const told =
          ruled.status ??
          (entity.type === 'Project' ? await stateOf(document, encoding, entity.mentions) : undefined);
        // What is due is not done.
        const isDue = own.get(i)?.some(({ name, value }) => name === 'due' && value === told) ?? false;
        const status = ruled.status ?? (isDue ? undefined : told);
        return {
          ...ruled,
          ...(status === undefined ? {} : { status }),
          ...(title === undefined ? {} : { title }),
        };
      }),
    );
    const types = typesByPost(entities, said);
    const subjects = entities.map(({ forms, mentions }, i) => ({
      ...{ forms, mentions, type: types[i] as EntityType, status: attrs[i]?.status },
    }));
    const indicators = await findIndicators(
      document,
      subjects,
      (candidates) => judge(text.length, encoding, candidates),
      thresholds.figures,
    );
    const findings: Findings = {
      ...{ types, attrs, facts },
      links: [
        ...keepMostSpecific(
          entities,
          knowledge,
          links.filter((one) => !isPost(one)),
        ),
        ...held,
      ],
    };
    return { document, encoding, names, linked, entities, scored, findings, indicators };
  };
}

/** Read documents with a model and what is known beside it. */
export function createExtractor(reader: Reader, seeds: Seeds): Extractor {
  const read = createStages(reader, seeds);
  return async (raw) => toExtraction(await read(raw));
}

/** What linking needs to see of a text and of the world. */
export function aliasContext(text: string, knowledge: Knowledge): AliasContext {
  return {
    text,
    isPlace: (word) => knowledge.places.has(word),
    isCommon: (word) =>
      knowledge.generic.has(word) || knowledge.industries.has(word) || knowledge.morphemes.has(word),
    sameZone: (form) => knowledge.zones.get(form),
    lexicon: knowledge.seeds.lexicon,
  };
}

/** A relation with the run of sentences that holds both mentions, and for a post its words. */
export function toLink(
  { sentences }: SegmentedDocument,
  entities: readonly LinkedEntity[],
  { from, type, to, score, said }: ScoredRelation,
  scale: Scale,
): Link {
  const around = (span: Span): Span => {
    const sentence = sentences[firstFrom(sentences, span.start + 1) - 1];
    return sentence && span.start < sentence.end ? sentence : span;
  };
  const [a, b] = [around(said[0]), around(said[1])];
  const near = Math.abs(a.start - b.start) < FARTHEST;
  const span = near ? { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) } : a;
  const own = entities[from]?.mentions ?? [];
  const person = own.find(({ start }) => start === said[0].start) ?? own[0];
  const title = type === 'HOLDS_POST' ? (person?.title ?? own.find((m) => m.title)?.title) : undefined;
  return {
    ...{ from, type, to, span, rule: 'model/relation', confidence: confidenceOf(score, scale) },
    ...(title === undefined ? {} : { title }),
  };
}

/** Two sentences farther apart than this are not shown as one passage. */
const FARTHEST = 600;
