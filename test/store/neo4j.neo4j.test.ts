import { describe, it } from 'vitest';
import { openStore } from '../../src/store/index.ts';
import { describeStore } from '../contract/store.ts';
import { emptyNeo4j, neo4jForTests } from '../support/neo4j.ts';

const server = await neo4jForTests();

if (server === undefined) describe.skip('Neo4j', () => it('needs a server', () => {}));
else
  describeStore('Neo4j', async () => {
    const { url, user, password } = server;
    return {
      open: (settings) => openStore(url, { user, password, ...settings }),
      reset: () => emptyNeo4j(server),
      runs: 15,
    };
  });
