import type { Division } from '../model/seeds.ts';
import { startsWithLevel } from '../names/division.ts';
import { normaliseForm } from '../names/normalise.ts';
import type { Divisions } from './divisions.ts';

/**
 * A body's name with the place that it leaves out: 省委组织部 is 云岭省委组织部 in an article that names one province only.
 * Undefined for a name that says its place, and where the article has no place of that level, or several.
 */
export function placeBody(
  form: string,
  article: Iterable<Division>,
  divisions: Divisions,
): string | undefined {
  const folded = normaliseForm(form);
  if (!startsWithLevel(folded)) return undefined;
  const level = folded.slice(0, 1);
  const named = new Set<string>();
  for (const { code } of article)
    for (const { name } of divisions.chain(code))
      if (name.endsWith(level) && !name.endsWith('自治区')) named.add(name);
  const [only, ...others] = named;
  return only === undefined || others.length > 0 ? undefined : only + folded.slice(1);
}

/** The division of the place that a body's name begins with. */
export function placeOfBody(key: string, divisions: Divisions): string | undefined {
  const { forms } = divisions.prefix(key);
  const last = forms.at(-1);
  const context = forms.slice(0, -1).flatMap((form) => divisions.find(form)?.code ?? []);
  return last === undefined ? undefined : divisions.find(last, context)?.code;
}
