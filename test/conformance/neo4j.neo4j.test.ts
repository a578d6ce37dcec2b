import { afterAll, beforeAll, describe } from 'vitest';
import { openStore, type Store } from '../../src/store/index.ts';
import { neo4jForTests } from '../support/neo4j.ts';
import { describeConformance } from './suite.ts';

const server = await neo4jForTests();

describe.runIf(server !== undefined)('the conformance queries on Neo4j', () => {
  let store: Store;
  beforeAll(async () => {
    if (server === undefined) return;
    const { url, user, password } = server;
    store = await openStore(url, { user, password });
  });
  afterAll(() => store?.close());

  describeConformance(() => store);
});
