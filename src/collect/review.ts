import { YuantuError } from '../model/errors.ts';
import type { JudgementLine, Overruled, Standing } from '../model/judgement.ts';
import type { Doubt } from '../model/resolution.ts';
import type { JudgementLog } from '../verdict/log.ts';
import { parseJudgement } from '../verdict/parse.ts';
import { replay } from '../verdict/replay.ts';
import { restored } from './as-judged.ts';
import type { BuildReport } from './report.ts';
import type { Session } from './session.ts';

/** Judging with a graph that follows: what is doubtful, what was said, and saying more. */
export interface Review {
  doubts(): Promise<readonly Doubt[]>;
  /** Judgements that give way to others, because articles tie together what they name. */
  overruled(): Promise<readonly Overruled[]>;
  /** Every line of the log, oldest first, and what stands of them. */
  history(): { readonly lines: readonly JudgementLine[]; readonly standing: Standing };
  /**
   * Writes judgements down, without `at` and `id`, and brings the graph up to date. One on a value or a relation is written for
   * every name under which articles tell it, so that it reaches them all.
   *
   * @throws {YuantuError} INPUT for what is no judgement, NOT_FOUND for one on what no article tells and for an undo of what does
   * not stand; nothing is written then.
   */
  record(
    given: readonly object[],
  ): Promise<{ readonly lines: JudgementLine[]; readonly report: BuildReport }>;
}

/** `now` gives the time of day, for what is recorded. */
export function openReview(
  log: JudgementLog,
  session: () => Promise<Session>,
  now: () => Date = () => new Date(),
): Review {
  return {
    doubts: async () => (await session()).doubts(),
    overruled: async () => (await session()).overruled(),
    history() {
      const lines = log.read();
      return { lines, standing: replay(lines) };
    },
    async record(given) {
      const at = now().toISOString();
      const known = new Set(replay(log.read()).judgements.map(({ id }) => id));
      const lines: JudgementLine[] = [];
      for (const one of given) {
        const line = parseJudgement({ ...one, at }, 'judgement');
        if (line.say !== 'undo')
          for (const { id: _, ...said } of await (await session()).reach(line))
            lines.push(parseJudgement(said, 'judgement'));
        else if (known.has(line.of)) lines.push(line);
        else
          throw new YuantuError(
            'NOT_FOUND',
            `no judgement ${line.of} stands; yuantu judge list shows those that do`,
          );
      }
      await log.append(lines);
      const undone = new Set(lines.flatMap((line) => (line.say === 'undo' ? [line.of] : [])));
      const again = restored(log.read(), undone);
      const open = await session();
      return { lines, report: again.length > 0 ? await open.add(again) : await open.judge() };
    },
  };
}
