import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../src/collect/build.ts';
import { loadSeeds } from '../../src/knowledge/seeds.ts';
import { listExamples } from '../../src/store/examples.ts';
import { openStore, type Store } from '../../src/store/index.ts';
import { NEWS } from '../ledger/news.ts';
import { emptyNeo4j, neo4jForTests } from '../support/neo4j.ts';

const ARTICLES = fileURLToPath(new URL('../../seeds/articles', import.meta.url));

const questions = listExamples();
const server = await neo4jForTests();

describe.runIf(server !== undefined)('the five articles in both stores', () => {
  const folder = mkdtempSync(join(tmpdir(), 'yuantu-questions-'));
  const news = join(folder, 'news.jsonl');
  let embedded: Store;
  let neo4j: Store;

  beforeAll(async () => {
    if (server === undefined) return;
    const { url, user, password } = server;
    await emptyNeo4j(server);
    embedded = await openStore(`grafeo:${join(folder, 'graph')}`);
    neo4j = await openStore(url, { user, password });
    const seeds = loadSeeds();
    // The samples tell of hardly any day: questions of time are asked of a chain of articles beside them.
    writeFileSync(
      news,
      NEWS.map(([id, published, outlet, text]) => JSON.stringify({ id, published, outlet, text })).join('\n'),
    );
    for (const store of [embedded, neo4j]) {
      await build({ store, seeds, paths: [ARTICLES] });
      await build({ store, seeds, paths: [news], source: 'news' });
    }
  });

  afterAll(async () => {
    await Promise.all([embedded?.close(), neo4j?.close()]);
    rmSync(folder, { recursive: true, force: true });
  });

  it('are the same graph', async () => {
    const [one, other] = await Promise.all([embedded.read(), neo4j.read()]);
    expect(one.nodes.length).toBeGreaterThan(100);
    expect(JSON.stringify(other)).toBe(JSON.stringify(one));
  });

  it('have the same count of everything', async () => {
    for (const statement of ['MATCH (n) RETURN count(n)', 'MATCH ()-[r]->() RETURN count(r)'])
      expect(await neo4j.query(statement)).toEqual(await embedded.query(statement));
  });

  it('are asked thirty questions', () => {
    expect(questions.length).toBe(30);
  });

  it.each(questions.map((question) => [question.title.en, question] as const))(
    'answer alike: %s',
    async (_, question) => {
      const [one, other] = await Promise.all(
        [embedded, neo4j].map((store) => store.query(question.statement, question.parameters)),
      );
      expect(JSON.stringify(other)).toBe(JSON.stringify(one));
      expect(one?.rows.length).toBeGreaterThan(0);
    },
  );
});
