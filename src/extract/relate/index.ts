import type { EntityAttributes, EntityType, ProjectStatus } from '../../model/entity.ts';
import { PROJECT_STATUSES } from '../../model/entity.ts';
import { investmentOf, type ProjectFact } from './fact.ts';
import type { Link } from './link.ts';
import { furthest } from './milestone.ts';

export { factsByEntity, findProjectFacts, type ProjectFact } from './fact.ts';
export { toPostLinks } from './held.ts';
export { keepMostSpecific } from './hierarchy.ts';
export type { Link } from './link.ts';
export { LinkedDocument } from './linked-document.ts';
export { findPosts, type PostStatement } from './post.ts';
export { toProjectScenes } from './project-scene.ts';
export { areInTwoRows } from './row.ts';
export { proposeSums } from './sum.ts';

/** What one document says of its entities. `types[i]` and `attrs[i]` belong to entity i. */
export interface Findings {
  readonly types: readonly EntityType[];
  readonly attrs: readonly EntityAttributes[];
  readonly facts: readonly ProjectFact[];
  readonly links: readonly Link[];
}

/** The sum and the state of a project by its facts: the first that is one sum, in yuan, and the state that is furthest. */
export function attributesOf(facts: readonly ProjectFact[]): EntityAttributes {
  const investment = investmentOf(facts);
  const status = furthest(
    facts.flatMap(({ name, value }) => (name === 'status' && isStatus(value) ? [value] : [])),
  );
  return {
    ...(investment === undefined ? {} : { investment }),
    ...(status === undefined ? {} : { status }),
  };
}

function isStatus(value: string | number | undefined): value is ProjectStatus {
  return PROJECT_STATUSES.some((status) => status === value);
}
