import { useState } from 'react';
import type { EntityType } from '../../../src/model/entity.ts';
import type { ArticleMentions, EntityView, RelationRow } from '../../../src/model/view.ts';
import { api } from '../../api/client.ts';
import { useLoaded } from '../../api/use-loaded.ts';
import { placeNow } from '../../scene/derive.ts';
import { collapse, hide, keepOnly, pin, togglePicked, withNeighbours } from '../../state/steps.ts';
import { select, selectEntity, selectRelation, useExplorer } from '../../state/store.ts';
import { Citation } from '../../ui/citation.tsx';
import { formatValue } from '../../ui/format.ts';
import { TypeMark } from '../../ui/icons.tsx';
import { Passages } from '../../ui/passages.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { ToolButton } from '../../ui/tool-button.tsx';
import { useWords } from '../../ui/use-words.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { WrongEntity } from '../review/wrong.tsx';
import { Expand } from './expand.tsx';
import { Facts } from './facts.tsx';

/** Properties shown under the name, in this order; the others serve the program. */
const SHOWN = [
  'investment',
  'status',
  'title',
  'level',
  'kind',
  'mentions',
  'stories',
  'firstSeen',
  'lastSeen',
];

/** The types that have a page of tables, and of which kind it is. */
const PAGES: Readonly<Partial<Record<EntityType, 'area' | 'profile'>>> = {
  Zone: 'area',
  Place: 'area',
  Industry: 'area',
  Company: 'profile',
  Project: 'profile',
};

/** Rows and passages shown before the reader asks for more. */
const FIRST = 8;

export function EntityPanel({ id }: { readonly id: string }) {
  const version = useExplorer((state) => state.graph?.version);
  const { value, failure } = useLoaded(`${id} ${version}`, (signal) => api.entity(id, signal));
  return value ? <Profile entity={value} /> : <Waiting failure={failure} />;
}

function Profile({ entity }: { readonly entity: EntityView }) {
  const words = useWords();
  const locale = useExplorer((state) => state.locale);
  const page = PAGES[entity.type];
  const properties = SHOWN.flatMap((name) => {
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
      <Actions entity={entity} />
      <dl className="properties">
        {properties.map(({ name, text }) => (
          <div key={name} className={`property-${name}`}>
            <dt>{words.properties[name]}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <WrongEntity entity={entity} />
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

/** What can be done with the entity on the canvas. */
function Actions({ entity }: { readonly entity: EntityView }) {
  const words = useWords();
  const { id } = entity;
  const [isExpanding, setExpanding] = useState(false);
  const isPicked = useExplorer((state) => state.picked.has(id));
  const isPinned = useExplorer((state) => state.pins.has(id));
  const take = () => {
    select(undefined);
    hide([id]);
  };
  const togglePin = () => {
    const point = isPinned ? undefined : placeNow(id);
    if (point || isPinned) pin(new Map([[id, point]]));
  };
  return (
    <>
      <p className="actions">
        <button type="button" onClick={() => keepOnly(withNeighbours(id))}>
          {words.keepNeighbours}
        </button>
        <button type="button" aria-expanded={isExpanding} onClick={() => setExpanding(!isExpanding)}>
          {words.expand}…
        </button>
        <button type="button" onClick={() => collapse(id)}>
          {words.collapse}
        </button>
        <button type="button" onClick={take}>
          {words.takeOut}
        </button>
        <button type="button" aria-pressed={isPinned} onClick={togglePin}>
          {isPinned ? words.unpin : words.pin}
        </button>
        <button type="button" aria-pressed={isPicked} onClick={() => togglePicked(id)}>
          {words.pick}
        </button>
      </p>
      {isExpanding && <Expand relations={entity.relations} id={id} />}
    </>
  );
}

/** What the facts tell of when, the oldest first. */
function toMilestones({ facts }: EntityView) {
  return facts
    .filter(({ name }) => name !== 'investment')
    .flatMap((fact) => {
      const date = fact.date ?? fact.article.published;
      return date === undefined ? [] : [{ ...fact, date }];
    })
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** Rows of one type and direction together, in the order they come in. */
function toGroups(rows: readonly RelationRow[]): RelationRow[][] {
  const groups = new Map<string, RelationRow[]>();
  for (const row of rows) {
    const key = row.type === 'PARTNERS_WITH' ? row.type : `${row.type} ${row.direction}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

function RelationGroup({ rows }: { readonly rows: readonly RelationRow[] }) {
  const words = useWords();
  const [isWhole, setWhole] = useState(false);
  const [first] = rows;
  if (!first) return null;
  const shown = isWhole || rows.length <= FIRST + 2 ? rows : rows.slice(0, FIRST);
  return (
    <section>
      <h3>
        {words.headings[first.type][first.direction]}
        <span className="tally">{rows.length}</span>
      </h3>
      <ul className="rows">
        {shown.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              className="row"
              title={words.evidenceOf(row.other.name)}
              onClick={() => selectRelation(row.id)}
            >
              <TypeMark type={row.other.type} />
              <span className="row-name">
                {row.other.name}
                {row.title && <small>{row.title}</small>}
              </span>
              <span className="row-count">
                {row.origin === 'seed' ? words.fromSeeds : row.count > 1 && words.evidenceCount(row.count)}
              </span>
            </button>
            <ToolButton
              icon="next"
              name={words.profileOf(row.other.name)}
              onClick={() => selectEntity(row.other.id)}
            />
          </li>
        ))}
      </ul>
      {shown.length < rows.length && (
        <button type="button" className="link more" onClick={() => setWhole(true)}>
          {words.moreOf(rows.length - shown.length)}
        </button>
      )}
    </section>
  );
}

function Mentions({ mentions }: { readonly mentions: ArticleMentions }) {
  const words = useWords();
  const { article, count, passages } = mentions;
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? passages : passages.slice(0, 3);
  return (
    <div className="source">
      <Citation article={article} note={words.mentionCount(count)} isLinked />
      <Passages article={article.id} passages={shown} />
      {passages.length > 3 && (
        <button type="button" className="link more" onClick={() => setWhole(!isWhole)}>
          {isWhole ? words.fewer : words.moreOf(passages.length - shown.length)}
        </button>
      )}
    </div>
  );
}
