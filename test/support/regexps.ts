import { readdirSync, readFileSync } from 'node:fs';
import { parseAst } from 'rolldown/parseAst';

/** A regular expression as it stands in a file. */
export interface Pattern {
  readonly source: string;
  readonly flags: string;
  readonly file: string;
}

/** Every regular expression literal in the TypeScript files of a folder, each once. */
export function patternsIn(folder: string): Pattern[] {
  const found = new Map<string, Pattern>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!name.endsWith('.ts')) continue;
    const file = `${folder}/${name}`;
    visit(parseAst(readFileSync(file, 'utf8'), { lang: 'ts' }), (source, flags) => {
      found.set(`/${source}/${flags}`, { source, flags, file });
    });
  }
  return [...found.values()];
}

function visit(node: unknown, tell: (source: string, flags: string) => void): void {
  if (typeof node !== 'object' || node === null) return;
  const { regex } = node as { regex?: { pattern: string; flags: string } };
  if (regex !== undefined) tell(regex.pattern, regex.flags);
  for (const child of Object.values(node)) visit(child, tell);
}

/** Whether a pattern repeats nothing without a limit, so that a match is never longer than the pattern says. */
export function isBounded(source: string): boolean {
  const bare = source.replace(/\\[pP]\{[^}]*\}|\\./gu, 'x').replace(/\[[^\]]*\]/gu, 'x');
  return !/[*+]|\{\d+,\}/u.test(bare);
}
