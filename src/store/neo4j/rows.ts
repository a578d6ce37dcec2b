import type { Record, Transaction } from 'neo4j-driver';
import { getStatement } from '../statements.ts';
import type { QueryValue, Question, Taking } from '../store.ts';
import { fromNeo4j, toNeo4j } from './value.ts';

/** The rows of each statement. */
export function askAll(transaction: Transaction, questions: readonly Question[]): Promise<QueryValue[][][]> {
  return Promise.all(
    questions.map(async (question) => (await runOf(transaction, question)).records.map(toRow)),
  );
}

/** Takes the rows of the statements as the server sends them, which waits for whoever takes them. */
export async function scanAll(
  transaction: Transaction,
  questions: readonly Question[],
  taking: Taking,
): Promise<void> {
  taking.begin();
  for (const [i, question] of questions.entries())
    for await (const record of runOf(transaction, question)) taking.take(toRow(record), i);
}

function runOf(transaction: Transaction, { statement, parameters = {} }: Question) {
  return transaction.run(getStatement(statement), toNeo4j(parameters) as object);
}

function toRow(record: Record): QueryValue[] {
  return [...record.values()].map((value) => fromNeo4j(value, String));
}
