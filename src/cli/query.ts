import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { chooseExporter, exportChosen, idsIn, NOTHING_FOUND } from '../exchange/write.ts';
import { print } from '../files/output.ts';
import { isKept, writeWhole } from '../files/write.ts';
import { BAND_PARAMETERS } from '../model/certainty.ts';
import { YuantuError } from '../model/errors.ts';
import { VERSION } from '../package.ts';
import { parametersOf, splitStatements } from '../store/cypher-text.ts';
import type { QueryResult, QueryValue, Store } from '../store/store.ts';
import type { Context, ExitCode } from './context.ts';
import { formatRows, type RowFormat } from './rows.ts';
import { toValue } from './shell.ts';

/** What is asked, and where the answer goes. */
export interface QueryFlags {
  readonly format: RowFormat;
  readonly parameter: readonly string[];
  readonly write?: boolean;
  /** A file with statements; `-` is standard input. */
  readonly file?: string;
  readonly out?: string;
  readonly limit?: number;
  /** Whether CSV begins with the mark that Excel knows UTF-8 by; default: in a file, not in a pipe. */
  readonly mark?: boolean;
}

/** Files of rows by their extensions; any other is a graph. */
const ROW_FILES: Readonly<Record<string, RowFormat>> = {
  csv: 'csv',
  json: 'json',
  jsonl: 'jsonl',
  txt: 'table',
};

/** Asks the graph and prints the rows, statement by statement; without a statement, on a terminal, opens the shell. */
export async function runQuery(
  context: Context,
  statement: string | undefined,
  flags: QueryFlags,
): Promise<ExitCode> {
  if (statement !== undefined && flags.file !== undefined)
    throw new YuantuError('SETTING', 'give a statement or --file, not both');
  const { file = '-' } = flags;
  if (statement === undefined && file === '-' && process.stdin.isTTY) {
    const { runTerminal } = await import('./terminal.ts');
    await context.withStore((store) => runTerminal(context, store, flags.write ?? false));
    return 0;
  }
  const statements = splitStatements(statement ?? (await readFrom(file)));
  if (statements.length === 0) {
    context.tell(context.words.say('needsStatement'));
    return 2;
  }
  const parameters = { ...BAND_PARAMETERS, ...Object.fromEntries(flags.parameter.map(toParameter)) };
  const missing = statements.flatMap(parametersOf).filter((name) => !Object.hasOwn(parameters, name));
  if (missing.length > 0)
    throw new YuantuError('QUERY', `the parameter ${missing[0]} is not given; write -p ${missing[0]}=JSON`);
  const options = {
    write: flags.write ?? false,
    signal: context.signal,
    ...(flags.limit === undefined ? {} : { limit: flags.limit }),
  };
  return context.withStore<ExitCode>(async (store) => {
    for (const one of statements) {
      const result = await store.query(one, parameters, options);
      if (flags.out === undefined) print(await formatRows(result, flags.format, context.words, flags.mark));
      else
        await writeAnswer(context, store, result, one, {
          out: flags.out,
          mark: flags.mark ?? (await isKept(flags.out)),
        });
    }
    return 0;
  });
}

/** Rows, or the graph that they hold, by the file's extension. */
async function writeAnswer(
  { words, signal }: Context,
  store: Store,
  result: QueryResult,
  statement: string,
  { out, mark }: { readonly out: string; readonly mark: boolean },
): Promise<void> {
  const [, extension = ''] = /\.(\w+)$/u.exec(out.toLowerCase()) ?? [];
  const rows = ROW_FILES[extension];
  if (rows !== undefined) return writeWhole(out, [await formatRows(result, rows, words, mark)], { signal });
  const exporter = chooseExporter(out);
  const ids = idsIn(result.rows);
  if (ids.length === 0) throw new YuantuError('NOT_FOUND', NOTHING_FOUND);
  const options = { ids, filter: statement, all: true, text: true, version: VERSION };
  const { chooseIn } = await import('../answer/open.ts');
  const chosen = await chooseIn(store, options, exporter.isTelling);
  await writeWhole(out, exportChosen(chosen, exporter, options), { signal }).finally(() => chosen.close());
}

async function readFrom(file: string): Promise<string> {
  if (file === '-') return text(process.stdin);
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new YuantuError('INPUT', `${file}: cannot be read; give a file of Cypher statements`, { cause });
  }
}

/** NAME=JSON; what is no JSON is taken as the text that it is. */
function toParameter(given: string): [string, QueryValue] {
  const at = given.indexOf('=');
  if (at < 1) throw new YuantuError('SETTING', `parameter "${given}" has no name; write -p NAME=JSON`);
  return [given.slice(0, at), toValue(given.slice(at + 1))];
}
