import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { LinkedEntity } from '../../model/linked.ts';
import { divisionForms } from '../../names/division.ts';
import type { Link } from './link.ts';

/** What is more specific must be so likely, measured by what is less. */
const AS_LIKELY = 0.8;
/** A chain of zones is climbed until so many are found. */
const MOST_ABOVE = 200;

/**
 * Keep what is most specific: a thing in a zone is not also told to be in what the zone is part of or lies in, and of two
 * zones that each were part of the other the likelier one is. Places lie in one another as the list of divisions says.
 */
export function keepMostSpecific(
  entities: readonly LinkedEntity[],
  knowledge: Knowledge,
  links: readonly Link[],
): Link[] {
  const back = new Map(links.filter((link) => link.type === 'PART_OF').map((link) => [keyOf(link), link]));
  const oneWay = links.filter((link) => {
    const reverse = link.type === 'PART_OF' ? back.get(`${link.to} ${link.from}`) : undefined;
    return !reverse || reverse.confidence < link.confidence;
  });
  const outer = new Map<number, Set<number>>();
  const add = (inside: number, outside: number): void => {
    const known = outer.get(inside);
    if (known) known.add(outside);
    else outer.set(inside, new Set([outside]));
  };
  for (const { from, type, to } of oneWay)
    if (type === 'PART_OF' || (type === 'LOCATED_IN' && entities[from]?.type === 'Zone')) add(from, to);
  for (const [inside, outside] of dividedPlaces(entities, knowledge)) add(inside, outside);
  const above = new Map<number, Set<number>>();
  const isWithin = (inside: number, outside: number): boolean => {
    let all = above.get(inside);
    if (!all) {
      all = new Set(outer.get(inside));
      for (const up of all)
        if (all.size < MOST_ABOVE) for (const higher of outer.get(up) ?? []) all.add(higher);
      above.set(inside, all);
    }
    return all.has(outside);
  };
  const located = new Map<number, Link[]>();
  for (const link of oneWay)
    if (link.type === 'LOCATED_IN' || link.type === 'PART_OF') {
      const known = located.get(link.from);
      if (known) known.push(link);
      else located.set(link.from, [link]);
    }
  return oneWay.filter(
    (link) =>
      (link.type !== 'LOCATED_IN' && link.type !== 'PART_OF') ||
      !(located.get(link.from) ?? []).some(
        ({ to, confidence }) =>
          to !== link.to &&
          confidence >= AS_LIKELY * link.confidence &&
          isWithin(to, link.to) &&
          !isWithin(link.to, to),
      ),
  );
}

const keyOf = ({ from, to }: Link): string => `${from} ${to}`;

/** Pairs of a place and one that it lies in. */
function dividedPlaces(
  entities: readonly LinkedEntity[],
  knowledge: Knowledge,
): (readonly [number, number])[] {
  const places = entities.flatMap(({ type, forms }, i) => (type === 'Place' ? [{ i, forms }] : []));
  const named = new Map(places.flatMap(({ i, forms }) => forms.map((form) => [form, i])));
  return places.flatMap((inside) => {
    const divisions = inside.forms.flatMap((form) => knowledge.places.get(form) ?? []);
    const above = divisions
      .flatMap(({ code }) => knowledge.gazetteer.chain(code).slice(1))
      .flatMap(({ name }) => divisionForms(name));
    return above.flatMap((form) => {
      const outside = named.get(form);
      return outside === undefined || outside === inside.i ? [] : [[inside.i, outside] as const];
    });
  });
}
