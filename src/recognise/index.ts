import type { Mention } from '../model/mention.ts';
import { recogniseLegalCompanies } from './company.ts';
import { recogniseIndustries } from './industry.ts';
import type { Knowledge } from './knowledge.ts';
import { recogniseOrganizations } from './organization.ts';
import { resolveOverlaps } from './overlap.ts';
import { recognisePeople } from './person.ts';
import { recognisePlaces } from './place.ts';
import { recogniseProjects } from './project.ts';
import { recogniseShortCompanies } from './short-company.ts';
import type { View } from './view.ts';
import { recogniseZones } from './zone.ts';

export { createKnowledge, type Knowledge } from './knowledge.ts';
export { isGovernmentTitle } from './person.ts';
export { View } from './view.ts';

/** Find every mention by the rules of its type, then settle overlaps. Offsets are those of the cleaned text. */
export function recognise(view: View, knowledge: Knowledge): Mention[] {
  const places = recognisePlaces(view, knowledge);
  const zones = recogniseZones(view, knowledge);
  const legal = recogniseLegalCompanies(view, knowledge);
  const organizations = recogniseOrganizations(view, knowledge);
  const short = recogniseShortCompanies(view, knowledge, [...zones, ...organizations]);
  const projects = recogniseProjects(view, knowledge, [...zones, ...organizations, ...legal]);
  const people = recognisePeople(view, knowledge);
  const industries = recogniseIndustries(view, knowledge);
  return resolveOverlaps([
    ...places,
    ...zones,
    ...legal,
    ...short,
    ...organizations,
    ...projects,
    ...people,
    ...industries,
  ]);
}
