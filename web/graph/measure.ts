import type { GraphAnswer } from '../../src/contract/graph.ts';
import type { EntityType } from '../../src/model/entity.ts';
import type { RelationType } from '../../src/model/relation.ts';
import { itemAt } from '../base/must.ts';
import type { Shown } from './filter.ts';
import type { GraphIndex } from './graph-index.ts';
import type { Look } from './view.ts';

/** How many there are of a type, and how many of them are drawn. */
export interface Tally {
  readonly shown: number;
  readonly total: number;
}

/** How much of a graph is drawn, type by type and in all. */
export interface Tallies {
  readonly types: ReadonlyMap<EntityType, Tally>;
  readonly relations: ReadonlyMap<RelationType, Tally>;
  readonly hiddenEntities: number;
  readonly hiddenRelations: number;
}

/** How much of each type is drawn: what is hidden is always counted. */
export function toTallies({ graph }: GraphIndex, shown: Shown): Tallies {
  const types = tally(graph.nodes.type, shown.nodes);
  const relations = tally(graph.edges.type, shown.edges);
  return { types, relations, hiddenEntities: hidden(types), hiddenRelations: hidden(relations) };
}

function tally<T>(kinds: readonly T[], isShown: Uint8Array): Map<T, Tally> {
  const tallies = new Map<T, { shown: number; total: number }>();
  kinds.forEach((kind, at) => {
    const found = tallies.get(kind) ?? { shown: 0, total: 0 };
    tallies.set(kind, found);
    found.total++;
    if (isShown[at]) found.shown++;
  });
  return tallies;
}

function hidden(tallies: ReadonlyMap<unknown, Tally>): number {
  return [...tallies.values()].reduce((sum, { shown, total }) => sum + total - shown, 0);
}

/** A node's radius in pixels at rest: its area grows with its relations. */
function radiusByDegree(degree: number): number {
  return Math.min(24, 4 + 2.2 * Math.sqrt(degree));
}

/** What people look for stands out, and what everything lies in stands back. */
const WEIGHT: Readonly<Partial<Record<EntityType, number>>> = { Zone: 1.15, Place: 0.6, Industry: 0.75 };

/** The radius of every node in pixels at rest, by the measure that is asked for; the greatest of a measure is as large as a hub. */
export function toRadii({ nodes }: GraphAnswer, size: Look['size']): Float64Array {
  const most = size === 'degree' ? 1 : nodes[size].reduce((a, b) => Math.max(a, b), 0) || 1;
  return Float64Array.from(nodes.type, (type, node) => {
    const value = itemAt(nodes[size], node);
    const radius = size === 'degree' ? radiusByDegree(value) : 4 + 20 * Math.sqrt(value / most);
    return Math.max(4, radius * (WEIGHT[type] ?? 1));
  });
}
