import { useState } from 'react';
import type { TotalsAnswer } from '../../../src/contract/ledger.ts';
import type { ProjectRow, Total } from '../../../src/contract/profile.ts';
import type { RequestError } from '../../api/client.ts';
import type { Grouping } from '../../graph/view.ts';
import { useExplorer } from '../../state/store.ts';
import { EntityLink } from '../../ui/entity-link.tsx';
import { formatYuan } from '../../ui/format.ts';
import { totalNotes } from '../../ui/total-notes.ts';
import { useWords } from '../../ui/use-words.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { Projects } from '../profile/tables.tsx';
import { League } from './league.tsx';

type Group = TotalsAnswer['groups'][number];

/** Groups shown before the reader asks for more. */
const FIRST = 30;

/** What projects come to by group; each sum opens into its rows and sentences, and what was left out with why. */
export function Totals(props: {
  readonly by: Grouping;
  readonly answer: TotalsAnswer | undefined;
  readonly failure: RequestError | undefined;
  readonly onChange: (change: { readonly by: Grouping }) => void;
}) {
  const words = useWords();
  const { by, answer, failure, onChange } = props;
  const [shown, setShown] = useState(FIRST);
  const groups = answer ? ordered(answer.groups, by) : [];
  const most = Math.max(1, ...groups.map(({ total }) => total.least));
  return (
    <>
      <div className="narrow">
        <fieldset className="choices" aria-label={words.ledger.by}>
          {(Object.keys(words.ledger.groupings) as Grouping[]).map((one) => (
            <button key={one} type="button" aria-pressed={one === by} onClick={() => onChange({ by: one })}>
              {words.ledger.groupings[one]}
            </button>
          ))}
        </fieldset>
      </div>
      {!answer && <Waiting failure={failure} />}
      {answer && (
        <dl className="properties figures">
          <div className="property-investment">
            <dt>{words.totalInvestment}</dt>
            <dd>
              <Amount total={answer.total} />
              <small>{words.ledger.counted(answer.total.counted, answer.total.ranged)}</small>
              <small>{words.ledger.overlap}</small>
            </dd>
          </div>
        </dl>
      )}
      {answer && groups.length === 0 && <p className="waiting">{words.ledger.none}</p>}
      {groups.slice(0, shown).map((group) => (
        <OneGroup key={group.about?.id ?? group.month} group={group} most={most} />
      ))}
      {groups.length > shown && (
        <button type="button" className="link more" onClick={() => setShown(groups.length)}>
          {words.moreOf(groups.length - shown)}
        </button>
      )}
      <League title={words.ledger.groupings[by]} groups={groups} />
    </>
  );
}

/** Months in time, all else by what it comes to. */
function ordered(groups: readonly Group[], by: Grouping): readonly Group[] {
  return by === 'month' ? groups : [...groups].sort((a, b) => b.total.least - a.total.least);
}

/** A sum in yuan with what ranges, bounds and foreign money add. */
function Amount({ total }: { readonly total: Total }) {
  const locale = useExplorer((state) => state.locale);
  return (
    <>
      {total.counted > 0 ? formatYuan(total.yuan, locale) : <span className="none">—</span>}
      {totalNotes(total, locale).map((note) => (
        <small key={note}>{note}</small>
      ))}
    </>
  );
}

function OneGroup({ group, most }: { readonly group: Group; readonly most: number }) {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  const { about, month, total } = group;
  // What the sum is of stands on top.
  const projects = [...group.projects].sort((a, b) => (b.investment ?? -1) - (a.investment ?? -1));
  const name = about?.name ?? month ?? '';
  return (
    <section className="sum-group" data-open={isOpen}>
      <button type="button" className="sum-head" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span className="sum-name">
          {name}
          <span className="tally">{projects.length}</span>
        </span>
        <progress max={most} value={total.least} aria-hidden="true" />
        <span className="sum-amount">
          <Amount total={total} />
        </span>
      </button>
      {isOpen && (
        <>
          {about && (
            <p className="life-note">
              <EntityLink entity={about} />
              {words.ledger.counted(total.counted, total.ranged)}
            </p>
          )}
          <Projects projects={projects} within={about?.id ?? ''} />
          <LeftOut total={total} projects={projects} />
        </>
      )}
    </section>
  );
}

/** What is not in a sum, and why. */
function LeftOut({ total, projects }: { readonly total: Total; readonly projects: readonly ProjectRow[] }) {
  const words = useWords();
  if (total.leftOut.length === 0) return null;
  const rowOf = new Map(projects.map((row) => [row.project.id, row]));
  return (
    <section>
      <h3>{words.ledger.leftOut(total.leftOut.length)}</h3>
      <ul className="left-out">
        {total.leftOut.map(({ project, why, countedWith }) => (
          <li key={project.id}>
            <EntityLink entity={rowOf.get(project.id)?.project ?? project} />
            <span>
              {words.ledger.why[why]}
              {countedWith && ` · ${words.ledger.countedWith(countedWith.name)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
