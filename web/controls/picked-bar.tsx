import type { EntityType } from '../../src/model/entity.ts';
import { useScene } from '../scene/use-scene.ts';
import { add, hide, invertPicked, keepOnly, pick, pin, withNeighbours } from '../state/steps.ts';
import { select, useExplorer } from '../state/store.ts';
import { Icon } from '../ui/icons.tsx';
import { useWords } from '../ui/use-words.ts';

/** What can be done with all that is picked, by lasso or one by one. */
export function PickedBar() {
  const words = useWords();
  const scene = useScene();
  const picked = useExplorer((state) => state.picked);
  const pins = useExplorer((state) => state.pins);
  if (picked.size === 0 || !scene) return null;
  const ids = [...picked];
  const [first = '', second = ''] = ids;
  const { nodeOf, graph } = scene.index;
  const typeOf = (id: string) => graph.nodes.type[nodeOf.get(id) ?? -1];
  const isPinned = ids.every((id) => pins.has(id));
  const places = ids.flatMap((id): [string, { x: number; y: number } | undefined][] => {
    const node = nodeOf.get(id);
    if (node === undefined) return [];
    return [[id, isPinned ? undefined : { x: scene.places.x[node] ?? 0, y: -(scene.places.y[node] ?? 0) }]];
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
      {ids.length === 2 && (
        <button type="button" onClick={() => select({ kind: 'path', from: first, to: second })}>
          {words.path}
        </button>
      )}
      {ids.length >= 2 && ids.length <= 6 && (
        <button type="button" onClick={() => select({ kind: 'common', ids })}>
          {words.common}
        </button>
      )}
      {ids.length === 2 && ids.every((id) => isArea(typeOf(id))) && (
        <button type="button" onClick={() => select({ kind: 'compare', ids })}>
          {words.compare}
        </button>
      )}
      {ids.length === 2 && typeOf(first) === typeOf(second) && (
        <button type="button" onClick={() => select({ kind: 'pair', ids })}>
          {words.review.isOne}
        </button>
      )}
      <button
        type="button"
        className="tool"
        aria-label={words.clear}
        title={words.clear}
        onClick={() => pick([])}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}

function isArea(type: EntityType | undefined): boolean {
  return type === 'Zone' || type === 'Place' || type === 'Industry';
}
