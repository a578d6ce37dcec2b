import type { EntityType } from '../../model/entity.ts';
import type { ResolvedEntity } from '../../model/resolution.ts';
import { labelsOf } from '../../model/schema.ts';
import type { NodeRecord } from '../../model/snapshot.ts';
import type { StoryOf } from './article.ts';
import { highest, type Summary, shownOf } from './contribution.ts';
import { compareText } from './locate.ts';
import { seen } from './newest.ts';
import { known } from './records.ts';

const LABELS = new Map<string, readonly string[]>();

/** The labels of entities of these types: one list for all of them. */
function sharedLabels(types: readonly EntityType[]): readonly string[] {
  const known = LABELS.get(types.join());
  if (known !== undefined) return known;
  const labels = labelsOf(types);
  LABELS.set(types.join(), labels);
  return labels;
}

/** What of a thing of the collection its node tells. */
export type Described = Pick<ResolvedEntity, 'id' | 'name' | 'aliases' | 'type' | 'types' | 'level' | 'kind'>;

/** The node of an entity, from what all documents say of it, in the order of the documents. */
export function toEntity(resolved: Described, told: readonly Summary[], storyOf: StoryOf): NodeRecord {
  const { id, name, aliases, type, types, level, kind } = resolved;
  // An entity without a mention still belongs to its documents.
  const naming = told.filter(({ mentions }) => mentions > 0);
  const parts = (naming.length > 0 ? naming : told).flatMap(({ articles }) => articles);
  const articles = parts.map((part) => part.id).sort(compareText);
  return {
    id,
    labels: sharedLabels(types),
    properties: known({
      type,
      name,
      aliases,
      articles,
      stories: new Set(articles.map(storyOf)).size,
      mentions: told.reduce((sum, { mentions }) => sum + mentions, 0),
      confidence: highest(told.map(({ confidence }) => confidence)),
      ...seen(parts.map((part) => part.published)),
      level,
      kind,
      ...shownOf(told),
    }),
  };
}
