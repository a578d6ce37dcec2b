import neo4j from 'neo4j-driver';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openStore } from '../../src/store/index.ts';

describe('a server that says how old it is', () => {
  afterEach(() => void vi.restoreAllMocks());

  const open = (agent: string) => {
    const close = vi.fn(async () => {});
    const driver = { getServerInfo: async () => ({ agent }), close } as unknown as ReturnType<
      typeof neo4j.driver
    >;
    vi.spyOn(neo4j, 'driver').mockReturnValue(driver);
    return { opening: openStore('neo4j://localhost:1', {}), close };
  };

  it.each(['Neo4j/5.25.1', 'Neo4j/4.4.40'])('is refused: %s', async (agent) => {
    const { opening, close } = open(agent);
    await expect(opening).rejects.toMatchObject({
      code: 'STORE',
      message: `neo4j://localhost:1/neo4j is ${agent}; Yuantu needs Neo4j 5.26 or newer.`,
    });
    expect(close).toHaveBeenCalledOnce();
  });

  it.each(['Neo4j/5.26.0', 'Neo4j/5.26.12', 'Neo4j/2025.10.1'])('is taken: %s', async (agent) => {
    const { opening } = open(agent);
    await (await opening).close();
  });
});
