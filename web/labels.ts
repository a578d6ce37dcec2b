import { mix, type Palette } from './palette.ts';
import { placeLabels } from './place.ts';

/** A node as the canvas hands it over for its label. */
export interface NodeLabel {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly label: string;
  readonly color: string;
  readonly forceLabel?: boolean;
  /** Drawn on a plate of its own, so it needs no label here. */
  readonly highlighted?: boolean;
}

/** Chinese first: the default of canvases has no Chinese letters of its own. */
export const FONT =
  '-apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", system-ui, sans-serif';

/** Draw the labels of a frame where they do not cover each other. */
export function drawLabels(
  context: CanvasRenderingContext2D,
  labels: readonly NodeLabel[],
  palette: Palette,
  window: { readonly width: number; readonly height: number },
): void {
  const wishes = labels.map(({ key, x, y, size, label, forceLabel = false }) => {
    const text = shorten(label);
    const height = heightOf(size);
    const rank = size + (forceLabel ? 100 : 0);
    return { key, text, x, y, radius: size, width: widthOf(context, text, size), height, rank };
  });
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = palette.paper;
  const plates = new Set(labels.filter(({ highlighted }) => highlighted).map(({ key }) => key));
  for (const { key, text, radius, left, middle } of placeLabels(wishes, wishes, window)) {
    if (plates.has(key)) continue;
    context.font = fontOf(radius);
    context.strokeText(text, left, middle);
    context.fillStyle = radius > 10 ? palette.ink : palette.quiet;
    context.fillText(text, left, middle);
  }
}

/** The whole name on a plate, for the node under the mouse and the selected ones. */
export function drawNameplate(
  context: CanvasRenderingContext2D,
  { x, y, size, label, color }: NodeLabel,
  palette: Palette,
): void {
  if (!label) return;
  context.font = `600 13px ${FONT}`;
  const room = { left: x - size, right: context.canvas.clientWidth - x - size };
  const isLeft = room.right < Math.min(room.left, context.measureText(label).width + 22);
  const text = shorten(label, Math.floor((Math.max(room.left, room.right) - 22) / 13));
  const textWidth = context.measureText(text).width;
  const height = Math.max(28, size * 2 + 6);
  const width = textWidth + size * 2 + 22;
  context.beginPath();
  context.roundRect(isLeft ? x + size + 3 - width : x - size - 3, y - height / 2, width, height, height / 2);
  context.fillStyle = palette.card;
  context.shadowColor = 'rgb(10 20 30 / 18%)';
  context.shadowBlur = 10;
  context.shadowOffsetY = 2;
  context.fill();
  context.shadowColor = 'transparent';
  context.lineWidth = 1;
  context.strokeStyle = mix(color, palette.line, 0.6);
  context.stroke();
  context.textBaseline = 'middle';
  context.fillStyle = palette.ink;
  context.fillText(text, isLeft ? x - size - 7 - textWidth : x + size + 7, y + 0.5);
}

function heightOf(radius: number): number {
  return radius > 14 ? 17 : 15;
}

function fontOf(radius: number): string {
  return radius > 14 ? `600 14px ${FONT}` : radius > 9 ? `12.5px ${FONT}` : `11.5px ${FONT}`;
}

const widths = new Map<string, number>();

/** Measuring text is the dearest part of a frame, and names come again in every one. */
function widthOf(context: CanvasRenderingContext2D, text: string, radius: number): number {
  const font = fontOf(radius);
  const key = `${font.slice(0, 6)} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  context.font = font;
  const { width } = context.measureText(text);
  widths.set(key, width);
  return width;
}

/** A name cut for the drawing: long ones are told whole on hovering. */
export function shorten(name: string, most = 13): string {
  const units = Array.from(name);
  return units.length <= most ? name : `${units.slice(0, most - 1).join('')}…`;
}
