import type { GraphView } from '../../src/model/view.ts';

/** Where a layout of the browser's own put every node of a graph. `mark` tells of which: places of another graph fit nothing. */
export interface OwnPlaces {
  readonly mark: string;
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** The greatest number of two bytes: places are written in that many steps from the middle outwards. */
const STEPS = 32_767;

const marks = new WeakMap<readonly string[], string>();

/** A mark of the nodes of a graph, in their order: 32 bits by FNV-1a over their ids. */
export function markOf({ nodes: { id } }: GraphView): string {
  const known = marks.get(id);
  if (known !== undefined) return known;
  let hash = 0x811c9dc5;
  for (const one of id)
    for (let at = 0; at < one.length; at++) hash = Math.imul(hash ^ one.charCodeAt(at), 0x01000193);
  const mark = `${id.length.toString(36)}-${(hash >>> 0).toString(36)}`;
  marks.set(id, mark);
  return mark;
}

const written = new WeakMap<OwnPlaces, string>();

/** Places as a text for an address: the mark, the size of a step, and two bytes for each number. */
export function writePlaces(places: OwnPlaces): string {
  const known = written.get(places);
  if (known !== undefined) return known;
  const { mark, x, y } = places;
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
  const text = [mark, grain, base64].join('~');
  written.set(places, text);
  return text;
}

/** The places that a text tells of; undefined when it is none. */
export function readPlaces(text: string | null): OwnPlaces | undefined {
  const [mark, grain, base64] = (text ?? '').split('~');
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
  const places: OwnPlaces = {
    mark,
    x: Array.from({ length: count }, (_, at) => number(at)),
    y: Array.from({ length: count }, (_, at) => number(count + at)),
  };
  written.set(places, text ?? '');
  return places;
}
