import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSource } from '../../src/answer/open.ts';
import type { Question } from '../../src/store/store.ts';
import { memoryStore } from '../support/memory-store.ts';

const HOUR = 3_600_000;
const EMPTY = { nodes: [], relationships: [] };

describe('a graph in memory', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date', 'performance'] }));
  afterEach(() => void vi.useRealTimers());

  it('never has the version of before, the clock set back', async () => {
    const store = memoryStore(EMPTY);
    const source = openSource(store);
    const before = await source.version();
    vi.setSystemTime(Date.now() - HOUR);
    await store.query('CREATE ()', {}, { write: true });
    const after = await source.version();
    expect(after).not.toBe(before);
    expect(source.touchedSince(before)).toBeUndefined();
  });
});

/** A database of which all that is known is how often it was asked, and whose mark of the last write a test sets. */
function askableStore() {
  const state = { generation: 'first', asked: 0 };
  const store = {
    ...memoryStore(EMPTY),
    kind: 'neo4j' as const,
    generation: async () => state.generation,
    ask: async (questions: readonly Question[]) => {
      state.asked++;
      return questions.map(() => [[1, 2, 3]]);
    },
  };
  return { state, store, read: vi.spyOn(store, 'read') };
}

describe('a graph in a database', () => {
  it('is asked and never read, and what everybody asks for is asked once a version', async () => {
    const { state, store, read } = askableStore();
    const source = openSource(store);
    const count = () => source.askOnce('counts', ({ counts }) => counts.articles);
    expect(await Promise.all([count(), count()])).toEqual([3, 3]);
    expect(await count()).toBe(3);
    expect(state.asked).toBe(1);
    state.generation = 'second';
    expect(await count()).toBe(3);
    expect(state.asked).toBe(2);
    expect(read).not.toHaveBeenCalled();
  });

  it('is of another version as soon as anybody wrote to it, and those who look are told once', async () => {
    const { state, store } = askableStore();
    const source = openSource(store);
    const told: unknown[] = [];
    const unwatch = source.watch((news) => told.push(news));
    expect(await source.version()).toBe('first');
    expect(source.touchedSince('first')).toBeDefined();
    state.generation = 'second';
    expect(await source.version()).toBe('second');
    expect(await source.version()).toBe('second');
    expect(told).toEqual([{ version: 'second' }]);
    expect(source.touchedSince('first')).toBeUndefined();
    unwatch();
  });

  it('is asked again from the beginning when somebody writes meanwhile', async () => {
    const { state, store } = askableStore();
    const source = openSource(store);
    const versions: string[] = [];
    const answer = await source.ask(({ counts }, version) => {
      versions.push(version);
      if (versions.length === 2) state.generation = 'second';
      return [version, counts.entities];
    });
    expect(answer).toEqual(['second', 1]);
    expect(versions).toEqual(['first', 'first', 'second', 'second']);
  });

  it('is asked for nothing where it gives no sign of life', async () => {
    const { state, store } = askableStore();
    store.generation = () => Promise.reject(new Error('silent'));
    const source = openSource(store);
    await expect(source.find('晨星', 10)).rejects.toThrow('silent');
    await expect(source.ask(({ counts }) => counts)).rejects.toThrow('silent');
    expect(state.asked).toBe(0);
  });

  it('throws what an answer throws once all is there', async () => {
    const source = openSource(askableStore().store);
    const wrong = source.ask(({ counts }) => {
      throw new Error(`of ${counts.relations}`);
    });
    await expect(wrong).rejects.toThrow('of 2');
  });
});
