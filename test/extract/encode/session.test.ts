import { readFileSync } from 'node:fs';
import { afterAll, expect, it, vi } from 'vitest';
import type { Extraction } from '../../../src/model/article.ts';
import { rawOf, seeds } from '../../support/view.ts';

const FIXTURES = JSON.parse(readFileSync(new URL('fixtures.json', import.meta.url), 'utf8')) as readonly {
  readonly text: string;
}[];

afterAll(() => {
  vi.doUnmock('onnxruntime-node');
});

/** What is decided: the names of things, and the relations between them. */
const decisionsOf = ({ entities, relations }: Extraction) => [
  entities.map(({ type, name, aliases, attrs, mentions }) => ({ type, name, aliases, attrs, mentions })),
  relations.map(({ from, type, to, attrs, evidence }) => ({ from, type, to, attrs, evidence })),
];

async function readAll(): Promise<Extraction[]> {
  const { openExtractor } = await import('../../../src/extract/open.ts');
  const extract = await openExtractor(seeds);
  const all: Extraction[] = [];
  for (const [i, { text }] of FIXTURES.entries()) all.push(await extract(rawOf(text, `${i}`)));
  return all;
}

it('without a binary for the machine WebAssembly decides the same, and it is told once', async () => {
  const native = await readAll();
  vi.resetModules();
  vi.doMock('onnxruntime-node', () => {
    throw new Error('Cannot find package');
  });
  const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => {});
  const web = await readAll();
  expect(web.map(decisionsOf)).toEqual(native.map(decisionsOf));
  expect(warn.mock.calls.map(([message]) => message)).toEqual([
    expect.stringMatching(/onnxruntime-web reads in its place/u),
  ]);
}, 300_000);

it('tells which file is no model', async () => {
  const { openGraph } = await import('../../../src/extract/encode/session.ts');
  await expect(openGraph('models/card.json')).rejects.toMatchObject({
    code: 'SETTING',
    message: expect.stringMatching(/models\/card\.json: cannot be loaded as a model/u),
  });
});
