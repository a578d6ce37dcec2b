import type { Column } from '../column.ts';

/** What a key of JSON values has as its description. */
export const JSON_KEY = 'JSON';

const column = (name: string, type: Column['type']): Column => ({ name, type, json: false });

export const DRAWN_NODE: readonly Column[] = [
  column('labels', 'string'),
  column('label', 'string'),
  ...['x', 'y', 'size'].map((name) => column(name, 'double')),
  ...['r', 'g', 'b'].map((name) => column(name, 'long')),
];

export const DRAWN_EDGE: readonly Column[] = [column('label', 'string'), column('weight', 'double')];

/** The keys that Gephi draws by: no properties of the graph. */
export const DRAWN_KEYS = {
  node: new Set(DRAWN_NODE.map(({ name }) => name)),
  edge: new Set(DRAWN_EDGE.map(({ name }) => name)),
} as const;
