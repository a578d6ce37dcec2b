import { existsSync, readFileSync } from 'node:fs';
import { appendWhole } from '../files/write.ts';
import type { JudgementLine } from '../model/judgement.ts';
import { parseJudgement } from './parse.ts';

/** A file of judgements, one a line, that only grows. */
export interface JudgementLog {
  readonly file: string;
  /** Every line, oldest first; a file that is not there is empty. */
  read(): JudgementLine[];
  /** @throws {YuantuError} FILE when it cannot be written; it is then as it was. */
  append(lines: readonly JudgementLine[]): Promise<void>;
}

/** @throws {YuantuError} INPUT, from `read`, naming the file and row of a line that is no judgement. */
export function openJudgementLog(file: string): JudgementLog {
  const text = () => (existsSync(file) ? readFileSync(file, 'utf8') : '');
  return {
    file,
    read() {
      return text()
        .split('\n')
        .flatMap((line, i) => (line.trim() === '' ? [] : [parseJudgement(toJson(line), `${file}:${i + 1}`)]));
      function toJson(line: string): unknown {
        try {
          return JSON.parse(line);
        } catch {
          return undefined;
        }
      }
    },
    async append(lines) {
      if (lines.length === 0) return;
      const before = text();
      // A line that a crash cut off stays by itself, where reading it says so.
      const start = before === '' || before.endsWith('\n') ? '' : '\n';
      await appendWhole(file, start + lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    },
  };
}
