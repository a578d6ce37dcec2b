import type {
  DoubtRow,
  DoubtSide,
  DoubtsAnswer,
  JudgementsAnswer,
  RecordedAnswer,
} from '../contract/review.ts';
import { changedNodes } from '../graph/summary.ts';
import type { JudgementLine, NamedThing, Overruled, Standing } from '../model/judgement.ts';
import type { Doubt } from '../model/resolution.ts';
import type { Change, Snapshot } from '../model/snapshot.ts';
import type { Catalogue } from './catalogue.ts';
import { toMentions } from './entity.ts';
import { listOf } from './properties.ts';
import { toEntityReference } from './reference.ts';
import { weightOf } from './weight.ts';

/** What a judgement did to the graph, and the records that this replaced or took away. */
interface Recorded {
  readonly change: Change;
  readonly replaced: Snapshot;
}

const ARTICLES_SHOWN = 3;
const PASSAGES_SHOWN = 2;

/** A pair that is asked about is in some doubt, however far its score is from the edge. */
const LEAST_DOUBT = 0.05;

/** A page of doubtful pairs, with the sentences of both sides. */
export function toDoubtsAnswer(
  catalogue: Catalogue,
  doubts: readonly Doubt[],
  overruled: readonly Overruled[],
  { limit, offset }: { readonly limit: number; readonly offset: number },
): DoubtsAnswer {
  const page = byChange(catalogue, doubts).slice(offset, offset + limit);
  return {
    total: doubts.length,
    pairs: page.flatMap((doubt) => toDoubtRow(catalogue, doubt) ?? []),
    overruled,
  };
}

/** The pairs whose answer changes most come first: how near to the edge each is, times how much hangs on the side of which less is known. */
export function byChange(catalogue: Catalogue, doubts: readonly Doubt[]): Doubt[] {
  const changes = new Map(
    doubts.map((doubt) => {
      const weight = Math.min(weightOf(catalogue, doubt.left), weightOf(catalogue, doubt.right));
      return [doubt, Math.max(LEAST_DOUBT, 1 - 2 * Math.abs(doubt.score - 0.5)) * weight];
    }),
  );
  // What weighs alike stays in the order that it came in.
  return [...doubts].sort((a, b) => (changes.get(b) ?? 0) - (changes.get(a) ?? 0));
}

/** A doubtful pair with its evidence; undefined when the graph no longer has it. */
export function toDoubtRow(catalogue: Catalogue, doubt: Doubt): DoubtRow | undefined {
  const { left, right, names, via, features, score, merged } = doubt;
  if ([left, right].some((id) => catalogue.findNode(id) === undefined)) return undefined;
  const side = (id: string, named: NamedThing) => toSide(catalogue, id, named, merged);
  return { left: side(left, names[0]), right: side(right, names[1]), via, features, score, merged };
}

/** Of what is one entity now, only the sentences that use this name; of homonyms, only those of this article. */
function toSide(catalogue: Catalogue, id: string, named: NamedThing, merged: boolean): DoubtSide {
  const node = catalogue.getEntity(id);
  const fits = (text: string) => text.normalize('NFKC').replace(/\s/gu, '') === named.name;
  const mentions = toMentions(catalogue, id)
    .map(({ article, passages, ...rest }) => ({
      article,
      ...rest,
      passages: passages.filter(({ start, text, names }) =>
        merged && named.article === undefined
          ? names.some((name) => fits(text.slice(name.start - start, name.end - start)))
          : true,
      ),
    }))
    .filter(({ article, passages }) =>
      merged && named.article !== undefined ? article.id === named.article : passages.length > 0,
    );
  return {
    ...toEntityReference(node),
    names: named,
    aliases: listOf(node.properties, 'aliases'),
    articles: listOf(node.properties, 'articles').length,
    mentions: mentions
      .slice(0, ARTICLES_SHOWN)
      .map((one) => ({ ...one, passages: one.passages.slice(0, PASSAGES_SHOWN) })),
  };
}

/** The log of judgements, the newest first, each with whether it stands. */
export function toJudgementsAnswer(lines: readonly JudgementLine[], standing: Standing): JudgementsAnswer {
  const stands = new Set(standing.judgements.map(({ id }) => id));
  return {
    judgements: lines.map((line) => ({ line, stands: stands.has(line.id) })).reverse(),
    contradictions: standing.contradictions,
  };
}

/** What recording judgements did. */
export function toRecordedAnswer(
  lines: readonly JudgementLine[],
  { change, replaced }: Recorded,
): RecordedAnswer {
  return {
    lines,
    changed: {
      nodes: changedNodes(change, replaced).length + change.deleteNodes.length,
      relationships: change.upsertRelationships.length + change.deleteRelationships.length,
    },
  };
}
