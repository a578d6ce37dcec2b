import type { EvidenceAnswer, Sentence } from '../contract/evidence.ts';
import type { Catalogue } from './catalogue.ts';
import { toMentions } from './entity.ts';
import { toEvidence } from './relation.ts';
import { toStatements } from './statement.ts';

/** Of what only has mentions, the articles that are looked at. */
const ARTICLES = 5;

/** The sentences that relations and entities rest on, at most so many of each; what is unknown has none. */
export function toEvidenceAnswer(
  catalogue: Catalogue,
  { ids, most }: { readonly ids: readonly string[]; readonly most: number },
): EvidenceAnswer {
  return {
    rows: ids.map((id) => {
      const sentences = distinct(sentencesOf(catalogue, id));
      return { id, total: sentences.length, sentences: sentences.slice(0, most) };
    }),
  };
}

function sentencesOf(catalogue: Catalogue, id: string): readonly Sentence[] {
  const relation = catalogue.findRelation(id);
  if (relation !== undefined) return told(toEvidence(catalogue, relation));
  if (catalogue.findNode(id)?.labels.includes('Entity') !== true) return [];
  const own = [
    ...toStatements(catalogue, id).map(({ start, end, passage, article }) => ({
      start,
      end,
      passage,
      article,
    })),
    ...catalogue.relationsOf(id).flatMap((one) => told(toEvidence(catalogue, one))),
  ];
  return own.length > 0
    ? own
    : toMentions(catalogue, id)
        .slice(0, ARTICLES)
        .flatMap(({ article, passages }) =>
          passages.map((passage) => ({
            start: passage.start,
            end: passage.start + passage.text.length,
            passage,
            article,
          })),
        );
}

function told(evidence: ReturnType<typeof toEvidence>): Sentence[] {
  return evidence.flatMap(({ article, span, passage }) =>
    article && span && passage ? [{ ...span, passage, article }] : [],
  );
}

/** Each sentence once: the first that is told of it. */
function distinct(sentences: readonly Sentence[]): Sentence[] {
  const first = new Map<string, Sentence>();
  for (const one of sentences) {
    const key = `${one.article.id} ${one.passage.start}`;
    if (!first.has(key)) first.set(key, one);
  }
  return [...first.values()];
}
