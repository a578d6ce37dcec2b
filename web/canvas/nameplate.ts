import { itemAt } from '../base/must.ts';
import { colourOf } from '../scene/look.ts';
import { mix } from '../scene/palette.ts';
import { type Drawing, pointOf, radiusOf } from '../scene/scene.ts';
import { FONT, shorten } from './text.ts';

/** The whole name on a plate, for the selected node. */
export function paintNameplate(context: CanvasRenderingContext2D, drawing: Drawing, node: number): void {
  const { scene, frame, cover = { left: 0, right: 0 } } = drawing;
  const { palette } = scene;
  const name = itemAt(scene.index.graph.nodes.name, node);
  if (name === '') return;
  const [x, y] = pointOf(drawing, node);
  const size = radiusOf(drawing, node);
  context.font = `600 13px ${FONT}`;
  const room = { left: x - size - cover.left, right: frame.width - cover.right - x - size };
  const isLeft = room.right < Math.min(room.left, context.measureText(name).width + 22);
  const text = shorten(name, Math.floor((Math.max(room.left, room.right) - 22) / 13));
  const textWidth = context.measureText(text).width;
  const height = 26;
  const left = isLeft ? x - size - textWidth - 24 : x + size + 4;
  context.beginPath();
  context.roundRect(left, y - height / 2, textWidth + 20, height, height / 2);
  context.fillStyle = palette.card;
  context.shadowColor = 'rgb(10 20 30 / 18%)';
  context.shadowBlur = 10;
  context.shadowOffsetY = 2;
  context.fill();
  context.shadowColor = 'transparent';
  context.lineWidth = 1;
  context.strokeStyle = mix(colourOf(scene, node), palette.line, 0.6);
  context.stroke();
  context.textBaseline = 'middle';
  context.fillStyle = palette.ink;
  context.fillText(text, left + 10, y + 0.5);
}
