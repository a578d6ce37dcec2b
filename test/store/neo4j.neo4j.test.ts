import { describe } from 'vitest';
import { openStore } from '../../src/store/index.ts';
import { describeStore } from '../contract/store.ts';
import { emptyNeo4j, type Neo4jServer, neo4jForTests } from '../support/neo4j.ts';

const server = await neo4jForTests();

describe.runIf(server !== undefined)('on a real server', () => {
  describeStore('Neo4j', async () => {
    const given = server as Neo4jServer;
    const { url, user, password } = given;
    return {
      open: (settings) => openStore(url, { user, password, ...settings }),
      reset: () => emptyNeo4j(given),
      runs: 15,
    };
  });
});
