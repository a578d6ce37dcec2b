import type { LifeRow } from '../../../src/contract/ledger.ts';
import { useWords } from '../../ui/use-words.ts';

const STEPS = ['signedOn', 'startedOn', 'toppedOutOn', 'operatingOn'] as const;

/** Whether any date of a project is told. */
export function isDated(life: LifeRow): boolean {
  return life.dueOn !== undefined || STEPS.some((step) => life[step] !== undefined);
}

/** The steps of a project in their order, each with its date where one is told; when it is due stands at the end. */
export function Milestones({ life }: { readonly life: LifeRow }) {
  const words = useWords();
  const last = STEPS.findLastIndex((step) => life[step] !== undefined);
  return (
    <ol className="milestones">
      {STEPS.map((step, at) => (
        <li key={step} data-reached={at <= last} data-dated={life[step] !== undefined}>
          <span>{words.ledger.steps[step]}</span>
          <time>{life[step] ?? '—'}</time>
        </li>
      ))}
      {life.dueOn && (
        <li className="due" data-late={life.marks.includes('late')}>
          <span>{words.ledger.steps.dueOn}</span>
          <time>{life.dueOn}</time>
        </li>
      )}
    </ol>
  );
}
