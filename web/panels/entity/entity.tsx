import type { EntityAnswer } from '../../../src/contract/entity.ts';
import type { EntityType } from '../../../src/model/entity.ts';
import { labelsOf, NODES } from '../../../src/model/schema.ts';
import { api } from '../../api/client.ts';
import { pageOf } from '../../graph/view.ts';
import { select, useExplorer } from '../../state/store.ts';
import { useAnswer, useLeadOn } from '../../state/use-answer.ts';
import { formatValue, titleOf } from '../../ui/format.ts';
import { TypeMark } from '../../ui/icons.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { useWords } from '../../ui/use-words.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { AddRelation } from '../review/add-relation.tsx';
import { WrongEntity } from '../review/wrong.tsx';
import { Actions } from './actions.tsx';
import { Facts } from './facts.tsx';
import { Mentions } from './mentions.tsx';
import { RelationGroup, toGroups } from './relation-group.tsx';

/** What is shown of every entity under its name, after the properties of its type; the others serve the program. */
const OF_ALL = ['mentions', 'stories', 'firstSeen', 'lastSeen'];

/** An entity with all that is known of it. */
export function EntityPanel({ id }: { readonly id: string }) {
  const { value, failure } = useAnswer(id, (signal) => api.entity(id, signal));
  useLeadOn(id, value);
  return value ? <Profile entity={value} /> : <Waiting failure={failure} />;
}

function Profile({ entity }: { readonly entity: EntityAnswer }) {
  const words = useWords();
  const locale = useExplorer((state) => state.locale);
  const page = pageOf(entity.type);
  const properties = shownOf(entity.type).flatMap((name) => {
    const value = entity.properties[name];
    return value === undefined ? [] : [{ name, text: formatValue(name, value, locale) }];
  });
  return (
    <article className="profile">
      <header>
        <p className={`kind type-${entity.type}`}>
          <TypeMark type={entity.type} />
          {words.types[entity.type]}
        </p>
        <h2>{entity.name}</h2>
        {entity.aliases.length > 0 && (
          <p className="aliases">
            <span>{words.aliases}</span>
            {entity.aliases.join('、')}
          </p>
        )}
      </header>
      {page && (
        <p>
          <button type="button" className="button" onClick={() => select({ kind: page, id: entity.id })}>
            {page === 'area' ? words.openArea : words.openProfile}
          </button>
        </p>
      )}
      {!page && (
        <p>
          <button
            type="button"
            className="button"
            onClick={() => select({ kind: 'ledger', page: 'posts', about: entity.id })}
          >
            {words.ledger.pages.posts}
          </button>
        </p>
      )}
      <Actions entity={entity} />
      <dl className="properties">
        {properties.map(({ name, text }) => (
          <div key={name} className={`property-${name}`}>
            <dt>{words.property(name)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <WrongEntity entity={entity} />
      <AddRelation
        subject={entity}
        near={[]}
        sentences={entity.mentions.flatMap(({ article, passages }) =>
          passages.map(({ text }) => ({ article: article.id, title: titleOf(article), text })),
        )}
      />
      {toGroups(entity.relations).map((rows) => (
        <RelationGroup key={`${rows[0]?.type} ${rows[0]?.direction}`} rows={rows} />
      ))}
      <Timeline events={toMilestones(entity)} />
      {entity.facts.length > 0 && <Facts entity={entity} />}
      {entity.mentions.length > 0 && (
        <section>
          <h3>
            {words.mentions}
            <span className="tally">{words.articleCount(entity.mentions.length)}</span>
          </h3>
          {entity.mentions.map((mentions) => (
            <Mentions key={mentions.article.id} mentions={mentions} />
          ))}
        </section>
      )}
    </article>
  );
}

/** The names of the properties that are shown of an entity of this type, in order. */
function shownOf(type: EntityType): string[] {
  const own = labelsOf([type]).filter((label) => label !== 'Entity');
  return [...own.flatMap((label) => Object.keys(NODES[label].properties)), ...OF_ALL];
}

/** What the facts tell of when, the oldest first. */
function toMilestones({ facts }: EntityAnswer) {
  return facts
    .filter(({ name }) => name !== 'investment')
    .flatMap((fact) => {
      const date = fact.date ?? fact.article.published;
      return date === undefined ? [] : [{ ...fact, date }];
    })
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}
