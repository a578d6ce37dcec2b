import type { Fields, GroupedLine, Step } from '../collect/spread/line.ts';
import { openHierarchy, openReferences, openViews } from '../collect/spread/names.ts';
import { openRelating } from '../collect/spread/relate.ts';
import { openResolution } from '../collect/spread/resolve.ts';
import { openColumns, openRows } from '../exchange/neo4j-admin/spread.ts';
import { extractorVersion } from '../extract/version.ts';
import { linesOf } from '../files/lines.ts';
import { printAll } from '../files/output.ts';
import { YuantuError } from '../model/errors.ts';
import type { Kind } from '../resolve/rules.ts';
import type { Context, ExitCode } from './context.ts';

/** The steps after extraction, by the command that does them. */
export type SpreadStep = 'names' | 'resolve' | 'relate';

export interface SpreadFlags {
  readonly source?: string;
  /** Names of these kinds; default: what the resolution needs of each document. */
  readonly kinds?: readonly Kind[];
  readonly zones?: boolean;
  readonly columns?: boolean;
  readonly rows?: boolean;
}

const SOURCE = 'stdin';
/** What is written at once, in characters. */
const PIECE = 1 << 16;

/** Takes lines from standard input, those that belong together at once, and answers each group with lines. */
export async function runSpread(context: Context, name: SpreadStep, flags: SpreadFlags): Promise<ExitCode> {
  const step = await openStep(context, name, flags);
  let out: string[] = [];
  let size = 0;
  const write = async (answers: Iterable<object>): Promise<void> => {
    for (const answer of answers) {
      const line = `${JSON.stringify(answer)}\n`;
      out.push(line);
      size += line.length;
      if (size < PIECE) continue;
      await printAll(out);
      [out, size] = [[], 0];
    }
  };
  for await (const { of, lines } of groupsIn(process.stdin.setEncoding('utf8'), step)) {
    context.signal.throwIfAborted();
    await write(step.take(lines, of));
  }
  await write(step.finish?.() ?? []);
  await printAll(out);
  return 0;
}

async function openStep(context: Context, name: SpreadStep, flags: SpreadFlags): Promise<Step> {
  if (flags.columns === true) return openColumns();
  if (flags.rows === true) return openRows();
  const seeds = await context.seeds();
  const options = {
    seeds,
    judgements: (await context.standing())(),
    source: flags.source ?? SOURCE,
    extractor: extractorVersion(seeds),
  };
  if (name === 'resolve') return openResolution(options);
  if (name === 'relate') return openRelating(options);
  if (flags.zones === true) return openHierarchy(options);
  return flags.kinds === undefined ? openViews(options) : openReferences(options, flags.kinds);
}

/** Lines that follow one another and have one `of`; a line without is a group by itself, and a head is handed on. */
async function* groupsIn(
  pieces: AsyncIterable<string>,
  { learn }: Step,
): AsyncGenerator<{ readonly of: string; readonly lines: readonly Fields[] }> {
  let group: Fields[] = [];
  let current: string | undefined;
  let row = 0;
  for await (const text of linesOf(pieces)) {
    row++;
    if (text.trim() === '') continue;
    const line = toLine(text, row);
    if (line.head !== undefined) {
      learn?.(line.head as Fields);
      continue;
    }
    if (group.length > 0 && (line.of === undefined || line.of !== current)) {
      yield { of: current ?? '', lines: group };
      group = [];
    }
    current = line.of;
    group.push(line as Fields);
  }
  if (group.length > 0) yield { of: current ?? '', lines: group };
}

function toLine(text: string, row: number): GroupedLine {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Told below, with the number of the line.
  }
  throw new YuantuError('INPUT', `line ${row} of standard input is no JSON object`);
}
