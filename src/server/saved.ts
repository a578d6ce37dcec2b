import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { ZodTypes } from './validate.ts';

/** Statements remembered, and things kept of a kind. */
const [MOST_ASKED, MOST_KEPT] = [100, 500];

const Name = z.string().trim().min(1).max(200);
const Kept = z.object({
  /** Views by name: the fragment of the explorer's address. */
  views: z.record(Name, z.string().max(500_000)),
  /** Statements by name. */
  queries: z.record(Name, z.string().max(20_000)),
  /** Statements that were run, the newest first, each once. */
  history: z.array(z.string().max(20_000)),
});
const Place = z.object({ kind: z.enum(['views', 'queries']), name: Name });
const Text = z.strictObject({ text: z.string().max(500_000) });

/** What people keep on the server: views, statements, and what they asked. */
export type Saved = z.infer<typeof Kept>;

const NOTHING: Saved = { views: {}, queries: {}, history: [] };

/**
 * Routes under `/saved`. With a file, what is kept outlives the server: it is written whole, then put in place, one change
 * after the other. A file that is no longer readable is set aside beside it and an empty one begun.
 */
export function savedRoutes(api: FastifyInstance, file: string | undefined): void {
  let turn: Promise<Saved> = read(file);
  const change = (next: (saved: Saved) => Saved): Promise<Saved> => {
    const changed = turn.then(async (saved) => {
      const result = next(saved);
      await write(file, result);
      return result;
    });
    // A change that failed leaves what was there.
    turn = changed.catch(() => read(file));
    return changed;
  };
  const typed = api.withTypeProvider<ZodTypes>();
  const answer = { response: { 200: Kept } };
  typed.get('/saved', { schema: { summary: 'What people keep here', ...answer } }, () => turn);
  typed.put(
    '/saved/:kind/:name',
    {
      config: { role: 'reviewer' },
      schema: { summary: 'Keep a view or a statement', params: Place, body: Text, ...answer },
    },
    async ({ params: { kind, name }, body: { text } }) =>
      change((saved) => {
        const others = Object.entries(saved[kind]).filter(([other]) => other !== name);
        return { ...saved, [kind]: Object.fromEntries([[name, text], ...others].slice(0, MOST_KEPT)) };
      }),
  );
  typed.delete(
    '/saved/:kind/:name',
    { config: { role: 'reviewer' }, schema: { summary: 'Keep it no longer', params: Place, ...answer } },
    async ({ params: { kind, name } }) =>
      change((saved) => {
        const { [name]: _, ...others } = saved[kind];
        return { ...saved, [kind]: others };
      }),
  );
  // Whoever asks may remember what was asked.
  typed.post(
    '/saved/history',
    {
      config: { role: 'reader' },
      schema: { summary: 'Remember a statement that was run', body: Text, ...answer },
    },
    async ({ body: { text } }) =>
      change((saved) => ({
        ...saved,
        history: [text, ...saved.history.filter((other) => other !== text)].slice(0, MOST_ASKED),
      })),
  );
}

async function read(file: string | undefined): Promise<Saved> {
  if (file === undefined) return NOTHING;
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return NOTHING;
  }
  try {
    return Kept.parse(JSON.parse(text));
  } catch {
    await rename(file, `${file}.unreadable`);
    return NOTHING;
  }
}

async function write(file: string | undefined, saved: Saved): Promise<void> {
  if (file === undefined) return;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, `${JSON.stringify(saved, null, 1)}\n`);
  await rename(`${file}.new`, file);
}
