/** The graph files that can be written, by name; the first of an extension is that extension's own. */
export const FORMATS = [
  'gexf',
  'gexf-dynamic',
  'graphml',
  'node-link',
  'graphology',
  'cytoscape',
  'csv',
  'cypher',
  'jsonld',
  'ttl',
  'xlsx',
  'svg',
] as const;

export type Format = (typeof FORMATS)[number];
