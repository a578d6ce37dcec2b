import type { FastifyInstance } from 'fastify';
import { type Catalogue, toEntityReference } from '../../answer/catalogue.ts';
import { toMentions } from '../../answer/entity.ts';
import { listOf } from '../../answer/properties.ts';
import type { Source } from '../../answer/source.ts';
import type { Review } from '../../collect/review.ts';
import type { DoubtRow, DoubtSide, RecordedAnswer } from '../../contract/review.ts';
import type { NamedThing } from '../../model/judgement.ts';
import type { Doubt } from '../../model/resolution.ts';
import { serve } from '../route.ts';

const ARTICLES_SHOWN = 3;
const PASSAGES_SHOWN = 2;

/** Who asks, and whether judging is offered: the explorer shows only what its reader may do. */
export function addRights(api: FastifyInstance, offered: boolean): void {
  serve(api, 'GET /rights', ({ role = 'reader' }) => ({ role, offered }));
}

/** Doubtful pairs with the evidence of both sides, the log of judgements, saying one, taking one back. */
export function addReviewRoutes(api: FastifyInstance, source: Source, review: Review): void {
  serve(api, 'GET /doubts', async ({ query: { limit, offset } }) => {
    const [doubts, overruled] = [await review.doubts(), await review.overruled()];
    const { catalogue } = await source.get();
    const page = doubts.slice(offset, offset + limit);
    const pairs = page.flatMap((doubt) => toDoubtRow(catalogue, doubt) ?? []);
    return { total: doubts.length, pairs, overruled };
  });
  serve(api, 'GET /judgements', () => {
    const { lines, standing } = review.said();
    const stands = new Set(standing.judgements.map(({ id }) => id));
    return {
      judgements: lines.map((line) => ({ line, stands: stands.has(line.id) })).reverse(),
      contradictions: standing.contradictions,
    };
  });
  const record = async (given: object): Promise<RecordedAnswer> => {
    const { lines, report } = await review.record([given]);
    const { upsertNodes, deleteNodes, upsertRelationships, deleteRelationships } = report.change;
    source.refresh();
    return {
      lines,
      changed: {
        nodes: upsertNodes.length + deleteNodes.length,
        relationships: upsertRelationships.length + deleteRelationships.length,
      },
    };
  };
  serve(api, 'POST /judgements', ({ body }) => record(body));
  serve(api, 'POST /judgements/:id/undo', ({ params: { id }, body }) =>
    record({ say: 'undo', of: id, ...body }),
  );
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
