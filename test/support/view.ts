import { clean } from '../../src/extract/clean/index.ts';
import { aliasContext } from '../../src/extract/document.ts';
import { link } from '../../src/extract/link/index.ts';
import { userWords } from '../../src/extract/segment/dictionary.ts';
import { segment } from '../../src/extract/segment/index.ts';
import { createSegmenter } from '../../src/extract/segment/jieba.ts';
import { createKnowledge } from '../../src/knowledge/knowledge.ts';
import { loadSeeds } from '../../src/knowledge/seeds.ts';
import type { RawDocument, SegmentedDocument } from '../../src/model/article.ts';
import { present } from '../../src/model/assert.ts';
import type { EntityType } from '../../src/model/entity.ts';
import type { LinkedEntity } from '../../src/model/linked.ts';
import type { Mention } from '../../src/model/mention.ts';
import type { Span } from '../../src/model/span.ts';

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

/** The types that a mark in a text stands for. */
const MARKED = {
  C: 'Company',
  Z: 'Zone',
  P: 'Project',
  L: 'Place',
  O: 'Organization',
  F: 'Official',
} as const;

/** A text with its names in brackets, each behind a letter for its type: [P[C晨星]电池项目]在[Z云岭高新区]开工. */
export function marked(text: string): { readonly text: string; readonly mentions: readonly Mention[] } {
  let plain = '';
  const open: { readonly start: number; readonly type: keyof typeof MARKED }[] = [];
  const found: (Span & { readonly type: EntityType })[] = [];
  for (const piece of text.split(/(\[[CZPLOF]|\])/u)) {
    if (/^\[[CZPLOF]$/u.test(piece))
      open.push({ start: plain.length, type: piece.charAt(1) as keyof typeof MARKED });
    else if (piece !== ']') plain += piece;
    else {
      const { start, type } = present(open.pop(), 'a bracket that is open');
      found.push({ start, end: plain.length, type: MARKED[type] });
    }
  }
  const { text: cleaned } = clean(rawOf(plain));
  const mentions = found
    .map((span) => ({ ...span, form: cleaned.slice(span.start, span.end), rule: 'test', confidence: 1 }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  return { text: plain, mentions };
}

/** The entities that the linker makes of the names marked in a text. */
export function entitiesOf(text: string): LinkedEntity[] {
  const { text: plain, mentions } = marked(text);
  return link(mentions, aliasContext(clean(rawOf(plain)).text, knowledge));
}
