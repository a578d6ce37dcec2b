import type { EntityType } from '../model/entity.ts';
import type { LinkedEntity } from '../model/linked.ts';
import type { ScoredRelation } from './encode/relation.ts';

const BUSINESS = /(?:协会|商会|联合会|联盟|促进会|学会)$/u;

/** The types of things, people by where their likeliest post is: in a company, a project or an association they are executives. Who the user watches keeps the user's type. */
export function typesByPost(
  entities: readonly LinkedEntity[],
  relations: readonly ScoredRelation[],
): EntityType[] {
  const best = new Map<number, ScoredRelation>();
  for (const relation of relations)
    if (relation.type === 'HOLDS_POST' && relation.score > (best.get(relation.from)?.score ?? -Infinity))
      best.set(relation.from, relation);
  return entities.map((entity, i) => {
    const body = entities[best.get(i)?.to ?? -1];
    if (!body || entity.mentions.some(({ rule }) => rule === 'lexicon')) return entity.type;
    if (entity.type !== 'Official' && entity.type !== 'Executive') return entity.type;
    const business = body.type === 'Company' || body.type === 'Project' || BUSINESS.test(body.forms[0] ?? '');
    return business ? 'Executive' : 'Official';
  });
}
