import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { clean } from '../extract/clean/index.ts';
import { aliasContext } from '../extract/document.ts';
import { link } from '../extract/link/index.ts';
import {
  candidateContextOf,
  candidateFeatures,
  findCandidates,
  recognise,
  recogniseByRules,
  SCORED_TYPES,
  TextView,
} from '../extract/recognise/index.ts';
import { namesOf, survey } from '../extract/relate/index.ts';
import { segment } from '../extract/segment/index.ts';
import type { Segmenter } from '../extract/segment/jieba.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { RawDocument } from '../model/article.ts';
import type { EntityType } from '../model/entity.ts';
import type { CompiledModel } from '../model/linear.ts';
import type { LinkedEntity } from '../model/linked.ts';
import { dropLevel } from '../names/division.ts';
import type { Example } from './logistic.ts';

/** What an annotation says, as far as learning needs it. */
interface Annotation {
  readonly entities: readonly {
    readonly id: string;
    readonly type: EntityType;
    readonly name: string;
    readonly aliases?: readonly string[];
  }[];
  readonly relations: readonly { readonly from: string; readonly type: string; readonly to: string }[];
}

/** An article with what a reader says of it. */
export interface AnnotatedArticle {
  readonly raw: RawDocument;
  readonly gold: Annotation;
}

/** The tools of the stages, made once. */
export interface Tools {
  readonly knowledge: Knowledge;
  readonly segmenter: Segmenter;
}

/** The annotated articles of a folder: `gold/NAME.json` beside `text/NAME.txt`, by name. */
export function readAnnotated(folder: string): AnnotatedArticle[] {
  return readdirSync(join(folder, 'gold'))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const doc = basename(file, '.json');
      const text = readFileSync(join(folder, 'text', `${doc}.txt`), 'utf8').replace(/^\uFEFF/u, '');
      return {
        raw: { id: `learn/${doc}`, source: 'learn', doc, text, metadata: {} },
        gold: JSON.parse(readFileSync(join(folder, 'gold', file), 'utf8')) as Annotation,
      };
    });
}

const norm = (form: string): string => form.normalize('NFKC').replace(/\s+/gu, '');

/** Features under their group. Those that hold a name of the seeds stay out of the models, as unknown names do. */
function named(group: string, { zones, companies }: Knowledge, features: readonly string[]): string[] {
  return features.flatMap((feature) => {
    const word = /=(\p{Script=Han}{2,})(?:&|$)/u.exec(feature)?.[1] ?? '';
    return zones.has(word) || companies.has(word) ? [] : [`${group}:${feature}`];
  });
}

/** Candidates for mentions: positive when the annotation has the form under the type, and no longer such candidate holds it. */
export function mentionExamples({ raw, gold }: AnnotatedArticle, tools: Tools): Example[] {
  const view = new TextView(segment(clean(raw), tools.segmenter));
  const ruled = recogniseByRules(view, tools.knowledge);
  const around = candidateContextOf(view, tools.knowledge, ruled);
  const candidates = findCandidates(
    view,
    tools.knowledge,
    ruled.filter((m) => SCORED_TYPES.includes(m.type)),
  );
  const forms = new Set(
    gold.entities.flatMap((e) => [e.name, ...(e.aliases ?? [])].map((form) => `${e.type} ${norm(form)}`)),
  );
  const right = candidates.filter((m) => forms.has(`${m.type} ${m.form}`));
  const whole = new Set(
    right.filter(
      (m) =>
        !right.some(
          (o) =>
            o !== m &&
            o.type === m.type &&
            o.start <= m.start &&
            m.end <= o.end &&
            o.form.length > m.form.length,
        ),
    ),
  );
  return candidates.map((m) => ({
    article: raw.doc,
    features: named(m.type, tools.knowledge, candidateFeatures(view, tools.knowledge, around, m)),
    positive: whole.has(m),
  }));
}

/**
 * Candidates for relations between the entities that the extractor finds with `mentions`: positive when the annotation has
 * the relation. What is true but redundant (a thing in what its zone is part of) teaches nothing and is left out.
 */
export function linkExamples(
  { raw, gold }: AnnotatedArticle,
  tools: Tools,
  mentions: CompiledModel,
): Example[] {
  const document = segment(clean(raw), tools.segmenter);
  const view = new TextView(document);
  const entities = link(recognise(view, tools.knowledge, mentions), aliasContext(view, tools.knowledge));
  const { types, candidates } = survey(document, entities, tools.knowledge);
  const matched = entities.map((entity, i) => matchEntity(entity, types[i] ?? entity.type, gold));
  const wanted = new Set(
    gold.relations.flatMap(({ from, type, to }) => [
      `${from} ${type} ${to}`,
      ...(type === 'PARTNERS_WITH' ? [`${to} ${type} ${from}`] : []),
    ]),
  );
  const redundant = redundantLocations(gold);
  return candidates.flatMap((candidate): Example[] => {
    const { from, type, to } = candidate;
    const key = `${matched[from]} ${type} ${matched[to]}`;
    const positive = wanted.has(key);
    return !positive && redundant.has(key)
      ? []
      : [{ article: raw.doc, features: named(type, tools.knowledge, namesOf(candidate)), positive }];
  });
}

function matchEntity(entity: LinkedEntity, type: EntityType, gold: Annotation): string | undefined {
  const bare = (form: string): string => (type === 'Place' ? dropLevel(form) : form);
  const forms = new Set(entity.forms.map((form) => bare(norm(form))));
  const shared = gold.entities
    .filter((e) => e.type === type)
    .map((e) => ({
      id: e.id,
      n: [e.name, ...(e.aliases ?? [])].filter((form) => forms.has(bare(norm(form)))).length,
    }))
    .sort((a, b) => b.n - a.n)[0];
  return shared && shared.n > 0 ? shared.id : undefined;
}

function redundantLocations(gold: Annotation): Set<string> {
  const up = new Map<string, string[]>();
  for (const { from, type, to } of gold.relations) {
    if (type === 'LOCATED_IN' || type === 'PART_OF' || type === 'INVESTS_IN')
      up.set(from, [...(up.get(from) ?? []), to]);
  }
  const found = new Set<string>();
  const climb = (at: string, from: string, depth: number): void => {
    for (const to of depth < 6 ? (up.get(at) ?? []) : []) {
      found.add(`${from} LOCATED_IN ${to}`);
      climb(to, from, depth + 1);
    }
  };
  for (const { id } of gold.entities) climb(id, id, 0);
  return found;
}
