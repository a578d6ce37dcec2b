import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Source } from '../../answer/source.ts';
import {
  chooseExporter,
  type ExportOptions,
  exportSnapshot,
  idsIn,
  inChunks,
  NOTHING_FOUND,
} from '../../exchange/write.ts';
import { YuantuError } from '../../model/errors.ts';
import { MOST_ROWS } from '../../model/query.ts';
import type { Console } from '../../store/sandbox/console.ts';
import { holds, tagOf } from '../conditional.ts';
import { serve } from '../route.ts';

interface ExportServices {
  readonly source: Source;
  readonly version: string;
  readonly asked: Console;
}

/** The graph as a file: all of it by GET; by POST what is listed, or what a statement returns. */
export function exportRoutes(api: FastifyInstance, { source, version, asked }: ExportServices): void {
  const send = async (reply: FastifyReply, format: string, options: ExportOptions) => {
    const exporter = chooseExporter('', format);
    const { protocol, host } = reply.request;
    const explorer = `${protocol}://${host}/`;
    const { snapshot } = (await source.get()).catalogue;
    reply.type(exporter.mediaType);
    reply.header('content-disposition', `attachment; filename="yuantu.${exporter.extension}"`);
    return Readable.from(inChunks(exportSnapshot(snapshot, exporter, { ...options, version, explorer })), {
      objectMode: false,
    });
  };
  serve(api, 'GET /export', async (request, reply) => {
    const { format, all, text } = request.query;
    // A file is not there as a whole before it is sent: what it is made of tells whether it would be the same.
    const tag = tagOf(JSON.stringify([(await source.get()).version, version, format, all, text]));
    reply.header('etag', tag);
    return holds(request, tag) ? reply.code(304).send() : send(reply, format, { all, text });
  });
  serve(api, 'POST /export', async ({ body: { format, all, text, ids, statement, filter } }, reply) => {
    const options = { all, text, ...(filter === undefined ? {} : { filter }) };
    if (statement === undefined)
      return send(reply, format, { ...options, ...(ids === undefined ? {} : { ids }) });
    if (ids !== undefined) throw new YuantuError('INPUT', 'give ids or a statement, not both');
    const { rows } = await asked.ask(statement, {}, { limit: MOST_ROWS });
    const found = idsIn(rows);
    if (found.length === 0) throw new YuantuError('NOT_FOUND', NOTHING_FOUND);
    return send(reply, format, { ...options, filter: filter ?? statement, ids: found });
  });
}
