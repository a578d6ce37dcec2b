import { YuantuError } from '../../model/errors.ts';
import type { NodeRecord, RelationshipRecord } from '../../model/snapshot.ts';
import { listOf } from '../properties.ts';
import type { LaterProperties } from '../then.ts';
import type { Findings } from './look.ts';

/** While something is still wanted, something stands in for what is not there, so that all else that is wanted is noted too. */

/** @throws {YuantuError} NOT_FOUND */
export function getNode(
  node: NodeRecord | undefined,
  id: string,
  label: string,
  findings: Findings,
): NodeRecord {
  if (node?.labels.includes(label)) return node;
  if (findings.isWanting) return { id, labels: [label], properties: {} };
  throw new YuantuError('NOT_FOUND', `no ${label} has the id ${id}`);
}

/** @throws {YuantuError} NOT_FOUND */
export function getRelation(
  relation: RelationshipRecord | undefined,
  id: string,
  findings: Findings,
): RelationshipRecord {
  if (relation !== undefined) return relation;
  if (findings.isWanting) return { id, type: '', from: '', to: '', properties: {} };
  throw new YuantuError('NOT_FOUND', `no relation has the id ${id}`);
}

/** What a relation has that only its page shows. */
const EVIDENCE = ['quotes', 'rules', 'spans'] as const;

/** A relation whose evidence is looked for when it is read. */
export function withEvidence(
  relation: RelationshipRecord,
  find: (id: string) => RelationshipRecord | undefined,
): RelationshipRecord {
  const full = () => find(relation.id)?.properties ?? {};
  const later = Object.fromEntries(EVIDENCE.map((name) => [name, () => listOf(full(), name)]));
  return { ...relation, properties: withLater(relation.properties, later) };
}

/** Properties, some of which are looked for when they are read: more of them, or, listed as the others are, in the place of some. */
export function withLater(
  properties: NodeRecord['properties'],
  later: LaterProperties,
  enumerable = false,
): NodeRecord['properties'] {
  const all = { ...properties };
  for (const [name, get] of Object.entries(later)) Object.defineProperty(all, name, { get, enumerable });
  return all;
}
