/** Whether there may be anything to do, units taken alone: most texts pass, and are not looked at twice. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
const ODD = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: and line ends beside them
const MARKED = /[\u0000-\u001f&<>"\ud800-\udfff\ufffe\uffff]/;

/** Whether a text stands for itself both in JSON and in XML. */
export function isPlain(text: string): boolean {
  return !MARKED.test(text) && !text.includes('\\');
}

/** Text that XML 1.0 can hold: control characters and lone surrogates go. */
export function legal(text: string): string {
  if (!ODD.test(text)) return text;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** A value between double quotes, or between tags. Line ends are kept by number: a parser would make them spaces. */
export function escapeXml(text: string): string {
  if (!MARKED.test(text)) return text;
  return legal(text).replace(/[&<>"\n\r\t]/gu, (character) => ENTITIES[character] ?? character);
}

/** Attributes as they stand in a tag, each with a space in front. */
export function attributes(values: Readonly<Record<string, string | number>>): string {
  let written = '';
  for (const name in values) {
    const value = values[name] as string | number;
    written += ` ${name}="${typeof value === 'number' ? value : escapeXml(value)}"`;
  }
  return written;
}
