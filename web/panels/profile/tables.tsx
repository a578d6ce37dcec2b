import type { CompanyRow, PostRow, ProjectRow, Statement, TieRow } from '../../../src/contract/profile.ts';
import type { EntityReference } from '../../../src/contract/reference.ts';
import { selectArticle, selectRelation, useExplorer } from '../../state/store.ts';
import { EntityLink, Links } from '../../ui/entity-link.tsx';
import { formatFact, formatValue, titleOf } from '../../ui/format.ts';
import { formatCapacity } from '../../ui/format-figure.ts';
import { LitText } from '../../ui/lit-text.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { useWords } from '../../ui/use-words.ts';
import { Sum } from './figures.tsx';

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
      name: words.property('investment'),
      value: (row) => row.investment,
      cell: (row) => <Sum row={row} />,
    },
    {
      name: words.property('status'),
      value: (row) => row.status && formatValue('status', row.status, locale),
    },
    {
      name: words.property('capacity'),
      value: (row) => formatCapacity(row.capacity, locale),
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
      // Where the page is that of the place itself, the column says nothing and goes.
      value: (row) => (row.place?.id === within ? undefined : row.place?.name),
      cell: (row) => (row.place && row.place.id !== within ? <EntityLink entity={row.place} /> : null),
    },
    { name: words.property('lastSeen'), value: (row) => row.lastSeen },
  ];
  return (
    <Table
      title={words.many.Project}
      columns={columns}
      rows={projects}
      keyOf={(row) => row.project.id}
      proof={(row) => ({ ids: [row.project.id] })}
    />
  );
}

/** Companies with what they build. */
export function Companies({ companies }: { readonly companies: readonly CompanyRow[] }) {
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
    { name: words.property('stories'), value: (row) => row.stories },
    { name: words.property('lastSeen'), value: (row) => row.lastSeen },
  ];
  return (
    <Table
      title={words.many.Company}
      columns={columns}
      rows={companies}
      keyOf={(row) => row.company.id}
      proof={(row) => ({ ids: [row.company.id] })}
    />
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
      name: words.property('title'),
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
    { name: words.property('since'), value: (row) => row.since },
    { name: words.property('until'), value: (row) => row.until },
    { name: words.property('lastSeen'), value: (row) => row.lastSeen },
  ];
  return (
    <Table
      title={words.people}
      columns={columns}
      rows={posts}
      keyOf={(row) => row.relation}
      proof={(row) => ({ ids: [row.relation] })}
    />
  );
}

/** With whom, each line leading to its evidence. */
export function Ties({
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
    { name: words.property('lastSeen'), value: (row) => row.lastSeen },
  ];
  return (
    <Table
      title={words.ties}
      columns={columns}
      rows={ties}
      keyOf={(row) => `${row.relation} ${row.other.id}`}
      proof={(row) => ({ ids: [row.relation] })}
    />
  );
}

/** What articles state, each with its sentence. */
export function Statements(props: { readonly title: string; readonly statements: readonly Statement[] }) {
  const words = useWords();
  const locale = useExplorer((state) => state.locale);
  const columns: Column<Statement>[] = [
    {
      name: words.value,
      value: ({ value, min, max }) => value ?? min ?? max,
      cell: (statement) => formatFact(statement, locale),
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
      proof={(row) => ({ sentences: [row] })}
    />
  );
}

function names(entities: readonly EntityReference[]): string {
  return entities.map(({ name }) => name).join('、');
}
