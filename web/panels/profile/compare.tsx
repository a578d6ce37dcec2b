import type { ReactNode } from 'react';
import { PROJECT_STATUSES } from '../../../src/model/entity.ts';
import { api } from '../../api/client.ts';
import { indexOf } from '../../graph/graph-index.ts';
import { select, useExplorer } from '../../state/store.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { EntityLink } from '../../ui/entity-link.tsx';
import { formatValue, formatYuan } from '../../ui/format.ts';
import { TypeMark } from '../../ui/icons.tsx';
import { useWords } from '../../ui/use-words.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { type Comparable, keysOf, ofArea, ofCompany, sharedOf } from './comparable.ts';
import { Sum } from './figures.tsx';

/** Things side by side at most, and of each list the rows that are shown. */
const MOST_COMPARED = 5;
const ROWS = 12;

/** Up to five areas or companies side by side, row by row, with what they share. */
export function ComparePanel({ ids }: { readonly ids: readonly string[] }) {
  const words = useWords();
  const compared = ids.slice(0, MOST_COMPARED);
  const { value, failure } = useAnswer(compared.join(), (signal, asOf) =>
    Promise.all(compared.map((id) => askFor(id, signal, asOf))),
  );
  return (
    <article className="compare">
      <header>
        <p className="kind">{words.compare}</p>
      </header>
      {value ? <Compared things={value} /> : <Waiting failure={failure} />}
    </article>
  );
}

/** A company by its own page, whatever else by that of what is in it. */
async function askFor(id: string, signal: AbortSignal, asOf: string | undefined): Promise<Comparable> {
  const { graph } = useExplorer.getState();
  const known = graph?.nodes.type[indexOf(graph).nodeOf.get(id) ?? -1];
  // The graph comes later than the panel of an address, and has not everything.
  const type = known ?? (await api.entity(id, signal)).type;
  if (type !== 'Company') return ofArea(await api.area(id, signal, asOf));
  const profile = await api.profile(id, signal, asOf);
  return profile.kind === 'company' ? ofCompany(profile) : ofArea(await api.area(id, signal, asOf));
}

function Compared({ things }: { readonly things: readonly Comparable[] }) {
  const words = useWords();
  const locale = useExplorer((state) => state.locale);
  const states = PROJECT_STATUSES.filter((status) => things.some((one) => one.states.has(status)));
  const industries = keysOf(things.map((one) => one.industries)).slice(0, ROWS);
  const shared = [
    [words.many.Company, sharedOf(things.map(({ firms }) => firms))],
    [words.many.Project, sharedOf(things.map(({ projects }) => projects.map(({ project }) => project)))],
    [words.people, sharedOf(things.map(({ people }) => people))],
  ] as const;
  const yuan = things.map((one) => one.yuan ?? 0);
  return (
    <div className="table compared">
      <table>
        <thead>
          <tr>
            <td />
            {things.map(({ about, page }) => (
              <th key={about.id} scope="col">
                <button
                  type="button"
                  className="entity-link"
                  onClick={() => select({ kind: page, id: about.id })}
                >
                  <TypeMark type={about.type} />
                  {about.name}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Row
            name={words.totalInvestment}
            things={things}
            cell={(one, at) =>
              one.yuan === undefined ? (
                '—'
              ) : (
                <Measured text={formatYuan(one.yuan, locale)} value={yuan[at]} all={yuan} />
              )
            }
          />
          <Counts name={words.many.Project} things={things} count={({ projects }) => projects.length} />
          <Counts name={words.many.Company} things={things} count={({ firms }) => firms.length} />
          <Counts name={words.people} things={things} count={({ people }) => people.length} />
        </tbody>
        {states.length > 0 && (
          <Part title={words.byStatus} columns={things.length}>
            {states.map((status) => (
              <Counts
                key={status}
                name={formatValue('status', status, locale)}
                things={things}
                count={(one) => one.states.get(status) ?? 0}
              />
            ))}
          </Part>
        )}
        {industries.length > 0 && (
          <Part title={words.byIndustry} columns={things.length}>
            {industries.map((name) => (
              <Counts key={name} name={name} things={things} count={(one) => one.industries.get(name) ?? 0} />
            ))}
          </Part>
        )}
        {shared.map(
          ([name, list]) =>
            list.length > 0 && (
              <Part key={name} title={words.find.shared(name, list.length)} columns={things.length}>
                {list.slice(0, ROWS).map(({ entity, at }) => (
                  <Row
                    key={entity.id}
                    name={<EntityLink entity={entity} />}
                    things={things}
                    cell={(_, place) => at.has(place) && <span className="has">✓</span>}
                  />
                ))}
              </Part>
            ),
        )}
        <Part title={words.find.largest} columns={things.length}>
          <Row
            name=""
            things={things}
            cell={({ projects }) => (
              <ul className="pairs">
                {projects.slice(0, 8).map((row) => (
                  <li key={row.project.id}>
                    <EntityLink entity={row.project} />
                    <Sum row={row} />
                  </li>
                ))}
              </ul>
            )}
          />
        </Part>
      </table>
    </div>
  );
}

function Part(props: { readonly title: string; readonly columns: number; readonly children: ReactNode }) {
  return (
    <tbody>
      <tr className="part">
        <th scope="colgroup" colSpan={props.columns + 1}>
          {props.title}
        </th>
      </tr>
      {props.children}
    </tbody>
  );
}

function Row(props: {
  readonly name: ReactNode;
  readonly things: readonly Comparable[];
  readonly cell: (one: Comparable, at: number) => ReactNode;
}) {
  return (
    <tr>
      <th scope="row">{props.name}</th>
      {props.things.map((one, at) => (
        <td key={one.about.id}>{props.cell(one, at)}</td>
      ))}
    </tr>
  );
}

/** Numbers of one row, each with its share of the greatest. */
function Counts(props: {
  readonly name: string;
  readonly things: readonly Comparable[];
  readonly count: (one: Comparable) => number;
}) {
  const all = props.things.map(props.count);
  return (
    <Row
      name={props.name}
      things={props.things}
      cell={(_, at) => <Measured text={String(all[at] ?? 0)} value={all[at]} all={all} />}
    />
  );
}

function Measured(props: {
  readonly text: string;
  readonly value: number | undefined;
  readonly all: readonly number[];
}) {
  return (
    <span className="measured">
      {props.text}
      <progress max={Math.max(1, ...props.all)} value={props.value ?? 0} aria-hidden="true" />
    </span>
  );
}
