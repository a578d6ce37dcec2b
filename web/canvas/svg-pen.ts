/** What the parts of a picture are painted with: a canvas, or a pen that writes SVG. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'arc'
  | 'beginPath'
  | 'fill'
  | 'fillStyle'
  | 'fillText'
  | 'font'
  | 'globalAlpha'
  | 'lineJoin'
  | 'lineTo'
  | 'lineWidth'
  | 'measureText'
  | 'moveTo'
  | 'quadraticCurveTo'
  | 'restore'
  | 'save'
  | 'setLineDash'
  | 'stroke'
  | 'strokeStyle'
  | 'strokeText'
  | 'textAlign'
  | 'textBaseline'
>;

/** A pen whose strokes are elements of SVG, in order. It measures text by a canvas. */
export class SvgPen implements Pen {
  readonly elements: string[] = [];
  fillStyle: Pen['fillStyle'] = '#000';
  strokeStyle: Pen['strokeStyle'] = '#000';
  font = '10px sans-serif';
  globalAlpha = 1;
  lineWidth = 1;
  lineJoin: CanvasLineJoin = 'miter';
  textAlign: CanvasTextAlign = 'start';
  textBaseline: CanvasTextBaseline = 'alphabetic';
  private readonly ruler: CanvasRenderingContext2D;
  private readonly kept: number[] = [];
  private path = '';
  private dash: readonly number[] = [];

  constructor(ruler: CanvasRenderingContext2D) {
    this.ruler = ruler;
  }

  beginPath(): void {
    this.path = '';
  }

  moveTo(x: number, y: number): void {
    this.path += `M${pixels(x)} ${pixels(y)}`;
  }

  lineTo(x: number, y: number): void {
    this.path += `${this.path ? 'L' : 'M'}${pixels(x)} ${pixels(y)}`;
  }

  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void {
    this.path += `Q${pixels(cx)} ${pixels(cy)} ${pixels(x)} ${pixels(y)}`;
  }

  /** As a canvas has it, clockwise from one angle to another; a whole turn in two halves, for SVG draws none of one. */
  arc(x: number, y: number, radius: number, from: number, to: number): void {
    const at = (angle: number) =>
      `${pixels(x + radius * Math.cos(angle))} ${pixels(y + radius * Math.sin(angle))}`;
    const half = (from + to) / 2;
    const r = pixels(radius);
    const isLong = (to - from) / 2 > Math.PI ? 1 : 0;
    this.path += `${this.path ? 'L' : 'M'}${at(from)}A${r} ${r} 0 ${isLong} 1 ${at(half)}A${r} ${r} 0 ${isLong} 1 ${at(to)}`;
  }

  fill(): void {
    this.elements.push(`<path d="${this.path}" fill="${this.fillStyle}"${this.alpha()}/>`);
  }

  stroke(): void {
    const dashes = this.dash.length > 0 ? ` stroke-dasharray="${this.dash.join(' ')}"` : '';
    this.elements.push(
      `<path d="${this.path}" fill="none" stroke="${this.strokeStyle}" stroke-width="${pixels(this.lineWidth)}"${dashes}${this.alpha()}/>`,
    );
  }

  fillText(text: string, x: number, y: number): void {
    this.elements.push(this.text(text, x, y, `fill="${this.fillStyle}"`));
  }

  strokeText(text: string, x: number, y: number): void {
    const stroke = `fill="none" stroke="${this.strokeStyle}" stroke-width="${pixels(this.lineWidth)}" stroke-linejoin="${this.lineJoin}"`;
    this.elements.push(this.text(text, x, y, stroke));
  }

  measureText(text: string): TextMetrics {
    this.ruler.font = this.font;
    return this.ruler.measureText(text);
  }

  setLineDash(dash: readonly number[]): void {
    this.dash = dash;
  }

  save(): void {
    this.kept.push(this.globalAlpha);
  }

  restore(): void {
    this.globalAlpha = this.kept.pop() ?? 1;
  }

  private text(text: string, x: number, y: number, look: string): string {
    const anchor = this.textAlign === 'center' ? ' text-anchor="middle"' : '';
    const baseline = this.textBaseline === 'middle' ? ' dominant-baseline="central"' : '';
    return `<text x="${pixels(x)}" y="${pixels(y)}"${anchor}${baseline} style="font:${toXml(this.font)}" ${look}${this.alpha()}>${toXml(text)}</text>`;
  }

  private alpha(): string {
    return this.globalAlpha === 1 ? '' : ` opacity="${this.globalAlpha}"`;
  }
}

/** A number of pixels, as exact as it is seen. */
export function pixels(value: number): string {
  return String(Math.round(value * 10) / 10);
}

export function toXml(text: string): string {
  // Letters that XML does not allow are left out.
  const allowed = text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '');
  return allowed.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
