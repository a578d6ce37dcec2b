import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clean } from '../../src/extract/clean/index.ts';
import { diffSnapshots } from '../../src/graph/diff.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { readDocx } from '../../src/read/docx.ts';
import { readHtml } from '../../src/read/html.ts';
import { readJsonLines } from '../../src/read/index.ts';
import { readPdf } from '../../src/read/pdf.ts';
import { decode } from '../../src/read/text.ts';
import { buildApp } from '../../src/server/app.ts';
import { openStore } from '../../src/store/index.ts';
import type { Store } from '../../src/store/store.ts';
import { watchStore } from '../../src/store/watched.ts';
import { goldGraph } from '../support/graph.ts';
import { inLongRun } from '../support/long.ts';
import { rawOf } from '../support/view.ts';
import { startWatchdog } from '../support/watchdog.ts';

/** Inputs in all: a share for each door. */
const INPUTS = inLongRun(50_000, 2000);
const share = (part: number) => ({ numRuns: Math.ceil(INPUTS * part) });
const beat = startWatchdog();
const LONG = 3_600_000;

const PIECES = [
  '云岭高新区',
  '晨星科技有限公司',
  '总投资5亿元',
  '（以下简称“',
  '”）',
  '。',
  '\n',
  '<',
  '>',
  '</p>',
  '<p>',
  '<!--',
  '&#x',
  '\ud800',
  '\u202e',
  '\u0000',
  '记者 ',
  '2024年',
  '：',
  '、',
  ' ',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 60 })
  .map((pieces) => pieces.join(''));
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  text.map((one) => new Uint8Array(Buffer.from(one))),
  text.map((one) => new Uint8Array(Buffer.from(one, 'utf16le'))),
);

describe('any bytes', () => {
  const readers = {
    text: async (given: Uint8Array) => decode(given),
    html: readHtml,
    docx: readDocx,
    pdf: readPdf,
    jsonl: async (given: Uint8Array) => {
      for await (const _ of readJsonLines(Readable.from([Buffer.from(given)]), {
        source: 's',
        place: 'p',
        prefix: '',
      }));
    },
  };
  // A reader that cannot read says so, with a message.
  it.each([
    ['text', 0.15],
    ['html', 0.1],
    ['docx', 0.02],
    ['pdf', 0.02],
    ['jsonl', 0.1],
  ] as const)(
    'are read as %s or refused',
    async (name, part) => {
      await fc.assert(
        fc.asyncProperty(bytes, async (given) => {
          beat(`${name} ${Buffer.from(given).toString('base64')}`);
          const error = await Promise.resolve(readers[name](given)).then(
            () => undefined,
            (cause: unknown) => cause,
          );
          if (error !== undefined) expect((error as Error).message).not.toBe('');
        }),
        share(part),
      );
    },
    LONG,
  );
});

describe('any text', () => {
  it(
    'is cleaned, and every sentence leads back to it',
    () => {
      fc.assert(
        fc.property(text, (given) => {
          beat(given);
          const document = clean(rawOf(given));
          for (const { start, end } of document.sentences ?? []) {
            const original = document.toOriginal({ start, end });
            expect(original.start).toBeGreaterThanOrEqual(0);
            expect(original.end).toBeLessThanOrEqual(given.length);
          }
        }),
        share(0.2),
      );
    },
    LONG,
  );
});

describe('any statement', () => {
  const folder = mkdtempSync(join(tmpdir(), 'yuantu-fuzz-'));
  let store: Store;
  let before: Snapshot;
  beforeAll(async () => {
    store = await openStore(`grafeo:${join(folder, 'graph.grafeo')}`, { user: 'neo4j' });
    await store.prepare();
    await store.apply(diffSnapshots({ nodes: [], relationships: [] }, goldGraph()));
    before = await store.read();
  });
  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });
  const WORDS = [
    'MATCH',
    'RETURN',
    'CREATE',
    'MERGE',
    'DELETE',
    'DETACH DELETE',
    'SET',
    'REMOVE',
    'DROP',
    'CALL',
    'YIELD',
    'WITH',
    'UNWIND',
    'LOAD CSV FROM',
    'FOREACH',
    'UNION',
    'WHERE',
    '(n)',
    '(n:Company)',
    '-[r]->',
    '(m)',
    'n',
    'n.name',
    '= 1',
    '{a: 1}',
    '[1, 2]',
    '|',
    '/*',
    '*/',
    '//',
    '\n',
    "'",
    '"',
    '`',
    ';',
    '$p',
    'LIMIT 1',
    'AS x',
    'x IN',
    'CALL {',
    '}',
    'EXPLAIN',
    'PROFILE',
    'INSERT',
    'GRANT',
    'INDEX',
    'CONSTRAINT',
    'ＣＲＥＡＴＥ',
    'cReAtE',
  ];
  const TEMPLATES = ['MATCH (n) ', 'MATCH (n)-[r]->(m) ', 'CALL { ', 'WITH 1 AS x ', ''];
  const statement = fc
    .tuple(
      fc.constantFrom(...TEMPLATES),
      fc.array(
        fc.oneof(
          { weight: 9, arbitrary: fc.constantFrom(...WORDS) },
          { weight: 1, arbitrary: fc.string({ maxLength: 5 }) },
        ),
        { maxLength: 9 },
      ),
      fc.constantFrom('', ' RETURN 1 AS one', ' RETURN n LIMIT 1'),
    )
    .map(([start, words, end]) => `${start}${words.join(' ')}${end}`);

  it(
    'is answered or refused, and writes nothing',
    async () => {
      await fc.assert(
        fc.asyncProperty(statement, async (given) => {
          beat(given);
          const error = await store.query(given, { p: 1 }, { limit: 5, timeout: 5000 }).then(
            () => undefined,
            (cause: unknown) => cause,
          );
          if (error !== undefined) expect((error as Error).name).toBe('YuantuError');
        }),
        share(0.2),
      );
      expect(await store.read()).toEqual(before);
    },
    LONG,
  );
});

