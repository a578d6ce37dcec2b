import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { YuantuError } from '../model/errors.ts';
import type { JudgementLine } from '../model/judgement.ts';
import { parseJudgement } from './parse.ts';

/** A file of judgements, one a line, that only grows. */
export interface JudgementLog {
  readonly file: string;
  /** Every line, oldest first; a file that is not there is empty. */
  read(): JudgementLine[];
  append(lines: readonly JudgementLine[]): void;
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
    append(lines) {
      if (lines.length === 0) return;
      mkdirSync(dirname(file), { recursive: true });
      const before = text();
      // A line that a crash cut off stays by itself, where reading it says so.
      const start = before === '' || before.endsWith('\n') ? '' : '\n';
      try {
        appendFileSync(file, start + lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
      } catch (cause) {
        throw new YuantuError('INPUT', `${file}: cannot be written; give another with --judgements`, {
          cause,
        });
      }
    },
  };
}
