import { describe } from 'vitest';
import { openStore } from '../../src/store/index.ts';
import { emptyNeo4j, neo4jForTests } from '../support/neo4j.ts';
import { describeLedger } from './describe-ledger.ts';

const server = await neo4jForTests();

describe.runIf(server !== undefined)('on a real Neo4j', () => {
  const { url, user, password } = server ?? { url: '', user: '', password: '' };
  describeLedger('Neo4j', async () => {
    if (server) await emptyNeo4j(server);
    return openStore(url, { user, password });
  });
});
