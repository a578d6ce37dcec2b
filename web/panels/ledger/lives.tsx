import { type ReactNode, useState } from 'react';
import type { LedgerAnswer, LifeRow, Mark } from '../../../src/contract/ledger.ts';
import { PROJECT_STATUSES } from '../../../src/model/entity.ts';
import type { RequestError } from '../../api/client.ts';
import type { LedgerView } from '../../graph/view.ts';
import { useExplorer } from '../../state/store.ts';
import { EntityLink, Links } from '../../ui/entity-link.tsx';
import { useFiles } from '../../ui/files.tsx';
import { formatValue } from '../../ui/format.ts';
import { formatCapacity } from '../../ui/format-figure.ts';
import { Timeline } from '../../ui/timeline.tsx';
import { useWords } from '../../ui/use-words.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { Sum, TotalFigure } from '../profile/figures.tsx';
import { toLivesFile } from './lives-file.ts';
import { isDated, Milestones } from './milestones.tsx';

/** Lives shown before the reader asks for more. */
const FIRST = 30;

/** The lives of projects with what stands out in them, narrowed by mark and state. */
export function Lives(props: {
  readonly view: LedgerView;
  readonly answer: LedgerAnswer | undefined;
  readonly failure: RequestError | undefined;
  readonly onChange: (change: {
    readonly mark?: Mark | undefined;
    readonly status?: LedgerView['status'] | undefined;
  }) => void;
}) {
  const words = useWords();
  const locale = useExplorer((state) => state.locale);
  const { view, answer, failure, onChange } = props;
  const [shown, setShown] = useState(FIRST);
  const files = useFiles(() => toLivesFile(answer?.projects ?? [], words, locale));
  const marks = Object.keys(words.ledger.marks) as Mark[];
  const undated = answer?.projects.filter((life) => !isDated(life)).length ?? 0;
  const listed = answer?.projects.slice(0, shown) ?? [];
  const withoutDate = listed.filter((life) => !isDated(life));
  return (
    <>
      <div className="narrow">
        <fieldset className="choices" aria-label={words.ledger.marked}>
          <button type="button" aria-pressed={!view.mark} onClick={() => onChange({ mark: undefined })}>
            {words.ledger.any}
          </button>
          {marks.map((mark) => (
            <button
              key={mark}
              type="button"
              title={words.ledger.markNotes[mark]}
              aria-pressed={view.mark === mark}
              onClick={() => onChange({ mark: view.mark === mark ? undefined : mark })}
            >
              {words.ledger.marks[mark]}
            </button>
          ))}
        </fieldset>
        <label>
          {words.property('status')}
          <select
            className="plain"
            value={view.status ?? ''}
            onChange={({ target }) =>
              onChange({ status: PROJECT_STATUSES.find((status) => status === target.value) })
            }
          >
            <option value="">{words.ledger.any}</option>
            {PROJECT_STATUSES.map((status) => (
              <option key={status} value={status}>
                {formatValue('status', status, locale)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {view.mark && <p className="aliases">{words.ledger.markNotes[view.mark]}</p>}
      {!answer && <Waiting failure={failure} />}
      {answer?.projects.length === 0 && <p className="waiting">{words.ledger.none}</p>}
      {answer && answer.projects.length > 0 && (
        <>
          <dl className="properties figures">
            <TotalFigure total={answer.total} projects={answer.projects.length} />
          </dl>
          <Group title={words.many.Project} tally={answer.projects.length} lives={listed.filter(isDated)}>
            {files.buttons}
          </Group>
          {files.failed}
          {withoutDate.length > 0 && (
            <Group title={words.ledger.undated} tally={undated} lives={withoutDate} />
          )}
          {answer.projects.length > shown && (
            <button type="button" className="link more" onClick={() => setShown(answer.projects.length)}>
              {words.moreOf(answer.projects.length - shown)}
            </button>
          )}
        </>
      )}
    </>
  );
}

/** Some of the lives under a heading; `tally` is how many there are in all. */
function Group(props: {
  readonly title: string;
  readonly tally: number;
  readonly lives: readonly LifeRow[];
  readonly children?: ReactNode;
}) {
  const { title, tally, lives, children } = props;
  return (
    <section>
      <h3>
        {title}
        <span className="tally">{tally}</span>
        {children}
      </h3>
      {lives.length > 0 && (
        <ol className="lives">
          {lives.map((life) => (
            <li key={life.project.id}>
              <Life life={life} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** One project: its sum and marks, its steps on a line, and on demand the sentences behind them. */
function Life({ life }: { readonly life: LifeRow }) {
  const words = useWords();
  const locale = useExplorer((state) => state.locale);
  const [isOpen, setOpen] = useState(false);
  const { project, marks, contradictions, investors, place, told, sums } = life;
  const dateOf = ({ date = '' }: LifeRow['told'][number]) => date;
  const sentences = [...told, ...sums].sort((a, b) => (dateOf(a) < dateOf(b) ? -1 : 1));
  const stateOf = (state: string) => formatValue('status', state, locale);
  return (
    <>
      <p className="life-head">
        <EntityLink entity={project} />
        {!isDated(life) && life.status && <span className="badge">{stateOf(life.status)}</span>}
        {marks.map((mark) => (
          <span key={mark} className="badge" data-mark={mark} title={words.ledger.markNotes[mark]}>
            {words.ledger.marks[mark]}
          </span>
        ))}
        <span className="life-sum">
          <Sum row={life} />
        </span>
      </p>
      {isDated(life) && <Milestones life={life} />}
      {contradictions.map((one) => (
        <p key={`${one.first} ${one.next}`} className="contradiction">
          {words.ledger.contradiction(one, stateOf)}
        </p>
      ))}
      <p className="life-note">
        {life.capacity && <span>{formatCapacity(life.capacity, locale)}</span>}
        <Links entities={[...investors, ...(place ? [place] : [])]} />
        {sentences.length > 0 && (
          <button type="button" className="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {words.ledger.sentences(sentences.length)}
          </button>
        )}
      </p>
      {isOpen && <Timeline events={sentences} title={words.milestones} />}
    </>
  );
}
