import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { chooseExporter, type ExportOptions, exportSnapshot, idsIn, inChunks } from '../export/index.ts';
import { YuantuError } from '../model/errors.ts';
import { CONSOLE_LIMITS, type Console } from '../store/console.ts';
import { serve } from './route.ts';
import type { Source } from './source.ts';

interface ExportServices {
  readonly source: Source;
  readonly version: string;
  readonly asked: Console;
}

/** The graph as a file: all of it by GET; by POST what is listed, or what a statement returns. */
export function exportRoutes(api: FastifyInstance, { source, version, asked }: ExportServices): void {
  const send = async (reply: FastifyReply, format: string, options: ExportOptions) => {
    const exporter = chooseExporter('', format);
    const { snapshot } = (await source.get()).catalogue;
    reply.type(exporter.mediaType);
    reply.header('content-disposition', `attachment; filename="yuantu.${exporter.extension}"`);
    return Readable.from(inChunks(exportSnapshot(snapshot, exporter, { ...options, version })), {
      objectMode: false,
    });
  };
  serve(api, 'GET /export', ({ query: { format, all, text } }, reply) => send(reply, format, { all, text }));
  serve(api, 'POST /export', async ({ body: { format, all, text, ids, statement, filter } }, reply) => {
    const options = { all, text, ...(filter === undefined ? {} : { filter }) };
    if (statement === undefined)
      return send(reply, format, { ...options, ...(ids === undefined ? {} : { ids }) });
    if (ids !== undefined) throw new YuantuError('INPUT', 'give ids or a statement, not both');
    const { rows } = await asked.ask(statement, {}, { limit: CONSOLE_LIMITS.rows });
    return send(reply, format, { ...options, filter: filter ?? statement, ids: idsIn(rows) });
  });
}
