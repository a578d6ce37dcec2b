import type { Session } from 'neo4j-driver';
import { YuantuError } from '../../model/errors.ts';
import { getStatement, listStatements } from '../statements.ts';
import { toNeo4j } from './value.ts';

/** Seconds that indexes may take to be made. */
const INDEX_TIMEOUT = 600;

/** The full-text indexes, each with a statement under `cypher/check/` that says whether it is ours. */
const FULL_TEXT = ['names', 'search', 'texts'];

/**
 * Makes the constraints and indexes that are not there, and waits until they serve.
 *
 * @throws {YuantuError} STORE when a full-text index of a name of ours is another one.
 */
export async function prepare(session: Session, place: string): Promise<void> {
  const { records: constraints } = await session.run(getStatement('check/constraints'));
  const made = new Set(constraints.map((record) => String(record.get('name'))));
  for (const name of [...listStatements('schema'), ...listStatements('schema/neo4j')]) {
    const statement = getStatement(name);
    if (!made.has(/CONSTRAINT (\w+)/.exec(statement)?.[1] ?? '')) await session.run(statement);
  }
  await session.run(getStatement('check/wait'), toNeo4j({ seconds: INDEX_TIMEOUT }) as object);
  for (const index of FULL_TEXT) {
    const { records: indexes } = await session.run(getStatement(`check/${index}`));
    if (indexes[0]?.get('fits') !== true)
      throw new YuantuError(
        'STORE',
        `${place} has an index called ${index} that is not ours; drop it (DROP INDEX ${index}) and run this again.`,
      );
  }
}
