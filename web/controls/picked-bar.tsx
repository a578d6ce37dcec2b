import type { EntityType } from '../../src/model/entity.ts';
import { itemAt } from '../base/must.ts';
import type { GraphIndex } from '../graph/graph-index.ts';
import { type Point, pageOf } from '../graph/view.ts';
import { layoutPointOf } from '../scene/scene.ts';
import { useScene } from '../scene/use-scene.ts';
import { add, hide, invertPicked, keepOnly, pick, pin, withNeighbours } from '../state/steps.ts';
import { select, useExplorer } from '../state/store.ts';
import { ToolButton } from '../ui/tool-button.tsx';
import { useWords } from '../ui/use-words.ts';

/** Entities whose common neighbours can be asked for at once. */
const MOST_COMMON = 6;

/** Things that are set side by side at most. */
const MOST_COMPARED = 5;

/** What can be done with all that is picked, by lasso or one by one. */
export function PickedBar() {
  const words = useWords();
  const scene = useScene();
  const picked = useExplorer((state) => state.picked);
  const pins = useExplorer((state) => state.pins);
  if (picked.size === 0 || !scene) return null;
  const ids = [...picked];
  const isPinned = ids.every((id) => pins.has(id));
  const places = ids.flatMap((id): [string, Point | undefined][] => {
    const node = scene.index.nodeOf.get(id);
    return node === undefined ? [] : [[id, isPinned ? undefined : layoutPointOf(scene.places, node)]];
  });
  const take = () => {
    hide(ids);
    pick([]);
  };
  return (
    <div className="picked" role="toolbar" aria-label={words.pickedTools}>
      <strong role="status">{words.picked(ids.length)}</strong>
      <button type="button" onClick={() => keepOnly(ids)}>
        {words.only}
      </button>
      <button type="button" onClick={take}>
        {words.hide}
      </button>
      <button type="button" onClick={() => pin(new Map(places))}>
        {isPinned ? words.unpin : words.pin}
      </button>
      <button type="button" onClick={() => add(ids.flatMap(withNeighbours))}>
        {words.expand}
      </button>
      <button type="button" onClick={invertPicked}>
        {words.invert}
      </button>
      <Together ids={ids} index={scene.index} />
      <ToolButton icon="close" name={words.clear} onClick={() => pick([])} />
    </div>
  );
}

/** What can be asked of several at once. */
function Together({ ids, index }: { readonly ids: readonly string[]; readonly index: GraphIndex }) {
  const words = useWords();
  const [first, second, ...others] = ids;
  if (first === undefined || second === undefined) return null;
  const isPair = others.length === 0;
  const [a, b] = [typeOf(index, first), typeOf(index, second)];
  return (
    <>
      {isPair && (
        <button type="button" onClick={() => select({ kind: 'path', from: first, to: second })}>
          {words.path}
        </button>
      )}
      {ids.length <= MOST_COMMON && (
        <button type="button" onClick={() => select({ kind: 'common', ids })}>
          {words.common}
        </button>
      )}
      {ids.length <= MOST_COMPARED && isComparable(ids.map((id) => typeOf(index, id))) && (
        <button type="button" onClick={() => select({ kind: 'compare', ids })}>
          {words.compare}
        </button>
      )}
      {isPair && a === b && (
        <button type="button" onClick={() => select({ kind: 'pair', ids })}>
          {words.review.isOne}
        </button>
      )}
    </>
  );
}

/** Whether things can stand side by side: areas beside areas, companies beside companies. */
function isComparable(types: readonly (EntityType | undefined)[]): boolean {
  return types.every((type) => type && pageOf(type) === 'area') || types.every((type) => type === 'Company');
}

/** The type of an entity; undefined when it is not in the graph that is here. */
function typeOf({ graph, nodeOf }: GraphIndex, id: string): EntityType | undefined {
  const node = nodeOf.get(id);
  return node === undefined ? undefined : itemAt(graph.nodes.type, node);
}
