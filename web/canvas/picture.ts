import { itemAt } from '../base/must.ts';

/** The canvases in an element, one over the other on a ground of one colour, as a PNG. */
export function toPicture(element: HTMLElement, ground: string): Promise<Blob | null> {
  const layers = [...element.querySelectorAll('canvas')];
  const copy = document.createElement('canvas');
  const { width, height } = itemAt(layers, 0);
  [copy.width, copy.height] = [width, height];
  const context = copy.getContext('2d');
  if (context) {
    context.fillStyle = ground;
    context.fillRect(0, 0, copy.width, copy.height);
    for (const layer of layers) {
      // What is not lit is faded by style, not by colour.
      context.globalAlpha = Number(getComputedStyle(layer).opacity);
      context.drawImage(layer, 0, 0);
    }
  }
  return new Promise((done) => {
    copy.toBlob(done, 'image/png');
  });
}
