import type { Span } from '../../src/model/span.ts';

/**
 * Where a text stands that was selected on the page: blank lines and spaces there are not those of the article. Undefined where
 * it does not stand there as a whole.
 */
export function findSelected(text: string, selected: string): Span | undefined {
  const places: number[] = [];
  let solid = '';
  for (let at = 0; at < text.length; at++)
    if (!/\s/u.test(text[at] as string)) {
      places.push(at);
      solid += text[at];
    }
  const wanted = selected.replace(/\s+/gu, '');
  const at = wanted === '' ? -1 : solid.indexOf(wanted);
  if (at < 0) return undefined;
  return { start: places[at] as number, end: (places[at + wanted.length - 1] as number) + 1 };
}
