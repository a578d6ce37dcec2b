import type { Extraction } from '../model/article.ts';
import { present } from '../model/assert.ts';
import type { Entity, EntityType } from '../model/entity.ts';
import type { Relation } from '../model/relation.ts';
import type { Span } from '../model/span.ts';
import { normaliseForm } from '../names/normalise.ts';

/**
 * What a document says, with each entity of a type that goes by the names of several things parted, as `partsOf` tells: the forms
 * of each thing, those of the entity's name first. Mentions go along with their form, facts with the mention that stands nearest,
 * relations with what stands in their evidence. The same object where there is none.
 */
export function partEntities(
  extraction: Extraction,
  type: EntityType,
  partsOf: (entity: Entity) => readonly (readonly string[])[],
): Extraction {
  const parted = new Map<string, readonly Entity[]>();
  for (const entity of extraction.entities) {
    if (entity.type !== type || entity.aliases.length === 0) continue;
    const parts = partsOf(entity);
    if (parts.length > 1) parted.set(entity.id, toEntities(entity, parts));
  }
  if (parted.size === 0) return extraction;
  const entities = extraction.entities.flatMap((entity) => parted.get(entity.id) ?? [entity]);
  const relations = extraction.relations.map((relation) => ({
    ...relation,
    from: endOf(relation.from, relation, parted),
    to: endOf(relation.to, relation, parted),
  }));
  return { ...extraction, entities, relations };
}

/** A mention's form, folded. */
export function formOfMention({ text }: { readonly text: string }): string {
  return normaliseForm(text);
}

function toEntities(entity: Entity, parts: readonly (readonly string[])[]): Entity[] {
  const distance = (a: Span, b: Span) => Math.max(a.start - b.end, b.start - a.end, 0);
  /** The part whose mention stands nearest; the first where none does. */
  const partOf = (fact: Span) => {
    const [nearest] = [...entity.mentions].sort((a, b) => distance(a, fact) - distance(b, fact));
    const of = parts.findIndex(
      (forms) => nearest && forms.some((form) => normaliseForm(form) === formOfMention(nearest)),
    );
    return Math.max(0, of);
  };
  return parts.map((forms, i) => {
    const own = new Set(forms.map(normaliseForm));
    const mentions = entity.mentions.filter((mention) => own.has(formOfMention(mention)));
    const name = present([...forms].sort((a, b) => b.length - a.length)[0], 'a form of a part');
    return {
      ...entity,
      id: i === 0 ? entity.id : `${entity.id}/${name}`,
      name: i === 0 ? entity.name : name,
      aliases: forms.filter((form) => form !== (i === 0 ? entity.name : name)),
      attrs: i === 0 ? entity.attrs : {},
      mentions,
      facts: entity.facts.filter((fact) => partOf(fact) === i),
    };
  });
}

/** The part of an entity that a relation means: the first that its evidence names. */
function endOf(id: string, { evidence }: Relation, parted: ReadonlyMap<string, readonly Entity[]>): string {
  const parts = parted.get(id);
  if (parts === undefined) return id;
  const isIn = (inner: Span) => evidence.some(({ start, end }) => inner.start >= start && inner.end <= end);
  return parts.find(({ mentions }) => mentions.some(isIn))?.id ?? id;
}
