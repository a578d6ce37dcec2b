import { constants } from 'node:os';
import { reasonOf } from '../../files/fault.ts';
import { type ErrorCode, YuantuError } from '../../model/errors.ts';
import { isKeyword, tokenise } from '../cypher-text.ts';
import { raisedBy } from './dialect/raise.ts';

const WRITES = /^\s*(Create|Merge|SetProperty|AddLabel|RemoveLabel|Delete|DetachDelete|LoadCsv)/m;

const POSITION = /query:(\d+):(\d+)/;

/**
 * Refuses a statement that reads files. Any other that only reads passes, by the plan that Grafeo makes of it.
 *
 * @throws {YuantuError} FORBIDDEN
 */
export function refuseFiles(statement: string): void {
  const tokens = tokenise(statement);
  const at = tokens.findIndex((_, i) => isKeyword(tokens, i, 'LOAD') && isKeyword(tokens, i + 1, 'CSV'));
  if (at >= 0)
    throw new YuantuError(
      'FORBIDDEN',
      'LOAD CSV reads files of this machine and is not allowed; use `yuantu build` or `yuantu restore` to bring data in.',
    );
}

/** @throws {YuantuError} FORBIDDEN when a plan, as EXPLAIN prints it, writes or reads files. */
export function refuseWrites(plan: string): void {
  const [, writes] = WRITES.exec(plan) ?? [];
  if (writes !== undefined) throw readOnlyError(writes);
}

/** What a statement that writes is answered where only reads are allowed. */
export function readOnlyError(what: string): YuantuError {
  return new YuantuError(
    'FORBIDDEN',
    `This statement writes (${what}), and only reading is allowed here; on the command line, --write allows it.`,
  );
}

/** Whether the first word says that a statement only shows what there is, which Grafeo cannot EXPLAIN. */
export function isShow(statement: string): boolean {
  return isKeyword(tokenise(statement), 0, 'SHOW');
}

/**
 * Grafeo's error as ours. `shift` is what stood before the user's text on its first line when the error was raised; undefined
 * where that text was put in other words, and places in it mean nothing.
 */
export function toGrafeoError(cause: unknown, place: string, shift: number | undefined): YuantuError {
  if (cause instanceof YuantuError) return cause;
  const text = cause instanceof Error ? cause.message : String(cause);
  const fault = diskFault(cause, text);
  if (fault !== undefined)
    return new YuantuError(
      'FILE',
      `${place} cannot be written: ${reasonOf({ code: fault })}; the graph is as it was.`,
      { cause },
    );
  const status = (cause as { readonly gqlStatus?: string }).gqlStatus;
  const [code, message] = describe(text, status, place, shift);
  return new YuantuError(code, message, { cause });
}

/** Whether this is the failure of Grafeo 0.6.0 on chains that meet more than 65,536 rows at once. */
export function isCapacityError(error: unknown): boolean {
  return error instanceof Error && error.message.includes('MAX_CAPACITY');
}

/** What a disk may say to whoever writes on it. */
const DISK_FAULTS = ['EACCES', 'EDQUOT', 'EFBIG', 'EIO', 'ENOSPC', 'EPERM', 'EROFS'] as const;

/** The system's name of a fault of the disk; Grafeo tells its number, for this system. */
function diskFault(cause: unknown, text: string): string | undefined {
  const [, number] = /\(os error (\d+)\)/.exec(text) ?? [];
  const { code } = (cause ?? {}) as Partial<NodeJS.ErrnoException>;
  return DISK_FAULTS.find((name) => name === code || constants.errno[name] === Number(number));
}

function describe(
  text: string,
  status: string | undefined,
  place: string,
  shift: number | undefined,
): [ErrorCode, string] {
  const raised = raisedBy(text);
  if (raised !== undefined) return ['QUERY', `${raised}.`];
  if (text.includes('cannot be locked'))
    return [
      'STORE_BUSY',
      `${place} is held by another process: an embedded store is open in one at a time. Stop that process (a \`yuantu serve\`, perhaps), or ask it.`,
    ];
  if (text.includes('does not exist') && text.includes('read-only open'))
    return ['STORE', `There is no graph at ${place}; make one with \`yuantu build PATH\`.`];
  if (text.includes('file header'))
    return ['STORE', `${place} is not a Grafeo database; name another file, or move this one away.`];
  if (text.includes('sidecar WAL'))
    return [
      'STORE',
      `${place} is not there, but its log beside it, .wal, is; put the file back, or move the log away to begin anew.`,
    ];
  if (text.includes('timeout error'))
    return [
      'LIMIT',
      'The query took longer than 30 s and was stopped; name more of what it starts from, or add a LIMIT.',
    ];
  if (text.includes('MAX_CAPACITY'))
    return [
      'LIMIT',
      'The pattern meets too many rows at once for the embedded store; start it from a named node, or write the chain (a)--(b)--(c) as (a)--(b), (b)--(c).',
    ];
  if (text.includes('reached the planner'))
    return [
      'QUERY',
      `The embedded store cannot carry this statement out; put it otherwise (${tidy(text, shift)}).`,
    ];
  if (status?.startsWith('42') || text.startsWith('Query error')) return ['QUERY', tidy(text, shift)];
  if (/GRAFEO-V\d/.test(text)) return ['QUERY', tidy(text, shift)];
  if (text.includes('GRAFEO-T003')) return ['FORBIDDEN', 'The store is open for reading only.'];
  return ['STORE', `The embedded store at ${place} failed: ${tidy(text, shift)}`];
}

/** The first line without Grafeo's prefix, where it happened, and its hint. */
function tidy(text: string, shift: number | undefined): string {
  const [first = ''] = text.split('\n');
  const what = first.replace(/^\w+ error: GRAFEO-\w+: /, '').replace('[Cypher] ', '');
  const [, line, column] = POSITION.exec(text) ?? [];
  const place =
    line === undefined || shift === undefined
      ? ''
      : ` (line ${line}, column ${Number(column) - (line === '1' ? shift : 0)})`;
  const [, hint] = /help: (.+)/.exec(text) ?? [];
  return `${what}${place}${hint === undefined ? '' : `. ${hint}`}`;
}
