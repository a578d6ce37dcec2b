import type { AreaAnswer } from '../../../src/contract/profile.ts';
import { api } from '../../api/client.ts';
import { select } from '../../state/store.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { EntityLink, Links } from '../../ui/entity-link.tsx';
import { useWords } from '../../ui/use-words.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { Figures, Sum } from './figures.tsx';

/** Two areas side by side. */
export function ComparePanel({ ids }: { readonly ids: readonly string[] }) {
  const words = useWords();
  const pair = ids.slice(0, 2);
  const { value, failure } = useAnswer(pair.join(), (signal) =>
    Promise.all(pair.map((id) => api.area(id, signal))),
  );
  return (
    <article className="compare">
      <header>
        <p className="kind">{words.compare}</p>
      </header>
      <div className="columns">
        {value ? (
          value.map((area) => <Compared key={area.area.id} area={area} both={value} />)
        ) : (
          <Waiting failure={failure} />
        )}
      </div>
    </article>
  );
}

function Compared({
  area: value,
  both,
}: {
  readonly area: AreaAnswer;
  readonly both: readonly AreaAnswer[];
}) {
  const words = useWords();
  const { id } = value.area;
  const [projects, companies] = [value.projects.slice(0, 8), value.companies.slice(0, 8)];
  return (
    <section>
      <h2>
        <button type="button" className="entity-link" onClick={() => select({ kind: 'area', id })}>
          {value.area.name}
        </button>
      </h2>
      <Figures area={value} beside={both} />
      {projects.length > 0 && (
        <section>
          <h3>
            {words.types.Project}
            <span className="tally">{value.projects.length}</span>
          </h3>
          <ul className="pairs">
            {projects.map((row) => (
              <li key={row.project.id}>
                <EntityLink entity={row.project} />
                <Sum row={row} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {companies.length > 0 && (
        <section>
          <h3>
            {words.types.Company}
            <span className="tally">{value.companies.length}</span>
          </h3>
          <Links entities={companies.map(({ company }) => company)} />
        </section>
      )}
    </section>
  );
}
