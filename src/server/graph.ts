import type { NodeRecord } from '../model/snapshot.ts';
import type { Counts, GraphView } from '../model/view.ts';
import { type Catalogue, nameOf, typeOf } from './catalogue.ts';
import { numberOf } from './properties.ts';

/** The angle between neighbours of a sunflower, in radians: points at it never fall in line. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

export function countAll({ entities, relations, articles }: Catalogue): Counts {
  return { entities: entities.length, relations: relations.length, articles: articles.length };
}

/** The whole graph for drawing. A node that was never laid out gets its own place on a spiral around the others. */
export function toGraphView(catalogue: Catalogue, version: string): GraphView {
  const { entities, relations } = catalogue;
  const position = new Map(entities.map(({ id }, index) => [id, index]));
  const places = entities.map(placeOf);
  const at = (id: string) => position.get(id) ?? -1;
  return {
    version,
    counts: countAll(catalogue),
    nodes: {
      id: entities.map(({ id }) => id),
      type: entities.map(typeOf),
      name: entities.map(nameOf),
      x: places.map(([x]) => x),
      y: places.map(([, y]) => y),
      degree: entities.map(({ id }) => catalogue.relationsOf.get(id)?.length ?? 0),
      community: entities.map(({ properties }) => numberOf(properties, 'community') ?? -1),
    },
    edges: {
      id: relations.map(({ id }) => id),
      type: relations.map(({ type }) => type as GraphView['edges']['type'][number]),
      from: relations.map(({ from }) => at(from)),
      to: relations.map(({ to }) => at(to)),
      count: relations.map(({ properties }) => numberOf(properties, 'count') ?? 1),
    },
  };
}

function placeOf({ properties }: NodeRecord, index: number): readonly [number, number] {
  const x = numberOf(properties, 'x');
  const y = numberOf(properties, 'y');
  if (x !== undefined && y !== undefined) return [round(x), round(y)];
  const radius = 10 * Math.sqrt(index + 1);
  return [round(radius * Math.cos(index * GOLDEN_ANGLE)), round(radius * Math.sin(index * GOLDEN_ANGLE))];
}

/** Two decimals are finer than a screen shows and halve the answer. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
