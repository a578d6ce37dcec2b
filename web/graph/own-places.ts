import type { GraphAnswer } from '../../src/contract/graph.ts';
import { memo } from '../base/memo.ts';
import { itemAt } from '../base/must.ts';

/** Where a layout of the browser's own put some nodes of a graph, given by their positions. `mark` tells of which graph: places of another fit nothing. */
export interface OwnPlaces {
  readonly mark: string;
  /** In rising order. */
  readonly nodes: readonly number[];
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** The text that they were read from, so that an address keeps it to the letter: numbers read are rounded. */
  readonly text?: string;
}

/** The greatest number of two bytes with a sign: places are written in that many steps from the middle outwards. */
const STEPS = 32_767;

/** Bytes that a node takes: how far it is from the one before, and where it lies. */
const BYTES = 6;

/** A mark of the nodes of a graph, in their order: 32 bits by FNV-1a over their ids. */
export const markOf = memo(
  ({ nodes: { id } }: GraphAnswer): string => `${id.length.toString(36)}-${hashOf(id)}`,
  2,
);

/** 32 bits by FNV-1a over some texts. */
export function hashOf(texts: readonly string[]): string {
  let hash = 0x811c9dc5;
  for (const one of texts)
    for (let at = 0; at < one.length; at++) hash = Math.imul(hash ^ one.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}

/** Places as a text for an address: the mark, the size of a step, and six bytes for each node. */
export const writePlaces = memo(({ mark, nodes, x, y, text }: OwnPlaces): string => {
  if (text !== undefined) return text;
  const farthest = [...x, ...y].reduce((most, value) => Math.max(most, Math.abs(value)), 1e-6);
  const grain = Number((farthest / STEPS).toPrecision(6));
  const view = new DataView(new ArrayBuffer(nodes.length * BYTES));
  const toSteps = (value: number) => Math.max(-STEPS, Math.min(STEPS, Math.round(value / grain)));
  nodes.forEach((node, at) => {
    view.setUint16(at * BYTES, node - (nodes[at - 1] ?? 0));
    view.setInt16(at * BYTES + 2, toSteps(itemAt(x, at)));
    view.setInt16(at * BYTES + 4, toSteps(itemAt(y, at)));
  });
  let packed = '';
  for (const byte of new Uint8Array(view.buffer)) packed += String.fromCharCode(byte);
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
  const count = Math.floor(packed.length / BYTES);
  const number = (at: number) => Math.round(view.getInt16(at) * step * 100) / 100;
  let node = 0;
  return {
    mark,
    nodes: Array.from({ length: count }, (_, at) => {
      node += view.getUint16(at * BYTES);
      return node;
    }),
    x: Array.from({ length: count }, (_, at) => number(at * BYTES + 2)),
    y: Array.from({ length: count }, (_, at) => number(at * BYTES + 4)),
    text,
  };
}
