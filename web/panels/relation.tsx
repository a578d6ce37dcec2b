import type { EvidenceRow, RelationAnswer } from '../../src/contract/entity.ts';
import type { EntityReference, Passage } from '../../src/contract/reference.ts';
import { bandOf } from '../../src/model/certainty.ts';
import { api } from '../api/client.ts';
import { selectArticle, selectEntity, useExplorer } from '../state/store.ts';
import { useAnswer, useLeadOn } from '../state/use-answer.ts';
import { Citation } from '../ui/citation.tsx';
import { formatValue } from '../ui/format.ts';
import { TypeMark } from '../ui/icons.tsx';
import { LitText } from '../ui/lit-text.tsx';
import { useWords } from '../ui/use-words.ts';
import { Waiting } from '../ui/waiting.tsx';
import { WrongRelation } from './review/wrong.tsx';

/** A relation with its ends and each sentence behind it. */
export function RelationPanel({ id }: { readonly id: string }) {
  const { value, failure } = useAnswer(id, (signal) => api.relation(id, signal));
  useLeadOn(id, value);
  return value ? <Relation relation={value} /> : <Waiting failure={failure} />;
}

function Relation({ relation }: { readonly relation: RelationAnswer }) {
  const words = useWords();
  const locale = useExplorer((state) => state.locale);
  const { firstSeen, lastSeen, confidence } = relation;
  const dates = firstSeen === lastSeen ? firstSeen : [firstSeen, lastSeen].filter(Boolean).join(' – ');
  return (
    <article className="relation">
      <header>
        <End entity={relation.from} />
        <p className={`link-line relation-${relation.type}`}>
          <span className="link-type">
            {words.relations[relation.type]}
            {relation.title && <strong>{relation.title}</strong>}
          </span>
        </p>
        <End entity={relation.to} />
      </header>
      <dl className="properties">
        {confidence !== undefined && relation.origin !== 'seed' && (
          <div>
            <dt>{words.confidence}</dt>
            <dd>
              {words.bands[bandOf(confidence)]} · {formatValue('confidence', confidence, locale)}
            </dd>
          </div>
        )}
        {relation.stories !== undefined && (
          <div>
            <dt>{words.property('stories')}</dt>
            <dd>{relation.stories}</dd>
          </div>
        )}
        {dates && (
          <div>
            <dt>{words.dateRange}</dt>
            <dd>{dates}</dd>
          </div>
        )}
      </dl>
      <WrongRelation relation={relation} />
      <section>
        <h3>
          {words.evidence}
          <span className="tally">{relation.evidence.length}</span>
        </h3>
        {relation.evidence.length === 0 && <p className="waiting">{words.noEvidence}</p>}
        <ol className="evidence">
          {relation.evidence.map((evidence) => (
            <li key={`${evidence.article?.id} ${evidence.span?.start} ${evidence.rule} ${evidence.quote}`}>
              <Evidence evidence={evidence} />
            </li>
          ))}
        </ol>
      </section>
    </article>
  );
}

function End({ entity }: { readonly entity: EntityReference }) {
  const words = useWords();
  return (
    <button
      type="button"
      className="end"
      title={words.profileOf(entity.name)}
      onClick={() => selectEntity(entity.id)}
    >
      <TypeMark type={entity.type} />
      <span>{entity.name}</span>
      <small>{words.types[entity.type]}</small>
    </button>
  );
}

/** Whether a quote is all of its passage: a mark over everything marks nothing. */
function isAll({ start, text, quotes }: Passage): boolean {
  const end = start + text.trimEnd().length;
  return quotes.some((quote) => quote.start <= start && quote.end >= end - 1);
}

function Evidence({ evidence }: { readonly evidence: EvidenceRow }) {
  const words = useWords();
  const { article, passage, span, quote, rule } = evidence;
  if (!article || !passage || !span)
    return (
      <p className="citation">
        <span>{words.fromSeeds}</span>
        <code>{quote}</code>
      </p>
    );
  return (
    <>
      <blockquote>
        <LitText {...passage} quotes={isAll(passage) ? [] : passage.quotes} />
      </blockquote>
      <Citation article={article} span={span} />
      <p className="evidence-foot">
        <button type="button" className="link" onClick={() => selectArticle(article.id, span)}>
          {words.readInArticle}
        </button>
        <span>
          {words.rule} <code>{rule}</code>
        </span>
      </p>
    </>
  );
}
