import { sizeOf } from '../graph/layout.ts';
import { entityPart } from '../graph/records.ts';
import { ENTITY_TYPES, type EntityType } from '../model/entity.ts';
import type { Properties, Snapshot } from '../model/snapshot.ts';

/** What an exporter may leave out or in. */
export interface ExportOptions {
  /** Articles and facts too, not entities and their relations alone. */
  readonly all?: boolean;
  /** Default true; else the articles' texts and all quotes stay out, the offsets stay. */
  readonly text?: boolean;
  /** Of the program, for the file's metadata. */
  readonly version?: string;
}

export interface ExportNode {
  readonly id: string;
  readonly label: string;
  /** The entity type, or `Article` or `Fact`. */
  readonly type: string;
  readonly labels: readonly string[];
  readonly properties: Properties;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** Red, green, blue: 0 to 255. */
  readonly colour: readonly [number, number, number];
}

export interface ExportEdge {
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  /** Pieces of evidence, at least 1. */
  readonly weight: number;
  readonly properties: Properties;
}

/** A graph ready to be written, nodes and edges each by id. */
export interface ExportGraph {
  readonly nodes: readonly ExportNode[];
  readonly edges: readonly ExportEdge[];
  /** Of the newest article, as an ISO day: equal graphs give equal files, so no clock is read. */
  readonly date: string;
  readonly creator: string;
  readonly description: string;
}

const COLOURS: Readonly<Record<EntityType | 'Article' | 'Fact', readonly [number, number, number]>> = {
  Company: [47, 104, 173],
  Zone: [35, 128, 106],
  Project: [201, 116, 28],
  Official: [168, 56, 92],
  Executive: [118, 86, 168],
  Organization: [61, 130, 150],
  Place: [106, 118, 132],
  Industry: [143, 122, 43],
  Article: [185, 58, 42],
  Fact: [153, 160, 166],
};

const TEXTS = new Set(['text', 'quote', 'quotes']);

export function toExportGraph(snapshot: Snapshot, options: ExportOptions = {}): ExportGraph {
  const { nodes, relationships } = options.all === true ? snapshot : entityPart(snapshot);
  const degree = new Map<string, number>();
  for (const { from, to } of relationships)
    for (const id of [from, to]) degree.set(id, (degree.get(id) ?? 0) + 1);
  const kept = (properties: Properties): Properties =>
    options.text === false
      ? Object.fromEntries(Object.entries(properties).filter(([name]) => !TEXTS.has(name)))
      : properties;
  return {
    nodes: nodes.map(({ id, labels, properties }) => {
      const type = typeOf(labels, properties);
      const { name, title, quote, x, y } = properties;
      return {
        id,
        label: String((type === 'Fact' ? quote : (name ?? title)) ?? id),
        type,
        labels,
        properties: kept(properties),
        x: typeof x === 'number' ? x : 0,
        y: typeof y === 'number' ? y : 0,
        size: sizeOf(degree.get(id) ?? 0),
        colour: COLOURS[type as EntityType] ?? COLOURS.Fact,
      };
    }),
    edges: relationships.map(({ id, type, from, to, properties }) => ({
      id,
      type,
      from,
      to,
      weight: typeof properties.count === 'number' ? Math.max(1, properties.count) : 1,
      properties: kept(properties),
    })),
    date: newestDay(snapshot),
    creator: `Yuantu ${options.version ?? ''}`.trim(),
    description:
      options.all === true ? 'Entities, relations, articles and facts' : 'Entities and their relations',
  };
}

function typeOf(labels: readonly string[], properties: Properties): string {
  if (typeof properties.type === 'string') return properties.type;
  return labels.find((label) => (ENTITY_TYPES as readonly string[]).includes(label)) ?? labels[0] ?? 'Node';
}

/** The newest article's date, a bare year or month as its first day; where no article is dated, the first day of all. */
function newestDay({ nodes }: Snapshot): string {
  const dates = nodes
    .filter((node) => node.labels.includes('Article'))
    .flatMap(({ properties: { published } }) => (typeof published === 'string' ? [published] : []));
  const newest = dates.sort().at(-1) ?? '1970-01-01';
  return /^\d{4}$/u.test(newest)
    ? `${newest}-01-01`
    : /^\d{4}-\d\d$/u.test(newest)
      ? `${newest}-01`
      : newest.slice(0, 10);
}
