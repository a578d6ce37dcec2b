import { YuantuError } from '../../model/errors.ts';
import { GrafeoStore } from '../grafeo/index.ts';
import { checkSize } from './limits.ts';
import { type Answer, memoryMessage, type Question } from './sandbox.ts';

// A process that answers questions from a copy of an embedded store: COPY MEMORY ANSWER, the last two in bytes. Its parent ends it.

const LOOK_EVERY = 20;

const [copy = '', memory = '0', size = '0'] = process.argv.slice(2);
const store = GrafeoStore.open(copy, { readOnly: true });
const before = process.memoryUsage.rss();

const tell = (answer: Answer, then = () => {}): void => {
  process.send?.(answer, then);
};

// The engine works in threads of its own, so that this looks on while it does.
setInterval(() => {
  if (process.memoryUsage.rss() - before <= Number(memory)) return;
  tell({ error: { code: 'LIMIT', message: memoryMessage(Number(memory)) } }, () => process.exit());
}, LOOK_EVERY);

process.on('message', ({ statement, parameters, limit }: Question) => {
  answer(statement, parameters, limit).then(tell, (error: unknown) => {
    const { code, message } =
      error instanceof YuantuError ? error : { code: 'INTERNAL' as const, message: String(error) };
    tell({ error: { code, message } });
  });
});
process.once('disconnect', () => process.exit());
tell({ ready: true });

async function answer(
  statement: Question['statement'],
  parameters: Question['parameters'],
  limit: Question['limit'],
): Promise<Answer> {
  const result = await store.query(statement, parameters, limit === undefined ? {} : { limit });
  checkSize(result, Number(size));
  return { result };
}
