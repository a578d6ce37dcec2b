import type { EntityType } from '../src/model/entity.ts';
import type { RelationType } from '../src/model/relation.ts';
import type { Locale } from './state.ts';
import { en } from './words/en.ts';
import { zh } from './words/zh.ts';

/** The formats that the menu offers, by their names in the HTTP interface. */
export const EXPORT_FORMATS = ['gexf', 'graphml', 'json', 'csv', 'xlsx', 'cypher', 'ttl'] as const;

type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Everything that the interface says, once for each language. */
export interface Words {
  readonly title: string;
  readonly subtitle: string;
  readonly types: Readonly<Record<EntityType | 'Article', string>>;
  readonly relations: Readonly<Record<RelationType, string>>;
  /** The heading over the other ends of a relation, seen from where it starts (`out`) and where it ends (`in`). */
  readonly headings: Readonly<Record<RelationType, { readonly out: string; readonly in: string }>>;
  readonly properties: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
  readonly search: string;
  readonly searchHint: string;
  readonly noHits: (question: string) => string;
  readonly moreHits: (shown: number, total: number) => string;
  readonly alias: string;
  readonly pinyin: string;
  readonly relationCount: (count: number) => string;
  readonly entityCount: (count: number) => string;
  readonly articleCount: (count: number) => string;
  readonly mentionCount: (count: number) => string;
  readonly evidenceCount: (count: number) => string;
  readonly legend: string;
  readonly entities: string;
  readonly relationTypes: string;
  readonly hide: string;
  readonly show: string;
  readonly hidden: (entities: number, relations: number) => string;
  readonly nothingHidden: string;
  readonly showAll: string;
  readonly onlyShown: (count: number) => string;
  readonly keepNeighbours: string;
  readonly addNeighbours: string;
  readonly takeOut: string;
  readonly close: string;
  readonly back: string;
  readonly aliases: string;
  readonly facts: string;
  readonly mentions: string;
  readonly evidence: string;
  readonly evidenceOf: (name: string) => string;
  readonly profileOf: (name: string) => string;
  readonly confidence: string;
  readonly rule: string;
  readonly readInArticle: string;
  readonly unknownDate: string;
  readonly fromSeeds: string;
  readonly noEvidence: string;
  readonly namesInText: (count: number) => string;
  readonly reprints: string;
  readonly moreOf: (count: number) => string;
  readonly fewer: string;
  readonly dateRange: string;
  readonly console: string;
  readonly statement: string;
  readonly examples: string;
  readonly run: string;
  readonly running: string;
  readonly cancel: string;
  readonly rows: (count: number) => string;
  readonly truncated: (count: number) => string;
  readonly noRows: string;
  readonly showOnCanvas: (count: number) => string;
  readonly exportGraph: string;
  readonly picture: string;
  readonly shortcuts: string;
  readonly shortcutKeys: readonly (readonly [keys: string, what: string])[];
  readonly exportAs: Readonly<Record<ExportFormat, string>>;
  readonly language: string;
  readonly dark: string;
  readonly light: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fit: string;
  readonly loading: string;
  readonly empty: string;
  readonly emptyHint: string;
  readonly offline: string;
  readonly offlineHint: string;
  readonly failed: string;
  readonly gone: string;
  readonly retry: string;
  readonly canvas: (entities: number, relations: number) => string;
}

export const WORDS: Readonly<Record<Locale, Words>> = { zh, en };
