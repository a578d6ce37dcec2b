import type { EntityReference } from '../../../src/contract/reference.ts';
import { api } from '../../api/client.ts';
import { useLoaded } from '../../api/use-loaded.ts';
import { itemAt } from '../../base/must.ts';
import type { GraphIndex } from '../../graph/graph-index.ts';
import { useScene } from '../../scene/use-scene.ts';
import { selectEntity } from '../../state/store.ts';
import { TypeMark } from '../../ui/icons.tsx';

/** An entity as a line that leads to it. */
export function EntityRow({ entity }: { readonly entity: EntityReference }) {
  return (
    <button type="button" className="row" onClick={() => selectEntity(entity.id)}>
      <TypeMark type={entity.type} />
      <span className="row-name">{entity.name}</span>
    </button>
  );
}

/** The name of an entity, which a link may name without the canvas holding it. */
export function EntityName({ id }: { readonly id: string }) {
  const scene = useScene();
  const node = scene?.index.nodeOf.get(id);
  const isHere = scene === undefined || node !== undefined;
  const { value } = useLoaded(isHere ? '' : id, async (signal) =>
    isHere ? undefined : (await api.entity(id, signal)).name,
  );
  if (!scene || node === undefined) return value ?? id;
  return itemAt(scene.index.graph.nodes.name, node);
}

/** A node of the graph as what a panel names it by. */
export function toReference({ graph: { nodes } }: GraphIndex, node: number): EntityReference {
  return { id: itemAt(nodes.id, node), type: itemAt(nodes.type, node), name: itemAt(nodes.name, node) };
}
