import { sizeOf } from '../graph/picture/layout.ts';
import { LEAST } from '../model/certainty.ts';
import type { Choice, Chosen, Told } from '../model/chosen.ts';
import { ENTITY_TYPES, type EntityType } from '../model/entity.ts';
import { propertiesThat } from '../model/schema.ts';
import type { Properties } from '../model/snapshot.ts';
import { toDays } from './time.ts';

/** What an exporter may leave out or in. */
export interface ExportOptions extends Choice {
  /** What was asked for, in words, for the file's metadata: a statement, or the filters of a view. */
  readonly filter?: string;
  /** Default true; else the articles' texts and all quotes stay out, the offsets stay. */
  readonly text?: boolean;
  /** Whether tables of CSV begin with the mark that Excel knows UTF-8 by; default true. */
  readonly mark?: boolean;
  /** Of the program, for the file's metadata. */
  readonly version?: string;
  /** Where the explorer answers, with a slash at its end, for links to it; default: this machine's usual address. */
  readonly explorer?: string;
}

export interface ExportNode {
  readonly id: string;
  readonly label: string;
  /** The entity type, or `Article` or `Fact`. */
  readonly type: string;
  readonly labels: readonly string[];
  readonly properties: Properties;
  /** x to the right and y downwards; absent when the node was never laid out. */
  readonly place: readonly [x: number, y: number] | undefined;
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

/**
 * A graph ready to be written, nodes and edges each by id. Both are made while they are gone through, each time anew: a large
 * graph is not held twice.
 */
export interface ExportGraph {
  readonly nodes: Iterable<ExportNode>;
  readonly edges: Iterable<ExportEdge>;
  /** Of the newest article, as an ISO day: equal graphs give equal files, so no clock is read. Absent where none is dated. */
  readonly date?: string;
  readonly creator: string;
  /** What is in the file. */
  readonly description: string;
  /** To whom the texts belong. */
  readonly rights: string;
  /** Where the explorer answers, with a slash at its end. */
  readonly explorer: string;
  /** For tables that people read; worked out when asked for. */
  readonly told: () => Told;
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

const TEXTS = new Set(propertiesThat(({ isVerbatim }) => isVerbatim));

const EXPLORER = 'http://127.0.0.1:7676/';

export const RIGHTS = 'Quotes and texts belong to the publishers of the articles.';

/** What was chosen by `options`, as it is written. */
export function toExportGraph(chosen: Chosen, options: ExportOptions = {}): ExportGraph {
  const kept = (properties: Properties): Properties =>
    options.text === false
      ? Object.fromEntries(Object.entries(properties).filter(([name]) => !TEXTS.has(name)))
      : properties;
  return {
    nodes: made(chosen.nodes, ({ node: { id, labels, properties }, degree }) => {
      const type = typeOf(labels, properties);
      const { name, title, x, y } = properties;
      return {
        id,
        label: String(name ?? title ?? id),
        type,
        labels,
        properties: kept(properties),
        place: typeof x === 'number' && typeof y === 'number' ? [x, y] : undefined,
        size: sizeOf(degree),
        colour: COLOURS[type as EntityType] ?? COLOURS.Fact,
      };
    }),
    edges: made(chosen.relationships, ({ id, type, from, to, properties }) => ({
      id,
      type,
      from,
      to,
      weight: typeof properties.count === 'number' ? Math.max(1, properties.count) : 1,
      properties: kept(properties),
    })),
    ...newestDay(chosen.published),
    creator: `Yuantu ${options.version ?? ''}`.trim(),
    description: describe(options),
    rights: RIGHTS,
    explorer: options.explorer ?? EXPLORER,
    told() {
      const { articles, facts } = chosen.told();
      return {
        articles: new Map([...articles].map(([id, one]) => [id, kept(one)])),
        facts: new Map([...facts].map(([id, own]) => [id, own.map(kept)])),
      };
    },
  };
}

function made<T, U>(records: Iterable<T>, make: (record: T) => U): Iterable<U> {
  return {
    *[Symbol.iterator]() {
      for (const record of records) yield make(record);
    },
  };
}

function describe({ all, ids, text, certainty = 'doubtful', filter }: ExportOptions): string {
  const what = all === true ? 'Entities, relations, articles and facts' : 'Entities and their relations';
  const part = ids === undefined ? what : 'Part of the graph';
  const least =
    certainty === 'doubtful' ? [] : [`${certainty} or surer: confidence of ${LEAST[certainty]} at least`];
  return [
    part,
    ...(text === false ? ['without texts'] : []),
    ...least,
    ...(filter === undefined ? [] : [filter]),
  ].join('; ');
}

/** The entity type of a node, or `Article` or `Fact`. */
export function typeOf(labels: readonly string[], properties: Properties): string {
  if (typeof properties.type === 'string') return properties.type;
  return labels.find((label) => (ENTITY_TYPES as readonly string[]).includes(label)) ?? labels[0] ?? 'Node';
}

/** The newest article's day, of a bare year or month the first. */
function newestDay(published: Iterable<string>): { readonly date?: string } {
  let date = '';
  for (const one of published) {
    const day = toDays(one)?.start ?? '';
    if (day > date) date = day;
  }
  return date === '' ? {} : { date };
}

/** What a file is, in one line. */
export function headline({ creator, date, description, rights }: ExportGraph): string {
  return `${date === undefined ? creator : `${creator}, ${date}`}: ${description}. ${rights}`;
}
