import type { AreaAnswer, CompanyAnswer, ProjectRow } from '../../../src/contract/profile.ts';
import type { EntityReference } from '../../../src/contract/reference.ts';

/** What two things can be compared in, whatever they are. */
export interface Comparable {
  readonly about: EntityReference;
  readonly page: 'area' | 'profile';
  readonly yuan: number | undefined;
  readonly projects: readonly ProjectRow[];
  /** The companies of an area, the partners of a company. */
  readonly firms: readonly EntityReference[];
  readonly people: readonly EntityReference[];
  readonly states: ReadonlyMap<string, number>;
  readonly industries: ReadonlyMap<string, number>;
}

export function ofArea({ area, industries, projects, companies, posts, total }: AreaAnswer): Comparable {
  return {
    about: area,
    page: 'area',
    yuan: total.counted > 0 ? total.yuan : undefined,
    projects,
    firms: companies.map(({ company }) => company),
    people: posts.map(({ person }) => person),
    states: tally(projects.map(({ status }) => status)),
    industries: tally(
      [...industries, ...[...projects, ...companies].flatMap((row) => row.industries)].map(
        ({ name }) => name,
      ),
    ),
  };
}

/** A company with all below it. */
export function ofCompany(view: CompanyAnswer): Comparable {
  const { about, ties, posts, industries } = view;
  const { projects, total } = view.group ?? view;
  return {
    about,
    page: 'profile',
    yuan: total.counted > 0 ? total.yuan : undefined,
    projects,
    firms: [...new Map(ties.map(({ other }) => [other.id, other])).values()],
    people: posts.map(({ person }) => person),
    states: tally(projects.map(({ status }) => status)),
    industries: tally([...industries, ...projects.flatMap((row) => row.industries)].map(({ name }) => name)),
  };
}

/** What several of those compared have, the most shared first: whose each is, by their places. */
export function sharedOf(
  lists: readonly (readonly EntityReference[])[],
): readonly { readonly entity: EntityReference; readonly at: ReadonlySet<number> }[] {
  const found = new Map<string, { readonly entity: EntityReference; readonly at: Set<number> }>();
  lists.forEach((list, place) => {
    for (const entity of list) {
      const one = found.get(entity.id) ?? { entity, at: new Set<number>() };
      one.at.add(place);
      found.set(entity.id, one);
    }
  });
  return [...found.values()]
    .filter(({ at }) => at.size > 1)
    .sort((a, b) => b.at.size - a.at.size || (a.entity.name < b.entity.name ? -1 : 1));
}

/** The keys of several tallies, those with most in all first. */
export function keysOf(tallies: readonly ReadonlyMap<string, number>[]): readonly string[] {
  const sums = new Map<string, number>();
  for (const one of tallies) for (const [key, count] of one) sums.set(key, (sums.get(key) ?? 0) + count);
  return [...sums].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([key]) => key);
}

function tally(keys: readonly (string | undefined)[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) if (key) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
