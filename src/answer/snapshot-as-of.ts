import type { NodeRecord, RelationshipRecord, Snapshot } from '../model/snapshot.ts';
import type { Whole } from './catalogue.ts';
import { textOf } from './properties.ts';
import {
  type ArticlesThen,
  entityThen,
  isInForce,
  isOf,
  isTold,
  postsThen,
  tieThen,
  withKnown,
} from './then.ts';

/** A graph in memory as it was known on a day. */
export function snapshotAsOf(catalogue: Whole, day: string): Snapshot {
  const articles = new Map(catalogue.articles.filter((one) => isOf(one, day)).map((one) => [one.id, one]));
  const { nodes, relationships } = catalogue.snapshot;
  const kept = new Map<string, NodeRecord>();
  for (const node of nodes) {
    if (node.labels.includes('Article')) {
      if (articles.has(node.id)) kept.set(node.id, node);
    } else if (node.labels.includes('Fact')) {
      if (articles.has(textOf(node.properties, 'article') ?? '')) kept.set(node.id, node);
    } else if (isTold(node, day)) kept.set(node.id, known(catalogue, node, articles));
  }
  const ties = relationships.flatMap((one): RelationshipRecord[] => {
    if (!kept.has(one.from) || !kept.has(one.to) || one.type === 'HOLDS_POST') return [];
    const then = tieThen(one, articles, day);
    return then ? [then] : [];
  });
  const posts = postsThen(relationships, articles, day).filter((one) => isInForce(one, day));
  return {
    nodes: [...kept.values()],
    relationships: [...ties, ...posts].sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

function known(catalogue: Whole, node: NodeRecord, articles: ArticlesThen): NodeRecord {
  const then = entityThen(catalogue, node, articles);
  if (then === undefined) return node;
  const values = Object.fromEntries(Object.entries(then).map(([name, value]) => [name, value()]));
  return { ...node, properties: withKnown(node.properties, values) };
}
