import type { EntityType } from '../../model/entity.ts';
import type { LinkedEntity } from '../../model/linked.ts';
import type { Mention } from '../../model/mention.ts';
import { bareDivision } from '../../names/division.ts';
import { introduceAliases, shortenCompanies } from './alias.ts';
import { isArea } from './area.ts';
import { Clusters } from './cluster.ts';
import type { AliasContext } from './context.ts';
import { aliasOrganizations } from './organization-name.ts';
import { aliasProjects } from './project-name.ts';
import { aliasZones } from './zone-name.ts';

export type { AliasContext } from './context.ts';

/** Two forms of a type that name one thing. */
export interface Same {
  readonly type: EntityType;
  readonly longer: string;
  readonly shorter: string;
}

/**
 * Join the mentions of one document into its entities, and find further mentions of the short forms that it uses.
 *
 * `same` are forms that were found to name one thing. Entities come in order of first mention. The first of `forms` is the longest; for a project, the longest that begins with a
 * company's name if any does.
 */
export function link(
  mentions: readonly Mention[],
  context: AliasContext,
  same: readonly Same[] = [],
): LinkedEntity[] {
  const clusters = new Clusters(mentions);
  const more = introduceAliases(clusters, mentions, context);
  shortenCompanies(clusters, [...mentions, ...more], context);
  aliasZones(clusters, mentions, context);
  const isCompany = (form: string): boolean => clusters.has('Company', form);
  aliasProjects(clusters, mentions, context.text, isCompany);
  aliasOrganizations(clusters, (text) => isArea(text, clusters, context));
  for (const { type, longer, shorter } of same) clusters.join(type, longer, shorter);
  for (const { type, name, aliases } of context.lexicon) {
    const met = [name, ...aliases].filter((form) => clusters.has(type, form));
    for (const form of met.slice(1)) clusters.join(type, met[0] ?? form, form);
  }
  for (const place of clusters.forms('Place')) {
    const bare = bareDivision(place);
    if (bare !== place && clusters.has('Place', bare)) clusters.join('Place', place, bare);
  }
  return clusters
    .groups()
    .map(({ type, mentions: found }): LinkedEntity => {
      const times = new Map<string, number>();
      for (const { form } of found) times.set(form, (times.get(form) ?? 0) + 1);
      const forms = [...times]
        .sort(([a, m], [b, n]) => b.length - a.length || n - m || (a < b ? -1 : 1))
        .map(([form]) => form);
      const built = type === 'Project' ? forms.find((form) => startsWithOne(form, isCompany)) : undefined;
      return {
        type,
        forms: built === undefined ? forms : [built, ...forms.filter((form) => form !== built)],
        mentions: found,
      };
    })
    .sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0) || (a.type < b.type ? -1 : 1));
}

/** Whether a form begins with a name, or is one. */
function startsWithOne(form: string, isName: (form: string) => boolean): boolean {
  return Array.from({ length: form.length }, (_, i) => form.slice(0, i + 1)).some(isName);
}
