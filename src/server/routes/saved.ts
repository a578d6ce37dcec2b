import { readFile, rename } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { Kept } from '../../contract/saved.ts';
import { reasonOf } from '../../files/fault.ts';
import { writeWhole } from '../../files/write.ts';
import { YuantuError } from '../../model/errors.ts';
import { serve } from '../route.ts';

/** Statements remembered, and things kept of a kind. */
const [MOST_ASKED, MOST_KEPT] = [100, 500];

const NOTHING: Kept = { views: {}, queries: {}, history: [] };

/**
 * Routes under `/saved`. With a file, what is kept outlives the server: it is written as a whole, one change after the other. A file that is no longer readable is set aside beside it and an empty one begun.
 */
export function savedRoutes(api: FastifyInstance, file: string | undefined): void {
  let turn: Promise<Kept> = read(file);
  // It is told to whoever asks.
  turn.catch(() => {});
  const change = (next: (saved: Kept) => Kept): Promise<Kept> => {
    const changed = turn.then(async (saved) => {
      const result = next(saved);
      await write(file, result);
      return result;
    });
    // A change that failed leaves what was there.
    turn = changed.catch(() => read(file));
    turn.catch(() => {});
    return changed;
  };
  serve(api, 'GET /saved', () => turn);
  serve(api, 'PUT /saved/:kind/:name', ({ params: { kind, name }, body: { text } }) =>
    change((saved) => {
      const others = Object.entries(saved[kind]).filter(([other]) => other !== name);
      return { ...saved, [kind]: Object.fromEntries([[name, text], ...others].slice(0, MOST_KEPT)) };
    }),
  );
  serve(api, 'DELETE /saved/:kind/:name', ({ params: { kind, name } }) =>
    change((saved) => {
      const { [name]: _, ...others } = saved[kind];
      return { ...saved, [kind]: others };
    }),
  );
  // Whoever asks may remember what was asked.
  serve(api, 'POST /saved/history', ({ body: { text } }) =>
    change((saved) => ({
      ...saved,
      history: [text, ...saved.history.filter((other) => other !== text)].slice(0, MOST_ASKED),
    })),
  );
}

async function read(file: string | undefined): Promise<Kept> {
  if (file === undefined) return NOTHING;
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return NOTHING;
    // What cannot be read now may be read again, and must not be written over.
    throw new YuantuError('FILE', `${file}: cannot be read: ${reasonOf(cause)}`, { cause });
  }
  try {
    return Kept.parse(JSON.parse(text));
  } catch {
    await rename(file, `${file}.unreadable`);
    return NOTHING;
  }
}

async function write(file: string | undefined, saved: Kept): Promise<void> {
  if (file === undefined) return;
  await writeWhole(file, [`${JSON.stringify(saved, null, 1)}\n`]);
}
