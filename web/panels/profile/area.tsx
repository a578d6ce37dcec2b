import type { AreaView, CompanyRow, PostRow, ProjectRow } from '../../../src/model/profile.ts';
import type { EntityReference } from '../../../src/model/view.ts';
import { api } from '../../api/client.ts';
import { useLoaded } from '../../api/use-loaded.ts';
import { keepOnly } from '../../state/steps.ts';
import { selectEntity, selectRelation, useExplorer } from '../../state/store.ts';
import { EntityLink, Links } from '../../ui/entity-link.tsx';
import { formatValue } from '../../ui/format.ts';
import { TypeMark } from '../../ui/icons.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { useWords } from '../../ui/use-words.ts';
import { Waiting } from '../detail.tsx';
import { Figures, Sum } from './figures.tsx';

/** A zone, a place or an industry with all that is in it. */
export function AreaPanel({ id }: { readonly id: string }) {
  const { value, failure } = useLoaded(id, (signal) => api.area(id, signal));
  return value ? <Area area={value} /> : <Waiting failure={failure} />;
}

const names = (entities: readonly EntityReference[]) => entities.map(({ name }) => name).join('、');

function Area({ area }: { readonly area: AreaView }) {
  const words = useWords();
  const drawn = [
    area.area.id,
    ...area.parts.map(({ id }) => id),
    ...area.projects.map(({ project }) => project.id),
    ...area.companies.map(({ company }) => company.id),
    ...area.posts.map(({ person }) => person.id),
  ];
  return (
    <article className="area">
      <header>
        <p className={`kind type-${area.area.type}`}>
          <TypeMark type={area.area.type} />
          {words.areaOf(words.types[area.area.type])}
        </p>
        <h2>{area.area.name}</h2>
      </header>
      <p className="actions">
        <button type="button" onClick={() => selectEntity(area.area.id)}>
          {words.mentions}
        </button>
        <button type="button" onClick={() => keepOnly(drawn)}>
          {words.only}
        </button>
      </p>
      <Figures area={area} />
      {area.parents.length + area.parts.length > 0 && (
        <dl className="kin">
          {area.parents.length > 0 && (
            <div>
              <dt>{words.parents}</dt>
              <dd>
                <Links entities={area.parents} />
              </dd>
            </div>
          )}
          {area.parts.length > 0 && (
            <div>
              <dt>{words.parts}</dt>
              <dd>
                <Links entities={area.parts} />
              </dd>
            </div>
          )}
        </dl>
      )}
      <Projects projects={area.projects} within={area.area.id} />
      <Companies companies={area.companies} />
      <Posts posts={area.posts} />
      <Timeline events={area.events} />
    </article>
  );
}

/** Projects with their sums and states; the place is left out where it is `within`, whose profile it is. */
export function Projects({
  projects,
  within,
}: {
  readonly projects: readonly ProjectRow[];
  readonly within: string;
}) {
  const words = useWords();
  const locale = useExplorer((state) => state.locale);
  const columns: Column<ProjectRow>[] = [
    {
      name: words.types.Project,
      value: (row) => row.project.name,
      cell: (row) => <EntityLink entity={row.project} />,
    },
    {
      name: words.properties.investment ?? '',
      value: (row) => row.investment,
      cell: (row) => <Sum row={row} />,
    },
    {
      name: words.properties.status ?? '',
      value: (row) => row.status && formatValue('status', row.status, locale),
    },
    {
      name: words.headings.INVESTS_IN.in,
      value: (row) => names(row.investors),
      cell: (row) => <Links entities={row.investors} />,
    },
    {
      name: words.types.Industry,
      value: (row) => names(row.industries),
      cell: (row) => <Links entities={row.industries} />,
    },
    {
      name: words.headings.LOCATED_IN.out,
      value: (row) => row.place?.name,
      cell: (row) => (row.place && row.place.id !== within ? <EntityLink entity={row.place} /> : null),
    },
    { name: words.properties.lastSeen ?? '', value: (row) => row.lastSeen },
  ];
  return (
    <Table title={words.types.Project} columns={columns} rows={projects} keyOf={(row) => row.project.id} />
  );
}

function Companies({ companies }: { readonly companies: readonly CompanyRow[] }) {
  const words = useWords();
  const columns: Column<CompanyRow>[] = [
    {
      name: words.types.Company,
      value: (row) => row.company.name,
      cell: (row) => <EntityLink entity={row.company} />,
    },
    {
      name: words.headings.INVESTS_IN.out,
      value: (row) => names(row.projects),
      cell: (row) => <Links entities={row.projects} />,
    },
    {
      name: words.types.Industry,
      value: (row) => names(row.industries),
      cell: (row) => <Links entities={row.industries} />,
    },
    { name: words.properties.stories ?? '', value: (row) => row.stories },
    { name: words.properties.lastSeen ?? '', value: (row) => row.lastSeen },
  ];
  return (
    <Table title={words.types.Company} columns={columns} rows={companies} keyOf={(row) => row.company.id} />
  );
}

/** Who holds which post where. */
export function Posts({ posts }: { readonly posts: readonly PostRow[] }) {
  const words = useWords();
  const columns: Column<PostRow>[] = [
    {
      name: words.person,
      value: (row) => row.person.name,
      cell: (row) => <EntityLink entity={row.person} />,
    },
    {
      name: words.properties.title ?? '',
      value: (row) => row.title,
      cell: (row) => (
        <button
          type="button"
          className="entity-link"
          title={words.evidence}
          onClick={() => selectRelation(row.relation)}
        >
          {row.title ?? words.evidence}
        </button>
      ),
    },
    {
      name: words.headings.HOLDS_POST.out,
      value: (row) => row.at.name,
      cell: (row) => <EntityLink entity={row.at} />,
    },
    { name: words.properties.lastSeen ?? '', value: (row) => row.lastSeen },
  ];
  return <Table title={words.people} columns={columns} rows={posts} keyOf={(row) => row.relation} />;
}
