import type { RelationshipRecord } from '../model/snapshot.ts';
import type { Catalogue, Outlook } from './catalogue.ts';
import { isOf, postsThen } from './then.ts';

/** Standpoints that were asked for last, of each graph. */
const KEPT = 4;
const made = new WeakMap<Catalogue, { readonly version: string; readonly days: Map<string, Outlook> }>();

/**
 * The graph as it was known, and as posts were in force, on a day (2024-05 is the end of that month): what articles of that day and
 * before tell, with values, states and sums as they tell them. Articles without a date are of no day; public lists are of every one.
 */
export function catalogueAsOf(catalogue: Catalogue, version: string, day: string | undefined): Outlook {
  if (day === undefined) return catalogue;
  const known = made.get(catalogue);
  const kept = known?.version === version ? known : { version, days: new Map<string, Outlook>() };
  const found = kept.days.get(day) ?? catalogue.asOf(day);
  kept.days.delete(day);
  kept.days.set(day, found);
  for (const old of [...kept.days.keys()].slice(0, -KEPT)) kept.days.delete(old);
  made.set(catalogue, kept);
  return found;
}

/** Posts as they were known on a day, those that had ended by then too: all at a body are to be among them. */
export function postsAsOf(
  catalogue: Catalogue,
  posts: readonly RelationshipRecord[],
  day: string,
): RelationshipRecord[] {
  const get = (id: string) => {
    const article = catalogue.findNode(id);
    return article !== undefined && isOf(article, day) ? article : undefined;
  };
  return postsThen(posts, { get }, day);
}
