import { entryOf } from '../base/must.ts';
import { endsOf, type Subgraph } from '../graph/graph-index.ts';
import { aroundNode } from '../graph/light.ts';
import { groupUnder } from '../scene/group-places.ts';
import type { MouseGround } from './pointer.ts';
import { edgeUnder } from './under.ts';

/** Light what the mouse stands on: a node with its neighbours, an edge with its ends. Nothing while something is dragged. */
export function followHover(ground: MouseGround, isDragging: () => boolean): void {
  const { sigma, container, live, pointer, isLarge, drawing, repaint } = ground;
  const { index } = live.scene;
  let isNodeHovered = false;
  const hover = (next: Subgraph | undefined) => {
    pointer.hovered = next;
    container.style.cursor = next ? 'pointer' : '';
    repaint();
  };
  sigma.on('enterNode', ({ node }) => {
    isNodeHovered = true;
    hover(aroundNode(index, live.scene.shown, entryOf(index.nodeOf, node)));
  });
  sigma.on('leaveNode', () => {
    isNodeHovered = false;
    hover(undefined);
  });
  sigma.on('moveBody', ({ event }) => {
    if (isDragging() || event.original.type !== 'mousemove') return;
    const group = isNodeHovered ? undefined : groupUnder(drawing(), event);
    if (group !== pointer.group) {
      pointer.group = group;
      container.style.cursor = group || isNodeHovered ? 'pointer' : '';
      repaint();
    }
    if (isLarge || isNodeHovered || group) return;
    const edge = edgeUnder(drawing(), event);
    if (edge === undefined) {
      if (pointer.hovered) hover(undefined);
    } else if (!pointer.hovered?.edges.has(edge))
      hover({ nodes: new Set(endsOf(index.graph, edge)), edges: new Set([edge]) });
  });
}
