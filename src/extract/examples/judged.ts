import type { EntityType } from '../../model/entity.ts';
import type { Judgement, NamedThing } from '../../model/judgement.ts';
import type { RelationType } from '../../model/relation.ts';
import { isRelationType } from '../../model/schema.ts';
import type { NodeRecord, Properties, RelationshipRecord, Snapshot } from '../../model/snapshot.ts';
import type { Span } from '../../model/span.ts';
import { normaliseForm } from '../../names/normalise.ts';
import type { AnnotatedText, Annotation } from './annotation.ts';

/**
 * The articles that people judged something in, annotated with what the graph has of them: the graph follows every judgement, so
 * that what was wrong is right or gone there. What nobody judged stands as it was read, and is no surer than that.
 */
export function toJudgedTexts(
  { nodes, relationships }: Snapshot,
  judgements: readonly Judgement[],
): AnnotatedText[] {
  const entities = new Map(
    nodes.filter(({ labels }) => labels.includes('Entity')).map((node) => [node.id, node]),
  );
  const mentions = new Map<string, RelationshipRecord[]>();
  for (const one of relationships)
    if (one.type === 'MENTIONS') mentions.set(one.from, [...(mentions.get(one.from) ?? []), one]);
  const relations = relationships.filter(({ type }) => isRelationType(type));
  return nodes
    .filter((node) => node.labels.includes('Article') && judgements.some((one) => isIn(node, one)))
    .map(({ id, properties }) => ({
      id,
      group: String(properties.source),
      text: String(properties.text),
      gold: toAnnotation(id, mentions.get(id) ?? [], relations, entities),
    }));
}

function thingsOf(judgement: Judgement): readonly NamedThing[] {
  if ('left' in judgement) return [judgement.left, judgement.right];
  if ('from' in judgement) return [judgement.from, judgement.to];
  return 'of' in judgement ? [judgement.of] : [];
}

/** Whether a judgement speaks of an article: a name of it stands there, and it names no other article. Both ends of a relation do. */
function isIn({ id, properties }: NodeRecord, judgement: Judgement): boolean {
  const text = normaliseForm(String(properties.text));
  const isHere = ({ name, article }: NamedThing) =>
    (article === undefined || article === id) && text.includes(normaliseForm(name));
  const things = thingsOf(judgement);
  // An added relation may lead to what the article does not call by this name.
  if (judgement.say === 'add') return judgement.article === id;
  return 'from' in judgement ? things.every(isHere) : things.some(isHere);
}

function toAnnotation(
  article: string,
  mentions: readonly RelationshipRecord[],
  relations: readonly RelationshipRecord[],
  entities: ReadonlyMap<string, NodeRecord>,
): Annotation {
  const here = new Set(mentions.map(({ to }) => to));
  return {
    entities: mentions.flatMap(({ to, properties: { spans } }) => {
      const node = entities.get(to);
      return node === undefined ? [] : [toEntity(node, textsOf(spans).flatMap(toSpans))];
    }),
    relations: relations.flatMap(({ type, from, to, properties }) => {
      const at = textsOf(properties.articles).indexOf(article);
      const quote = textsOf(properties.quotes)[at];
      if (quote === undefined || !here.has(from) || !here.has(to)) return [];
      const title =
        type === 'HOLDS_POST' && typeof properties.title === 'string' ? properties.title : undefined;
      return [{ from, type: type as RelationType, to, attrs: title === undefined ? {} : { title }, quote }];
    }),
  };
}

function toEntity({ id, properties }: NodeRecord, mentions: readonly Span[]): Annotation['entities'][number] {
  const { investment, status, title } = properties;
  const attrs = Object.entries({ investment, status, title }).filter(
    (entry): entry is [string, string | number] =>
      typeof entry[1] === 'string' || typeof entry[1] === 'number',
  );
  return {
    id,
    type: properties.type as EntityType,
    name: String(properties.name),
    aliases: textsOf(properties.aliases),
    attrs: Object.fromEntries(attrs),
    mentions,
  };
}

function textsOf(value: Properties[string] | undefined): readonly string[] {
  return Array.isArray(value) ? value : [];
}

/** A span as the graph writes it, such as `300-360`. */
function toSpans(written: string): Span[] {
  const [start, end] = written.split('-').map(Number);
  return start === undefined || end === undefined ? [] : [{ start, end }];
}
