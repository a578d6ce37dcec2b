import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { toAdded } from '../../answer/added.ts';
import type { BuildReport } from '../../collect/build.ts';
import type { Added, AddStep } from '../../contract/add.ts';
import { writeWhole } from '../../files/write.ts';
import type { Progress } from '../../model/progress.ts';
import { type Tell, tellerFor, toProblem } from '../problem.ts';
import { serve } from '../route.ts';
import type { Events } from './events.ts';

/** Reads files and puts what is in them into the store, under a source, beside what is there. */
export type AddFiles = (
  paths: readonly string[],
  source: string,
  onProgress: (progress: Progress) => void,
) => Promise<BuildReport>;

interface AddServices {
  readonly events: Events;
  readonly add: AddFiles;
}

/** The source that articles from the explorer belong to. */
export const ADDED = 'added';

/**
 * `POST /articles`: files in base64, answered line by line in JSON: each step as it is done, at last what came of it, or what
 * went wrong. Whoever listens to events hears of the steps too. Additions go one after the other.
 */
export function addRoutes(api: FastifyInstance, { events, add }: AddServices): void {
  let turn: Promise<unknown> = Promise.resolve();
  serve(api, 'POST /articles', async (request, reply) => {
    const { body } = request;
    const told = tellerFor(request);
    const lines = new Readable({ read: () => undefined });
    const tell = (line: AddStep) => lines.push(`${JSON.stringify(line)}\n`);
    const run = turn.then(() =>
      addAll(body.files, add, (progress) => {
        tell({ progress });
        events.publish('progress', progress);
      }),
    );
    turn = run.catch(() => undefined);
    run
      .then(
        (report) => {
          tell({ added: inWords(toAdded(report), told) });
        },
        (error: unknown) => tell({ problem: toProblem(error, told) }),
      )
      .finally(() => lines.push(null));
    return reply.type('application/x-ndjson').send(lines);
  });
}

function inWords(added: Added, told: Tell): Added {
  return { ...added, rejected: added.rejected.map(({ place, reason }) => ({ place, reason: told(reason) })) };
}

async function addAll(
  files: readonly { readonly name: string; readonly data: string }[],
  add: AddFiles,
  onProgress: (progress: Progress) => void,
): Promise<BuildReport> {
  const folder = await mkdtemp(join(tmpdir(), 'yuantu-added-'));
  try {
    const paths = await Promise.all(
      files.map(async ({ name, data }) => {
        const bytes = Buffer.from(data, 'base64');
        const path = join(folder, toFileName(name, bytes));
        await writeWhole(path, [bytes]);
        return path;
      }),
    );
    return await add(paths, ADDED, onProgress);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The file's own name, without folders, and a mark of its content, so that two files of one name are two articles. */
function toFileName(name: string, bytes: Buffer): string {
  const plain = basename(name.replaceAll('\\', '/'))
    .replace(/^\.+/, '')
    .replace(/\p{Cc}/gu, '_');
  const dot = plain.lastIndexOf('.');
  const [stem, end] = dot > 0 ? [plain.slice(0, dot), plain.slice(dot)] : [plain, '.txt'];
  const mark = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
  return `${stem.slice(0, 80)}-${mark}${end.slice(0, 8)}`;
}
