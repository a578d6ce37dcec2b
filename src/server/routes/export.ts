import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Source } from '../../answer/source.ts';
import { CONTRACT } from '../../contract/index.ts';
import {
  chooseExporter,
  type ExportOptions,
  exportChosen,
  idsIn,
  inChunks,
  NOTHING_FOUND,
  writeTable,
} from '../../exchange/write.ts';
import { BAND_PARAMETERS } from '../../model/certainty.ts';
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
    const chosen = await source.choose(options, exporter.isTelling === true);
    reply.type(exporter.mediaType);
    reply.header('content-disposition', `attachment; filename="yuantu.${exporter.extension}"`);
    const pieces = exportChosen(chosen, exporter, { ...options, version, explorer });
    return Readable.from(inChunks(pieces), { objectMode: false }).once('close', () => chosen.close());
  };
  serve(api, 'POST /table', ({ body }, reply) => {
    reply.header('content-disposition', 'attachment; filename="yuantu.xlsx"');
    reply.type(CONTRACT['POST /table'].answer);
    return Readable.from(inChunks(writeTable(body, `Yuantu ${version}`)), { objectMode: false });
  });
  serve(api, 'GET /export', async (request, reply) => {
    const { format, all, text, certainty } = request.query;
    // A file is not there as a whole before it is sent: what it is made of tells whether it would be the same.
    const tag = tagOf(JSON.stringify([await source.version(), version, format, all, text, certainty]));
    reply.header('etag', tag);
    return holds(request, tag) ? reply.code(304).send() : send(reply, format, { all, text, certainty });
  });
  serve(
    api,
    'POST /export',
    async ({ body: { format, all, text, certainty, ids, statement, filter } }, reply) => {
      const options = { all, text, certainty, ...(filter === undefined ? {} : { filter }) };
      if (statement === undefined)
        return send(reply, format, { ...options, ...(ids === undefined ? {} : { ids }) });
      if (ids !== undefined) throw new YuantuError('INPUT', 'give ids or a statement, not both');
      const { rows } = await asked.ask(statement, BAND_PARAMETERS, { limit: MOST_ROWS });
      const found = idsIn(rows);
      if (found.length === 0) throw new YuantuError('NOT_FOUND', NOTHING_FOUND);
      return send(reply, format, { ...options, filter: filter ?? statement, ids: found });
    },
  );
}
