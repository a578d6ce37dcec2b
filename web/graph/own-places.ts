import type { GraphAnswer } from '../../src/contract/graph.ts';
import { memo } from '../base/memo.ts';

/** Where a layout of the browser's own put every node of a graph. `mark` tells of which: places of another graph fit nothing. */
export interface OwnPlaces {
  readonly mark: string;
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** The text that they were read from, so that an address keeps it to the letter: numbers read are rounded. */
  readonly text?: string;
}

/** The greatest number of two bytes: places are written in that many steps from the middle outwards. */
const STEPS = 32_767;

/** A mark of the nodes of a graph, in their order: 32 bits by FNV-1a over their ids. */
export const markOf = memo(({ nodes: { id } }: GraphAnswer): string => {
  let hash = 0x811c9dc5;
  for (const one of id)
    for (let at = 0; at < one.length; at++) hash = Math.imul(hash ^ one.charCodeAt(at), 0x01000193);
  return `${id.length.toString(36)}-${(hash >>> 0).toString(36)}`;
}, 2);

/** Places as a text for an address: the mark, the size of a step, and two bytes for each number. */
export const writePlaces = memo(({ mark, x, y, text }: OwnPlaces): string => {
  if (text !== undefined) return text;
  const farthest = [...x, ...y].reduce((most, value) => Math.max(most, Math.abs(value)), 1e-6);
  const grain = Number((farthest / STEPS).toPrecision(6));
  const bytes = new Uint8Array((x.length + y.length) * 2);
  const view = new DataView(bytes.buffer);
  [...x, ...y].forEach((value, at) => {
    view.setInt16(at * 2, Math.max(-STEPS, Math.min(STEPS, Math.round(value / grain))));
  });
  let packed = '';
  for (const byte of bytes) packed += String.fromCharCode(byte);
  const base64 = btoa(packed).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  return [mark, grain, base64].join('~');
});

/** The places that a text tells of; undefined when it is none. */
export function readPlaces(text: string | null): OwnPlaces | undefined {
  if (text === null) return undefined;
  const [mark, grain, base64] = text.split('~');
  const step = Number(grain);
  if (!mark || !base64 || !(step > 0)) return undefined;
  let packed: string;
  try {
    packed = atob(base64.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return undefined;
  }
  const view = new DataView(Uint8Array.from(packed, (unit) => unit.charCodeAt(0)).buffer);
  const count = Math.floor(packed.length / 4);
  const number = (at: number) => Math.round(view.getInt16(at * 2) * step * 100) / 100;
  return {
    mark,
    x: Array.from({ length: count }, (_, at) => number(at)),
    y: Array.from({ length: count }, (_, at) => number(count + at)),
    text,
  };
}
