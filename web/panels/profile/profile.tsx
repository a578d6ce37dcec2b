import type { CompanyView, ProjectView, Statement, TieRow } from '../../../src/model/profile.ts';
import type { EntityReference } from '../../../src/model/view.ts';
import { api } from '../../api/client.ts';
import { useLoaded } from '../../api/use-loaded.ts';
import { keepOnly } from '../../state/steps.ts';
import { selectArticle, selectEntity, selectRelation, useExplorer } from '../../state/store.ts';
import { EntityLink, Links } from '../../ui/entity-link.tsx';
import { formatValue, formatYuan, titleOf } from '../../ui/format.ts';
import { TypeMark } from '../../ui/icons.tsx';
import { LitText } from '../../ui/lit-text.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { useWords } from '../../ui/use-words.ts';
import { Waiting } from '../detail.tsx';
import { Posts, Projects } from './area.tsx';
import { Sum } from './figures.tsx';

/** A company or a project with all that it is tied to, in tables. */
export function ProfilePanel({ id }: { readonly id: string }) {
  const version = useExplorer((state) => state.graph?.version);
  const { value, failure } = useLoaded(`${id} ${version}`, (signal) => api.profile(id, signal));
  if (!value) return <Waiting failure={failure} />;
  return value.kind === 'company' ? <Company view={value} /> : <Project view={value} />;
}

/** A company: where it is, what it builds, with whom. */
function Company({ view }: { readonly view: CompanyView }) {
  const words = useWords();
  const locale = useExplorer((state) => state.locale);
  const { about, places, industries, projects, total, ties, posts, events } = view;
  return (
    <article className="area">
      <Head
        about={about}
        drawn={[
          ...places.map(({ id }) => id),
          ...projects.map(({ project }) => project.id),
          ...ties.map(({ other }) => other.id),
          ...posts.map(({ person }) => person.id),
        ]}
      />
      <dl className="properties figures">
        <div className="property-investment">
          <dt>{words.totalInvestment}</dt>
          <dd>
            {total.counted > 0 ? formatYuan(total.yuan, locale) : <span className="none">—</span>}
            <small>{words.totalNote(total.counted, projects.length)}</small>
          </dd>
        </div>
        <Figure name={words.types.Project} value={projects.length} />
        <Figure name={words.ties} value={ties.length} />
        <Figure name={words.people} value={posts.length} />
      </dl>
      <Kin places={places} industries={industries} />
      <Projects projects={projects} within={about.id} />
      <Ties ties={ties} isCompany />
      <Posts posts={posts} />
      <Timeline events={events} />
    </article>
  );
}

/** A project: how it came along, who builds it and where, and what was stated of its sum. */
function Project({ view }: { readonly view: ProjectView }) {
  const words = useWords();
  const locale = useExplorer((state) => state.locale);
  const { about, row, places, ties, sums, events, undated } = view;
  return (
    <article className="area">
      <Head about={about} drawn={[...places, ...row.investors].map(({ id }) => id)} />
      <dl className="properties figures">
        <div className="property-investment">
          <dt>{words.properties.investment}</dt>
          <dd>{row.investment === undefined ? <span className="none">—</span> : <Sum row={row} />}</dd>
        </div>
        <Figure
          name={words.properties.status ?? ''}
          value={row.status ? formatValue('status', row.status, locale) : '—'}
        />
        <Figure name={words.headings.INVESTS_IN.in} value={row.investors.length} />
        <Figure name={words.milestones} value={events.length} />
      </dl>
      <Kin places={places} industries={row.industries} />
      <Timeline
        events={events.map(({ about: _, ...event }) => event)}
        title={words.milestones}
        note={events.length === 0 ? words.noMilestones : undefined}
      />
      <Ties ties={ties} />
      <Statements title={words.sums} statements={sums} />
      <Statements title={words.undatedStates} statements={undated} />
    </article>
  );
}

function Head({ about, drawn }: { readonly about: EntityReference; readonly drawn: readonly string[] }) {
  const words = useWords();
  return (
    <>
      <header>
        <p className={`kind type-${about.type}`}>
          <TypeMark type={about.type} />
          {words.profileOfType(words.types[about.type])}
        </p>
        <h2>{about.name}</h2>
      </header>
      <p className="actions">
        <button type="button" onClick={() => selectEntity(about.id)}>
          {words.mentions}
        </button>
        <button type="button" onClick={() => keepOnly([about.id, ...drawn])}>
          {words.only}
        </button>
      </p>
    </>
  );
}

function Figure({ name, value }: { readonly name: string; readonly value: string | number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Kin(props: {
  readonly places: readonly EntityReference[];
  readonly industries: readonly EntityReference[];
}) {
  const words = useWords();
  const rows = [
    [words.headings.LOCATED_IN.out, props.places],
    [words.headings.IN_INDUSTRY.out, props.industries],
  ] as const;
  if (rows.every(([, entities]) => entities.length === 0)) return null;
  return (
    <dl className="kin">
      {rows.map(
        ([name, entities]) =>
          entities.length > 0 && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <Links entities={entities} />
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}

/** With whom, each line leading to its evidence. */
function Ties({
  ties,
  isCompany = false,
}: {
  readonly ties: readonly TieRow[];
  readonly isCompany?: boolean;
}) {
  const words = useWords();
  // Of a company: who builds the same as it does.
  const kindOf = ({ type, direction }: TieRow) =>
    type === 'INVESTS_IN' && isCompany ? words.builtWith : words.headings[type][direction];
  const columns: Column<TieRow>[] = [
    { name: words.partner, value: (row) => row.other.name, cell: (row) => <EntityLink entity={row.other} /> },
    {
      name: words.relation,
      value: kindOf,
      cell: (row) => (
        <button
          type="button"
          className="entity-link"
          title={words.evidence}
          onClick={() => selectRelation(row.relation)}
        >
          {kindOf(row)}
        </button>
      ),
    },
    { name: words.evidence, value: (row) => row.count },
    { name: words.properties.lastSeen ?? '', value: (row) => row.lastSeen },
  ];
  return (
    <Table
      title={words.ties}
      columns={columns}
      rows={ties}
      keyOf={(row) => `${row.relation} ${row.other.id}`}
    />
  );
}

/** What articles state, each with its sentence. */
function Statements(props: { readonly title: string; readonly statements: readonly Statement[] }) {
  const words = useWords();
  const locale = useExplorer((state) => state.locale);
  const columns: Column<Statement>[] = [
    {
      name: words.value,
      value: ({ value }) => value,
      cell: ({ name, value }) => formatValue(name, value, locale),
    },
    { name: words.date, value: ({ date }) => date },
    {
      name: words.evidence,
      value: ({ quote }) => quote,
      cell: ({ passage, article, start, end }) => (
        <button
          type="button"
          className="entity-link"
          title={words.readInArticle}
          onClick={() => selectArticle(article.id, { start, end })}
        >
          <LitText {...passage} isPlain isTight />
        </button>
      ),
    },
    { name: words.types.Article, value: ({ article }) => titleOf(article) },
  ];
  return (
    <Table
      title={props.title}
      columns={columns}
      rows={props.statements}
      keyOf={(row) => `${row.article.id} ${row.start} ${row.name}`}
    />
  );
}
