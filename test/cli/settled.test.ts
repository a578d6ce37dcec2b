import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findAsLeft, forgetSettled, keepRead, keepSettled, readSettled } from '../../src/cli/settled.ts';
import type { ReadPaths } from '../../src/collect/build.ts';
import { holdingOf, holdsAsSettled, isMirrored, type Settled } from '../../src/collect/settled.ts';
import { resolveConfig } from '../../src/config/settings.ts';
import type { RawDocument } from '../../src/model/article.ts';
import { hashDocument } from '../../src/model/document.ts';
import type { NodeRecord } from '../../src/model/snapshot.ts';
import { openStore, type WatchedStore } from '../../src/store/index.ts';

const raw = (id: string, text: string): RawDocument => ({
  id,
  source: 'news',
  doc: id.slice(5),
  text,
  metadata: {},
});
const article = (of: RawDocument, id = of.id): NodeRecord => ({
  id,
  labels: ['Article'],
  properties: { source: of.source, text: of.text, story: id, hash: hashDocument(of) },
});
const readOf = (...documents: RawDocument[]): ReadPaths => ({
  sources: new Map([['news', ['news']]]),
  documents,
  rejected: [],
  files: { read: documents.length, passedOver: [] },
});

describe('what a build left', () => {
  const folder = mkdtempSync(join(tmpdir(), 'yuantu-settled-'));
  const [one, two, other] = [
    raw('news/a', '晨星科技签约。'),
    raw('news/b', '云岭高新区开园。'),
    raw('else/c', '别处。'),
  ];
  let store: WatchedStore;
  let settled: Settled;
  beforeEach(async () => {
    mkdirSync(folder, { recursive: true });
    store = await openStore(`grafeo:${join(folder, 'graph.grafeo')}`);
    await store.prepare();
    const upsertNodes = [
      article(one),
      article(one, 'news/a#2'),
      article(two),
      article({ ...other, source: 'else' }),
    ];
    await store.apply({ upsertNodes, upsertRelationships: [], deleteNodes: [], deleteRelationships: [] });
    settled = { by: 'x', holds: await holdingOf(store), overruled: [] };
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is found to be all there is, further articles of a document and other sources beside', async () => {
    expect(await holdsAsSettled(store, settled)).toBe(true);
    expect(await isMirrored(store, readOf(one, two))).toBe(true);
  });

  it.each([
    ['an article has another text', readOf(one, raw('news/b', '云岭高新区扩园。'))],
    ['an article has come', readOf(one, two, raw('news/c', '白鹭园区。'))],
    ['an article has gone', readOf(one)],
    ['two documents have one id', readOf(one, two, two)],
  ])('is not where %s', async (_, read) => {
    expect(await isMirrored(store, read)).toBe(false);
  });

  it('is not once something was written beside', async () => {
    await store.query("CREATE (:Fact {id: 'f'})", {}, { write: true });
    expect(await holdsAsSettled(store, settled)).toBe(false);
  });

  it('is remembered beside the store until somebody forgets it, and nothing comes of a broken note', async () => {
    const config = resolveConfig({ store: `grafeo:${join(folder, 'graph.grafeo')}` }, {}, {});
    expect(readSettled(config)).toBeUndefined();
    await keepSettled(config, settled);
    expect(readSettled(config)).toEqual(settled);
    for (const file of readdirSync(folder).filter((name) => name.startsWith('settled-')))
      writeFileSync(join(folder, file), '{');
    expect(readSettled(config)).toBeUndefined();
    await keepSettled(config, settled);
    forgetSettled(config);
    expect(readSettled(config)).toBeUndefined();
  });

  it('is known without opening the store, until somebody opens it, or anything else is read', async () => {
    const url = `grafeo:${join(folder, 'graph.grafeo')}`;
    const config = resolveConfig({ store: url }, {}, {});
    const read = { digest: 'd', documents: 2, files: { read: 2, passedOver: [] } };
    await store.close();
    await keepRead(config, read);
    expect(await findAsLeft(config, 'x', 'd')).toBeUndefined();
    await keepSettled(config, settled);
    await keepRead(config, read);
    expect(await findAsLeft(config, 'x', 'd')).toMatchObject({ holds: settled.holds, from: read });
    expect(await findAsLeft(config, 'y', 'd')).toBeUndefined();
    expect(await findAsLeft(config, 'x', undefined)).toBeUndefined();
    store = await openStore(url);
    expect(await findAsLeft(config, 'x', 'd')).toBeUndefined();
    await store.query("CREATE (:Fact {id: 'f'})", {}, { write: true });
    await store.close();
    expect(await findAsLeft(config, 'x', 'd')).toBeUndefined();
    store = await openStore(url);
  });
});
