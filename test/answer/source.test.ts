import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSource } from '../../src/answer/source.ts';
import { memoryStore } from '../support/memory-store.ts';

const HOUR = 3_600_000;

describe('a graph in memory that others write to', () => {
  // The clock of the machine and the time that goes by; they are told apart by setting the clock.
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date', 'performance'] }));
  afterEach(() => void vi.useRealTimers());

  const open = () => {
    const store = { ...memoryStore({ nodes: [], relationships: [] }), kind: 'neo4j' as const };
    const read = vi.spyOn(store, 'read');
    return { source: openSource(store), read };
  };

  it.each([
    ['as it was', 0],
    ['set back by an hour', -HOUR],
    ['set forward by an hour', HOUR],
  ])('is read again once it is older than ten seconds, the clock %s', async (_, by) => {
    const { source, read } = open();
    await source.get();
    vi.setSystemTime(Date.now() + by);
    vi.advanceTimersByTime(9000);
    await source.get();
    expect(read).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(2000);
    await source.get();
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('never has the version of before, the clock set back', async () => {
    const { source } = open();
    const before = (await source.get()).version;
    vi.setSystemTime(Date.now() - HOUR);
    vi.advanceTimersByTime(11_000);
    const after = (await source.get()).version;
    expect(after).not.toBe(before);
    expect(source.touchedSince(before)).toBeUndefined();
  });
});
