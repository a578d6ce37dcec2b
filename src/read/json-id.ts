/** A string, a mark or a word of JSON. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/gu;

/**
 * The number that a JSON object has as its `id`, or under another name, as it is written: past 2^53 a number is no longer exact once it is parsed.
 * Undefined where the object has no number there. The text must be JSON.
 */
export function writtenId(json: string, name = 'id'): string | undefined {
  let depth = 0;
  let found: string | undefined;
  let last: readonly string[] = [];
  for (const [token] of json.matchAll(TOKEN)) {
    if (token === '{' || token === '[') depth++;
    else if (token === '}' || token === ']') depth--;
    // Of a key that stands twice the last counts, as in JSON.parse.
    else if (depth === 1 && last[1] === ':' && last[0]?.startsWith('"') && JSON.parse(last[0]) === name)
      found = /^[-\d]/u.test(token) ? token : undefined;
    last = [last[1] ?? '', token];
  }
  return found;
}
