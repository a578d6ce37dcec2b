import type { CompanyAnswer, ProjectAnswer, TieRow } from '../contract/profile.ts';
import { YuantuError } from '../model/errors.ts';
import type { RelationshipRecord } from '../model/snapshot.ts';
import type { Outlook } from './catalogue.ts';
import { leaveOut } from './counted-once.ts';
import { toIndicators } from './indicator.ts';
import { builtBy, companyGroup } from './ledger.ts';
import { known, numberOf, textOf } from './properties.ts';
import { toEntityReference, typeOf } from './reference.ts';
import { toEvents, toStatements } from './statement.ts';
import { totalOf } from './sum.ts';
import { othersOf, toPosts, toProjectRow } from './table.ts';

/**
 * A company or a project with what it is tied to, in tables.
 *
 * @throws {YuantuError} NOT_FOUND when there is no such entity, INPUT when it is of another type.
 */
export function toProfileAnswer(catalogue: Outlook, id: string): CompanyAnswer | ProjectAnswer {
  const type = typeOf(catalogue.getEntity(id));
  if (type === 'Company') return toCompanyAnswer(catalogue, id);
  if (type === 'Project') return toProjectAnswer(catalogue, id);
  throw new YuantuError('INPUT', `${id} is a ${type}; a profile is of a Company or a Project`);
}

function toCompanyAnswer(catalogue: Outlook, id: string): CompanyAnswer {
  const company = catalogue.getEntity(id);
  const built = othersOf(catalogue, id, 'INVESTS_IN', 'out').filter((node) => typeOf(node) === 'Project');
  const projects = leaveOut(built.map((node) => toProjectRow(catalogue, node))).sort(
    (a, b) => (b.investment ?? -1) - (a.investment ?? -1),
  );
  const isTie = ({ type }: RelationshipRecord) => type === 'PARTNERS_WITH' || type === 'SUBSIDIARY_OF';
  const beside = built.flatMap((project) =>
    catalogue
      .relationsOf(project.id)
      .filter(({ type, from }) => type === 'INVESTS_IN' && from !== id)
      .map((relation) => toTie(catalogue, relation, project.id)),
  );
  return {
    kind: 'company',
    about: toEntityReference(company),
    places: othersOf(catalogue, id, 'LOCATED_IN', 'out').map(toEntityReference),
    industries: othersOf(catalogue, id, 'IN_INDUSTRY', 'out').map(toEntityReference),
    projects,
    total: totalOf(projects),
    ...groupOf(catalogue, id),
    ties: [
      ...catalogue
        .relationsOf(id)
        .filter(isTie)
        .map((relation) => toTie(catalogue, relation, id)),
      ...new Map(beside.map((tie) => [tie.other.id, tie])).values(),
    ],
    posts: toPosts(catalogue, new Set([id])),
    indicators: toIndicators(catalogue, id),
    events: toEvents(catalogue, [company, ...built]),
  };
}

/** What a company builds with all below it; nothing where no company is. */
function groupOf(catalogue: Outlook, id: string): Pick<CompanyAnswer, 'group'> {
  const [, ...below] = companyGroup(catalogue, id);
  if (below.length === 0) return {};
  const built = builtBy(catalogue, id).filter((node) => typeOf(node) === 'Project');
  const projects = leaveOut(built.map((node) => toProjectRow(catalogue, node))).sort(
    (a, b) => (b.investment ?? -1) - (a.investment ?? -1),
  );
  const companies = below.map((one) => toEntityReference(catalogue.getEntity(one)));
  return { group: { companies, projects, total: totalOf(projects) } };
}

function toProjectAnswer(catalogue: Outlook, id: string): ProjectAnswer {
  const project = catalogue.getEntity(id);
  const statements = toStatements(catalogue, id);
  const isTie = ({ type }: RelationshipRecord) => type === 'INVESTS_IN' || type === 'PARTNERS_WITH';
  return {
    kind: 'project',
    about: toEntityReference(project),
    row: toProjectRow(catalogue, project),
    places: othersOf(catalogue, id, 'LOCATED_IN', 'out').map(toEntityReference),
    ties: catalogue
      .relationsOf(id)
      .filter(isTie)
      .map((relation) => toTie(catalogue, relation, id)),
    sums: statements.filter(({ name }) => name === 'investment'),
    indicators: toIndicators(catalogue, id),
    events: toEvents(catalogue, [project]),
    undated: statements.filter(({ name, date }) => name !== 'investment' && date === undefined),
  };
}

function toTie(catalogue: Outlook, relation: RelationshipRecord, own: string): TieRow {
  const { id, type, from, to, properties } = relation;
  const direction = from === own ? ('out' as const) : ('in' as const);
  return known({
    other: toEntityReference(catalogue.getEntity(direction === 'out' ? to : from)),
    type: type as TieRow['type'],
    direction,
    relation: id,
    count: numberOf(properties, 'count') ?? 1,
    firstSeen: textOf(properties, 'firstSeen'),
    lastSeen: textOf(properties, 'lastSeen'),
  });
}
