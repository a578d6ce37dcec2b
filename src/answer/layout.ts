import type { LayoutAnswer } from '../contract/layout.ts';
import { toGraph } from '../graph/build/records.ts';
import { layOut } from '../graph/picture/layout.ts';
import { measure } from '../graph/picture/measure.ts';
import type { Catalogue } from './catalogue.ts';

/** A layout of some entities and relations alone, as the build makes one of all; what is not there any more lies in the middle. */
export function toLayoutAnswer(
  catalogue: Catalogue,
  entities: readonly string[],
  relations: readonly string[],
): LayoutAnswer {
  const nodes = [...new Set(entities)].flatMap((id) => catalogue.findNode(id) ?? []);
  const isThere = new Set(nodes.map(({ id }) => id));
  const relationships = [...new Set(relations)]
    .flatMap((id) => catalogue.findRelation(id) ?? [])
    .filter(({ from, to }) => isThere.has(from) && isThere.has(to));
  const graph = toGraph({ nodes, relationships });
  const measures = measure(graph);
  const places = layOut(
    graph,
    (id) => measures.get(id)?.community ?? -1,
    new Map(),
    // As large as the page draws them: by all of their relations.
    (id) => catalogue.countRelationsOf(id),
  );
  const at = entities.map((id) => places.get(id) ?? { x: 0, y: 0 });
  return { x: at.map(({ x }) => x), y: at.map(({ y }) => y) };
}
