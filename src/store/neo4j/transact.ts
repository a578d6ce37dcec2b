import { setTimeout as sleep } from 'node:timers/promises';
import neo4j, { type Session, type Transaction } from 'neo4j-driver';
import { isSilence } from './error.ts';

/** Milliseconds: the first pause before another try, which doubles, and when trying ends. */
const PAUSE = 500;
const TRYING = 30_000;

/**
 * Does work in one transaction, and again when it met another one: the work must bear that. Nobody waits for a server that does
 * not answer, nor asks again what took too much memory, as the driver's own transactions would.
 */
export async function inTransaction<T>(
  session: Session,
  config: { readonly timeout?: number },
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const end = performance.now() + TRYING;
  for (let pause = PAUSE; ; pause *= 2)
    try {
      return await once(session, config, work);
    } catch (error) {
      if (!mayTryAgain(error) || performance.now() + pause > end) throw error;
      await sleep(pause * (0.8 + 0.4 * Math.random()));
    }
}

async function once<T>(
  session: Session,
  config: { readonly timeout?: number },
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const transaction = await session.beginTransaction(config);
  try {
    const result = await work(transaction);
    await transaction.commit();
    return result;
  } catch (error) {
    if (transaction.isOpen()) await transaction.rollback().catch(() => {});
    throw error;
  }
}

function mayTryAgain(error: unknown): boolean {
  const { code } = error as { readonly code?: unknown };
  return neo4j.isRetryableError(error) && !isSilence(error) && !String(code).includes('OutOfMemory');
}
