import { describe } from 'vitest';
import { openStore } from '../../src/store/index.ts';
import { describeChange } from '../contract/change.ts';
import { emptyNeo4j, neo4jForTests } from '../support/neo4j.ts';

const server = await neo4jForTests();

describe.runIf(server !== undefined)('on a real Neo4j', () => {
  const { url, user, password } = server ?? { url: '', user: '', password: '' };
  describeChange('change', {
    open: () => openStore(url, { user, password }),
    reset: async () => server && emptyNeo4j(server),
    runs: 2,
  });
});
