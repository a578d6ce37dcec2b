import type { Extraction } from '../model/article.ts';
import type { Entity } from '../model/entity.ts';
import type { NamedThing, RightJudgement } from '../model/judgement.ts';
import type { Relation } from '../model/relation.ts';
import { normaliseForm } from '../names/normalise.ts';
import { kindOf } from './rules.ts';

/** How sure what a person found right is. */
const SURE = 1;

/**
 * What a document says, as sure as people are of it: entities, relations and values that they found right. `right` is by the folded
 * names that it is told of. The same object where nothing applies.
 */
export function confirm(
  extraction: Extraction,
  right: ReadonlyMap<string, readonly RightJudgement[]>,
): Extraction {
  if (right.size === 0) return extraction;
  const said = new Set(extraction.entities.flatMap(namesOf).flatMap((name) => right.get(name) ?? []));
  if (said.size === 0) return extraction;
  const articles = new Set(extraction.articles.map(({ id }) => id));
  const byId = new Map(extraction.entities.map((entity) => [entity.id, entity]));
  const is = (entity: Entity | undefined, { type, name, article }: NamedThing): boolean =>
    entity !== undefined &&
    (article === undefined || articles.has(article)) &&
    kindOf(entity.type) === kindOf(type) &&
    namesOf(entity).includes(normaliseForm(name));
  const isSaidOf = (entity: Entity): boolean =>
    [...said].some((one) => one.what === 'entity' && is(entity, one.of));
  const isSaid = (entity: Entity, { name, value }: Entity['facts'][number]): boolean =>
    [...said].some(
      (one) =>
        one.what === 'value' &&
        one.fact === name &&
        String(one.value) === String(value) &&
        is(entity, one.of),
    );
  const isTied = ({ type, from, to }: Relation): boolean => {
    const [start, end] = [byId.get(from), byId.get(to)];
    return [...said].some(
      (one) =>
        one.what === 'relation' &&
        one.relation === type &&
        ((is(start, one.from) && is(end, one.to)) ||
          (type === 'PARTNERS_WITH' && is(start, one.to) && is(end, one.from))),
    );
  };
  return {
    ...extraction,
    entities: extraction.entities.map((entity) => ({
      ...entity,
      ...(isSaidOf(entity) ? { confidence: SURE } : {}),
      facts: entity.facts.map((fact) => (isSaid(entity, fact) ? { ...fact, confidence: SURE } : fact)),
    })),
    relations: extraction.relations.map((one) => (isTied(one) ? { ...one, confidence: SURE } : one)),
  };
}

function namesOf({ name, aliases }: Entity): string[] {
  return [name, ...aliases].map(normaliseForm);
}
