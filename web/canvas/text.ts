/** Chinese first: the default of canvases has no Chinese letters of its own. */
export const FONT =
  '-apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", system-ui, sans-serif';

/** The font of a name beside a node with this radius. */
export function fontOf(radius: number): string {
  return radius > 14 ? `600 14px ${FONT}` : radius > 9 ? `12.5px ${FONT}` : `11.5px ${FONT}`;
}

/** The height of a line of it, in pixels. */
export function heightOf(radius: number): number {
  return radius > 14 ? 17 : 15;
}

const widths = new Map<string, number>();

/** The width of a name, in pixels. Measuring is the dearest part of a frame, and names come again in every one. */
export function widthOf(context: CanvasRenderingContext2D, text: string, radius: number): number {
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
