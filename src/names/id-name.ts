import { bareCompany } from './company.ts';
import { normaliseForm } from './normalise.ts';

/**
 * What the id of a thing may have of a name of it: the name; of a company what is left of it without its legal form, without 中国 in
 * front, and without 集团 and the like behind, as far as public lists have that: ids have the form under which names are equal.
 */
export function idNamesOf(kind: string, name: string): string[] {
  if (kind !== 'Company') return [name];
  const bare = bareCompany(name);
  const local = bare.replace(/^中国/u, '');
  const plain = bare.replace(/(?:集团)?(?:控股|股份|实业)?(?:集团|控股)?$/u, '');
  return [...new Set([name, normaliseForm(name), bare, local, plain])];
}
