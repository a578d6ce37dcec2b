import { BAND_PARAMETERS } from '../../../src/model/certainty.ts';

/** The names of a statement's parameters that somebody has to give, in order: where the bands of certainty begin is known. */
export function parametersOf(statement: string): string[] {
  const names = [...statement.matchAll(/\$([A-Za-z_]\w*)/gu)].map(([, name = '']) => name);
  return [...new Set(names)].filter((name) => !Object.hasOwn(BAND_PARAMETERS, name));
}

/** Where in a statement a message says that it is wrong: by line and column, by offset, or by a name that it quotes. */
export function faultOf(
  statement: string,
  message: string,
): { readonly from: number; readonly to: number } | undefined {
  const place = /line (\d+)[,:]? (?:column|col) (\d+)/iu.exec(message) ?? /\b(\d+):(\d+)\b/u.exec(message);
  if (place) {
    const lines = statement.split('\n');
    const line = Math.min(Number(place[1]), lines.length) - 1;
    const start = lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, 0);
    return wordAt(statement, Math.min(statement.length, start + Math.max(0, Number(place[2]) - 1)));
  }
  for (const [, name = ''] of message.matchAll(/['"`]([^'"`\s]{1,60})['"`]/gu)) {
    const found = new RegExp(`(?<![\\p{L}\\p{N}_])${escapeName(name)}(?![\\p{L}\\p{N}_])`, 'u').exec(
      statement,
    );
    if (found) return { from: found.index, to: found.index + name.length };
  }
  return undefined;
}

function escapeName(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function wordAt(text: string, at: number): { readonly from: number; readonly to: number } {
  const length = /^[\p{L}\p{N}_]+/u.exec(text.slice(at))?.[0].length ?? 1;
  const from = Math.min(at, Math.max(0, text.length - 1));
  return { from, to: Math.min(text.length, from + Math.max(1, length)) };
}
