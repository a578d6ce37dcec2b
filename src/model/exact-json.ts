const WHOLE = /^-?\d+$/u;
const NUMBER = '+-.0123456789Ee';

/** Whether there may be a whole number past 2^53 in a text of JSON. */
export const mayBeInexact = (json: string): boolean => /\d{16}/u.test(json);

/** JSON with its whole numbers past 2^53 as strings: as numbers they would no longer be what is written. It must be JSON. */
export function keepExact(json: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < json.length; ) {
    if (json[at] === '"') {
      at = endOfString(json, at);
      continue;
    }
    let end = at;
    while (end < json.length && NUMBER.includes(json.charAt(end))) end++;
    const token = json.slice(at, end);
    if (WHOLE.test(token) && !Number.isSafeInteger(Number(token))) {
      parts.push(json.slice(from, at), `"${token}"`);
      from = end;
    }
    at = Math.max(end, at + 1);
  }
  return parts.join('') + json.slice(from);
}

/** Where the string ends that begins at a place. */
function endOfString(json: string, start: number): number {
  let at = start + 1;
  while (at < json.length && json[at] !== '"') at += json[at] === '\\' ? 2 : 1;
  return at + 1;
}

/** The value of a text of JSON; a whole number past 2^53 is a string, as it is in answers. @throws {SyntaxError} when it is none. */
export function parseExact(json: string): unknown {
  const value: unknown = JSON.parse(json);
  return mayBeInexact(json) ? JSON.parse(keepExact(json)) : value;
}
