import { useState } from 'react';
import type { DoubtfulRow } from '../../../src/contract/doubtful.ts';
import { api } from '../../api/client.ts';
import { selectRelation, useExplorer } from '../../state/store.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { Citation } from '../../ui/citation.tsx';
import { EntityLink } from '../../ui/entity-link.tsx';
import { formatValue } from '../../ui/format.ts';
import { useWords } from '../../ui/use-words.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { WrongRelation } from './wrong.tsx';

/** Relations that are fetched at a time. */
const PAGE = 20;

/** Relations that are doubtful, those first whose answer changes most, each with its sentence and what can be said of it. */
export function Unsure() {
  const words = useWords();
  const [limit, setLimit] = useState(PAGE);
  const { value, failure } = useAnswer(`${limit}`, (signal) => api.doubtful(limit, signal));
  if (!value) return <Waiting failure={failure} />;
  return (
    <section>
      <h3>
        {words.review.unsure}
        <span className="tally">{value.total}</span>
      </h3>
      {value.total === 0 && <p className="waiting">{words.review.noneUnsure}</p>}
      <ol className="facts">
        {value.rows.map((row) => (
          <li key={row.relation.id}>
            <Row row={row} />
          </li>
        ))}
      </ol>
      {value.total > limit && (
        <button type="button" className="link more" onClick={() => setLimit(limit + PAGE)}>
          {words.moreOf(value.total - limit)}
        </button>
      )}
    </section>
  );
}

function Row({ row: { relation } }: { readonly row: DoubtfulRow }) {
  const words = useWords();
  const locale = useExplorer((state) => state.locale);
  const [evidence] = relation.evidence;
  return (
    <>
      <p className="news-head">
        <EntityLink entity={relation.from} />
        <span className={`link-type relation-${relation.type}`}>{words.relations[relation.type]}</span>
        <EntityLink entity={relation.to} />
        {relation.title && <span>{relation.title}</span>}
        <time>{formatValue('confidence', relation.confidence, locale)}</time>
      </p>
      {evidence && (
        <button
          type="button"
          className="quote"
          title={words.evidenceOf(relation.to.name)}
          onClick={() => selectRelation(relation.id)}
        >
          {evidence.quote}
        </button>
      )}
      {evidence?.article && <Citation article={evidence.article} span={evidence.span} />}
      <WrongRelation relation={relation} />
    </>
  );
}