/** Requests made from the OpenAPI document: right ones, wrong ones, and what is neither. */
describe('any request', () => {
  const store = watchStore({
    kind: 'grafeo',
    place: 'memory',
    prepare: async () => {},
    read: async () => goldGraph(),
    listMistyped: async () => [],
    apply: async () => {
      throw new Error('a request wrote');
    },
    query: async (_statement, _parameters, options) => {
      if (options?.write === true) throw new Error('a request wrote');
      return { columns: [], rows: [], truncated: false };
    },
    close: async () => {},
  });
  let app: FastifyInstance;
  let operations: { path: string; method: string; names: string[]; body: string[] }[];
  beforeAll(async () => {
    app = buildApp({ store, limits: { rate: 1e9 } });
    const reply = await app.inject({ url: '/api/v1/openapi.json', headers: { host: 'localhost' } });
    const { paths } = reply.json() as {
      paths: Record<
        string,
        Record<
          string,
          {
            parameters?: { name: string; in: string }[];
            requestBody?: { content: Record<string, { schema: { properties?: object } }> };
          }
        >
      >;
    };
    operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { parameters = [], requestBody }]) => ({
        path,
        method,
        names: parameters.filter((one) => one.in === 'query').map(({ name }) => name),
        body: Object.keys(requestBody?.content['application/json']?.schema.properties ?? {}),
      })),
    );
  });
  afterAll(() => app.close());

  const id = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(
      '__proto__',
      '..',
      '%00',
      'a/b',
      'constructor',
      ...goldGraph()
        .nodes.slice(0, 5)
        .map((node) => node.id),
    ),
  );
  const value = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.constantFrom('1', '-1', '1e9', 'true', 'gexf', 'json', 'NaN', '2024-01-01'),
    text,
  );
  const content = fc.oneof(
    fc.jsonValue({ maxDepth: 4 }),
    fc.constantFrom('gexf', 'json', 'RETURN 1', [], ['a'], true, 5),
  );

  it(
    'is answered with what the document says, never with a fault of ours',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.nat(),
          fc.array(id, { minLength: 2, maxLength: 2 }),
          fc.infiniteStream(value),
          fc.infiniteStream(content),
          fc.subarray(['drop', 'raw', 'type']),
          async (at, ids, values, contents, ways) => {
            const { path, method, names, body } = operations[
              at % operations.length
            ] as (typeof operations)[number];
            const encoded = [...ids];
            const url = path.replace(/\{\w+\}/gu, () =>
              encodeURIComponent((encoded.pop() ?? '').replace(/\p{Surrogate}/gu, '?')),
            );
            const query = new URLSearchParams(
              names
                .filter(() => !ways.includes('drop'))
                .map((name): [string, string] => [name, String(values.next().value)]),
            );
            const payload = ways.includes('raw')
              ? String(values.next().value)
              : JSON.stringify(Object.fromEntries(body.map((name) => [name, contents.next().value])));
            beat(`${method} ${url}?${query}`);
            const options: InjectOptions = {
              method: method.toUpperCase() as 'GET',
              url: `${url}?${query}`,
              headers: {
                host: 'localhost',
                ...(method === 'get'
                  ? {}
                  : { 'content-type': ways.includes('type') ? 'text/plain' : 'application/json' }),
              },
              ...(method === 'get' ? {} : { payload }),
            };
            if (path.endsWith('/events')) return;
            const reply = await app.inject(options);
            expect(reply.statusCode, reply.body.slice(0, 500)).toBeLessThan(500);
            if (reply.statusCode >= 400)
              expect(reply.json()).toMatchObject({
                status: reply.statusCode,
                code: expect.any(String),
                detail: expect.any(String),
              });
          },
        ),
        share(0.21),
      );
    },
    LONG,
  );
});
