import neo4j, { type Driver } from 'neo4j-driver';
import { fromNeo4j } from '../../src/store/neo4j/value.ts';
import type { Store } from '../../src/store/store.ts';
import { type Asked, toStatement } from './random-cypher.ts';

/** What both stores said of many questions. */
export interface Comparison {
  /** Questions that both answer alike, and those that the embedded store refuses. */
  alike: number;
  refused: number;
  readonly different: { readonly statement: string; readonly neo4j: string; readonly embedded: string }[];
}

/** Rows as text in an order of its own; what computes floats differs in the last places. */
type Answer = string | undefined;

const AT_ONCE = 32;

/** Asks both stores; Neo4j only what the embedded one answers, many questions in one statement. No answer is `undefined`. */
export async function compareStores(
  embedded: Store,
  driver: Driver,
  questions: readonly Asked[],
): Promise<Comparison> {
  const result: Comparison = { alike: 0, refused: 0, different: [] };
  const answered: { asked: Asked; answer: Answer }[] = [];
  for (const asked of questions) {
    const answer = await askEmbedded(embedded, toStatement(asked));
    if (answer === undefined) result.refused++;
    else answered.push({ asked, answer });
  }
  for (let start = 0; start < answered.length; start += AT_ONCE) {
    const some = answered.slice(start, start + AT_ONCE);
    const answers = await askNeo4j(
      driver,
      some.map(({ asked }) => asked),
    );
    for (const [i, { asked, answer }] of some.entries())
      if (answers[i] === answer) result.alike++;
      else
        result.different.push({
          statement: toStatement(asked),
          neo4j: answers[i] ?? 'an error',
          embedded: answer ?? '',
        });
  }
  return result;
}

async function askEmbedded(store: Store, statement: string): Promise<Answer> {
  try {
    return toAnswer((await store.query(statement)).rows.map(([value]) => value));
  } catch (error) {
    if (['QUERY', 'LIMIT'].includes(String((error as { readonly code?: unknown }).code))) return undefined;
    throw error;
  }
}

/** All in one statement; where that is an error, each half by itself. */
async function askNeo4j(driver: Driver, questions: readonly Asked[]): Promise<Answer[]> {
  const parts = questions.map(({ before, value }, i) => `${before} RETURN ${i} AS k, ${value} AS r`);
  const session = driver.session({ database: 'neo4j', defaultAccessMode: neo4j.session.READ });
  try {
    const { records } = await session.run(parts.join('\nUNION ALL\n'));
    const rows = questions.map((): unknown[] => []);
    for (const record of records) rows[Number(record.get('k'))]?.push(fromNeo4j(record.get('r'), String));
    return rows.map(toAnswer);
  } catch (error) {
    if (!String((error as { readonly code?: unknown }).code).startsWith('Neo.ClientError')) throw error;
  } finally {
    await session.close();
  }
  if (questions.length === 1) return [undefined];
  const half = questions.length >> 1;
  const first = await askNeo4j(driver, questions.slice(0, half));
  return [...first, ...(await askNeo4j(driver, questions.slice(half)))];
}

function toAnswer(values: readonly unknown[]): string {
  return JSON.stringify(values.map((value) => JSON.stringify(rounded(value))).sort());
}

function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? value : Number(value.toPrecision(12));
  if (Array.isArray(value)) return value.map(rounded);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, rounded(one)]));
}
