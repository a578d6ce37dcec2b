import { clean } from '../../src/extract/clean/index.ts';
import { aliasContext } from '../../src/extract/document.ts';
import { link } from '../../src/extract/link/index.ts';
import { recogniseByRules, TextView } from '../../src/extract/recognise/index.ts';
import { resolveOverlaps } from '../../src/extract/recognise/overlap.ts';
import { type Hint, LinkedDocument } from '../../src/extract/relate/linked-document.ts';
import { userWords } from '../../src/extract/segment/dictionary.ts';
import { segment } from '../../src/extract/segment/index.ts';
import { createSegmenter } from '../../src/extract/segment/jieba.ts';
import { createKnowledge } from '../../src/knowledge/knowledge.ts';
import { loadSeeds } from '../../src/knowledge/seeds.ts';
import type { RawDocument, SegmentedDocument } from '../../src/model/article.ts';
import type { EntityType } from '../../src/model/entity.ts';
import type { LinkedEntity } from '../../src/model/linked.ts';
import type { Mention } from '../../src/model/mention.ts';

/** The real seeds and the real dictionary, loaded once for a test file. */
export const seeds = loadSeeds();
export const knowledge = createKnowledge(seeds);
export const segmenter = createSegmenter(userWords(seeds));

/** A document of nothing but text. */
export function rawOf(text: string, doc = 'test'): RawDocument {
  return { id: `test/${doc}`, source: 'test', doc, text, metadata: {} };
}

/** The cleaned text with its words. */
export function documentOf(text: string): SegmentedDocument {
  return segment(clean(rawOf(text)), segmenter);
}

export function viewOf(text: string): TextView {
  return new TextView(documentOf(text));
}

/** What the rules find, overlaps settled by their own confidence: no learnt weight has a say. */
export function mentionsOf(text: string): Mention[] {
  return resolveOverlaps(recogniseByRules(viewOf(text), knowledge));
}

/** The forms that the rules find under a type, in text order. */
export function formsOf(text: string, type: EntityType): string[] {
  return mentionsOf(text)
    .filter((mention) => mention.type === type)
    .map(({ form }) => form);
}

/** The entities that the rules and the linker find. */
export function entitiesOf(text: string): LinkedEntity[] {
  return linkOf(viewOf(text));
}

/** The entities of a view by the rules and the linker. */
export function linkOf(view: TextView): LinkedEntity[] {
  return link(resolveOverlaps(recogniseByRules(view, knowledge)), aliasContext(view, knowledge));
}

/** A text with its entities as the relation rules see it. */
export function linkedOf(text: string): LinkedDocument {
  const document = documentOf(text);
  return new LinkedDocument(document, linkOf(new TextView(document)));
}

/** Links as lines, FROM TYPE TO: each once, in order. */
export function linesOf(linked: LinkedDocument, links: readonly Hint[]): string[] {
  const name = (entity: number): string => linked.entities[entity]?.forms[0] ?? '';
  return [
    ...new Set(
      links.map(
        ({ from, type, to, title }) =>
          `${name(from)} ${type} ${name(to)}${title === undefined ? '' : ` as ${title}`}`,
      ),
    ),
  ].sort();
}
