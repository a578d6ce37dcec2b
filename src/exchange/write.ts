import { choose } from '../graph/choose.ts';
import type { Chosen } from '../model/chosen.ts';
import { YuantuError } from '../model/errors.ts';
import { FORMATS, type Format } from '../model/format.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { writeCsvZip } from './csv/write.ts';
import { writeCypher } from './cypher/write.ts';
import { writeDynamicGexf, writeGexf } from './gexf/write.ts';
import { type ExportGraph, type ExportOptions, toExportGraph } from './graph.ts';
import { writeGraphml } from './graphml/write.ts';
import { writeCytoscape, writeGraphology, writeNodeLink } from './json/write.ts';
import { toAdminFiles } from './neo4j-admin/write.ts';
import { writeJsonLd, writeTurtle } from './rdf/write.ts';
import { writeSvg } from './svg/write.ts';
import { writeXlsx } from './xlsx/write.ts';
import type { ZipEntry } from './zip.ts';

export { inChunks } from '../files/chunk.ts';
export type { ExportOptions } from './graph.ts';
export { idsIn, NOTHING_FOUND } from './select.ts';
export { writeTable } from './xlsx/write.ts';

/** A format: the extension of its files, without the dot, their media type, and its writer, piece by piece. */
export interface Exporter {
  readonly extension: string;
  readonly mediaType: string;
  /** Whether it writes what tells of things: it must be chosen with them. */
  readonly isTelling?: boolean;
  readonly write: (
    graph: ExportGraph,
    options?: Pick<ExportOptions, 'mark'>,
  ) => Iterable<string | Uint8Array>;
}

/** Formats by name. */
export const EXPORTERS: Readonly<Record<Format, Exporter>> = {
  gexf: { extension: 'gexf', mediaType: 'application/gexf+xml', write: writeGexf },
  'gexf-dynamic': { extension: 'gexf', mediaType: 'application/gexf+xml', write: writeDynamicGexf },
  graphml: { extension: 'graphml', mediaType: 'application/graphml+xml', write: writeGraphml },
  'node-link': { extension: 'json', mediaType: 'application/json', write: writeNodeLink },
  graphology: { extension: 'json', mediaType: 'application/json', write: writeGraphology },
  cytoscape: { extension: 'json', mediaType: 'application/json', write: writeCytoscape },
  csv: {
    extension: 'csv.zip',
    mediaType: 'application/zip',
    write: (graph, { mark = true } = {}) => writeCsvZip(graph, mark),
  },
  cypher: { extension: 'cypher', mediaType: 'text/plain; charset=utf-8', write: writeCypher },
  jsonld: { extension: 'jsonld', mediaType: 'application/ld+json', write: writeJsonLd },
  ttl: { extension: 'ttl', mediaType: 'text/turtle; charset=utf-8', write: writeTurtle },
  xlsx: {
    extension: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    isTelling: true,
    write: writeXlsx,
  },
  svg: { extension: 'svg', mediaType: 'image/svg+xml', write: writeSvg },
};

/**
 * The format for a file, by `format` or else by the file's extension.
 *
 * @throws {YuantuError} SETTING when neither names one.
 */
export function chooseExporter(file: string, format?: string): Exporter {
  const known = FORMATS.map((name) => [name, EXPORTERS[name]] as const);
  const name = format === 'json' ? 'node-link' : format;
  const found =
    name === undefined
      ? known.find(([, { extension }]) => file.toLowerCase().endsWith(`.${extension}`))
      : known.find(([key]) => key === name);
  if (found !== undefined) return found[1];
  const names = known.map(([key]) => key).join(', ');
  throw new YuantuError(
    'SETTING',
    format === undefined
      ? `${file}: its extension names no format; give one with --format: ${names}, neo4j-admin`
      : `unknown format ${format}; known are ${names}, neo4j-admin`,
  );
}

/** A graph in one format, in small pieces: `inChunks` makes larger ones of them. */
export function exportSnapshot(
  snapshot: Snapshot,
  exporter: Exporter,
  options: ExportOptions = {},
): Iterable<string | Uint8Array> {
  return exportChosen(choose(snapshot, options), exporter, options);
}

/** The same of what was chosen by the options. */
export function exportChosen(
  chosen: Chosen,
  exporter: Exporter,
  options: ExportOptions = {},
): Iterable<string | Uint8Array> {
  return exporter.write(toExportGraph(chosen, options), options);
}

/** The files of a folder that `neo4j-admin database import` reads, of a graph with articles and facts. */
export function exportAdminFiles(chosen: Chosen, options: ExportOptions = {}): Iterable<ZipEntry> {
  return toAdminFiles(toExportGraph(chosen, { ...options, all: true }));
}
