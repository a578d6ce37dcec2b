import { useEffect, useMemo } from 'react';
import { itemAt } from '../../base/must.ts';
import { toSvg } from '../../canvas/svg.ts';
import { extentOf } from '../../graph/extent.ts';
import { endsOf } from '../../graph/graph-index.ts';
import type { Frame, Scene } from '../../scene/scene.ts';
import { useScene } from '../../scene/use-scene.ts';
import { useWords } from '../../ui/use-words.ts';

/** The entities of an answer, and what ties them, where they lie in the whole graph. */
export function AnswerGraph({ ids }: { readonly ids: ReadonlySet<string> }) {
  const words = useWords();
  const scene = useScene();
  const picture = useMemo(() => scene && ids.size > 0 && URL.createObjectURL(draw(scene, ids)), [scene, ids]);
  useEffect(() => () => void (picture && URL.revokeObjectURL(picture)), [picture]);
  if (!picture) return <p className="waiting">{words.noEntities}</p>;
  return <img className="drawing" src={picture} alt={words.canvas(ids.size, 0)} />;
}

const [WIDTH, HEIGHT, MARGIN] = [960, 360, 48];

/** These entities and what ties them, as large as they fit. */
function draw(scene: Scene, ids: ReadonlySet<string>): Blob {
  const { graph } = scene.index;
  const nodes = Uint8Array.from(graph.nodes.id, (id) => (ids.has(id) ? 1 : 0));
  const edges = Uint8Array.from(graph.edges.id, (_, edge) =>
    endsOf(graph, edge).every((end) => nodes[end]) ? 1 : 0,
  );
  const inside = Array.from(nodes.keys()).filter((node) => nodes[node]);
  const extent = extentOf({
    x: Float64Array.from(inside, (node) => itemAt(scene.places.x, node)),
    y: Float64Array.from(inside, (node) => itemAt(scene.places.y, node)),
  });
  const grain = Math.min(
    2,
    (WIDTH - 2 * MARGIN) / (extent.right - extent.left),
    (HEIGHT - 2 * MARGIN) / (extent.top - extent.bottom),
  );
  const frame: Frame = {
    grain,
    left: WIDTH / 2 - ((extent.left + extent.right) / 2) * grain,
    top: HEIGHT / 2 + ((extent.top + extent.bottom) / 2) * grain,
    scale: 0.85,
    width: WIDTH,
    height: HEIGHT,
  };
  const alone = {
    ...scene,
    shown: { nodes, edges },
    grouping: { drawn: { nodes, edges }, groups: [], ties: [], folded: { loose: [], small: [] } },
    light: { focus: new Set<number>() },
    picked: new Set<number>(),
  };
  return toSvg({ scene: alone, places: scene.places, frame });
}
