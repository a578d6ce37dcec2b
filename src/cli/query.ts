import { text } from 'node:stream/consumers';
import { YuantuError } from '../model/errors.ts';
import type { QueryValue } from '../store/store.ts';
import type { Context, ExitCode } from './context.ts';
import { formatRows, type RowFormat } from './rows.ts';

/** Asks the graph, and prints the rows. */
export async function runQuery(
  context: Context,
  statement: string | undefined,
  options: { readonly format: RowFormat; readonly parameter: readonly string[]; readonly write?: boolean },
): Promise<ExitCode> {
  if (statement === undefined && process.stdin.isTTY) {
    context.tell(context.words.say('needsStatement'));
    return 2;
  }
  const asked = statement ?? (await text(process.stdin));
  const parameters = Object.fromEntries(options.parameter.map(toParameter));
  const result = await context.withStore((store) =>
    store.query(asked, parameters, { write: options.write ?? false }),
  );
  process.stdout.write(await formatRows(result, options.format));
  return 0;
}

/** NAME=JSON; what is no JSON is taken as the text that it is. */
function toParameter(given: string): [string, QueryValue] {
  const at = given.indexOf('=');
  if (at < 1) throw new YuantuError('SETTING', `parameter "${given}" has no name; write -p NAME=JSON`);
  const value = given.slice(at + 1);
  try {
    return [given.slice(0, at), JSON.parse(value) as QueryValue];
  } catch {
    return [given.slice(0, at), value];
  }
}
