import type { Extraction } from '../model/article.ts';
import type { Entity } from '../model/entity.ts';
import { isOneWork } from '../names/work.ts';
import { partEntities } from './part.ts';

/**
 * What a document says, with each project that goes by the names of a whole and of its parts parted: 云松高铁松江特大桥 and 云松高铁
 * are two, though one text calls them by one another's names. A form that does not tell stays with the project's name. The same
 * object where there is none.
 */
export function partWorks(extraction: Extraction): Extraction {
  return partEntities(extraction, 'Project', worksOf);
}

/** The forms of each work among those of an entity, the one of its name first. */
function worksOf({ name, aliases }: Entity): string[][] {
  const sets: string[][] = [];
  const isOf = (set: readonly string[], form: string) => {
    const answers = set.map((other) => isOneWork(other, form));
    return answers.includes(true) && !answers.includes(false);
  };
  // The longest forms say the most; a short one finds its set among theirs.
  const forms = [name, ...aliases].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  for (const form of forms) {
    const set = sets.find((one) => isOf(one, form));
    if (set !== undefined) set.push(form);
    else sets.push([form]);
  }
  const base = sets.find((set) => set.includes(name)) ?? [];
  const parts = [[...base]];
  for (const set of sets)
    if (set !== base) {
      const isOther = set.some((form) => base.some((one) => isOneWork(one, form) === false));
      if (isOther) parts.push(set);
      else parts[0]?.push(...set);
    }
  return parts;
}
