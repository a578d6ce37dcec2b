import type { SummaryAnswer } from '../contract/summary.ts';
import { ENTITY_TYPES, PROJECT_STATUSES } from '../model/entity.ts';
import type { Catalogue } from './catalogue.ts';
import { leaveOut } from './counted-once.ts';
import { known, textOf } from './properties.ts';
import { toEntityReference } from './reference.ts';
import { totalOf } from './sum.ts';
import { toSumRow } from './table.ts';

/** Zones that are named. */
const ZONES = 3;

/** What is in the graph, in a few numbers. */
export function toSummaryAnswer(catalogue: Catalogue): SummaryAnswer {
  const { counts, dated, types } = catalogue;
  const ties = ({ id }: { readonly id: string }) => catalogue.countRelationsOf(id);
  const projects = catalogue.entitiesOf('Project');
  // Which projects are left out is a long list, and a page of its own.
  const { leftOut: _, ...total } = totalOf(leaveOut(projects.map((node) => toSumRow(catalogue, node))));
  const states = new Map<string, number>();
  for (const { properties } of projects) {
    const state = textOf(properties, 'status');
    if (state !== undefined) states.set(state, (states.get(state) ?? 0) + 1);
  }
  return known({
    articles: counts.articles,
    first: dated.first,
    last: dated.last,
    types: inOrder(ENTITY_TYPES, types),
    total,
    states: inOrder(PROJECT_STATUSES, states),
    zones: [...catalogue.entitiesOf('Zone')]
      .sort((a, b) => ties(b) - ties(a) || (a.id < b.id ? -1 : 1))
      .slice(0, ZONES)
      .map(toEntityReference),
  });
}

/** Counts by name, in the order of a list. */
function inOrder<T extends string>(
  names: readonly T[],
  counts: ReadonlyMap<string, number>,
): Record<string, number> {
  return Object.fromEntries(
    names.flatMap((name) => (counts.has(name) ? [[name, counts.get(name) ?? 0]] : [])),
  );
}
