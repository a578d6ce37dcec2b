import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { legal } from '../../src/exchange/xml/write.ts';
import type { PropertyValue, Snapshot } from '../../src/model/snapshot.ts';
import { type Opened, READERS, toBytes } from '../support/readers.ts';

const DOCUMENT = new URL('../../docs/exports.md', import.meta.url);

/** What may be lost, each with a value that shows it. */
const PROBES: readonly (readonly [string, PropertyValue])[] = [
  ['Chinese and emoji', '华创😀'],
  ['markup and quotes', '<a href="x">&\'</a>'],
  ['line ends and tabs', '一\n二\r\n三\t四'],
  ['outer spaces', ' 前后 '],
  ['empty text', ''],
  ['text like a formula', '=1+1'],
  ['control characters', '响\u0007铃'],
  ['lone surrogates', '\ud800坏'],
  ['whole numbers', 5_150_000_000],
  ['fractions', 0.1234567890123456],
  ['yes and no', true],
  ['lists', ['乙', '甲', '甲']],
  ['items with separators', ['a;b|c,d', '"e"']],
  ['empty lists', []],
];

/** Company nodes, for they are in every format; the probe is the name of one and a property of its own. */
function graphOf(value: PropertyValue): Snapshot {
  const node = (id: string, properties = {}) => ({
    id,
    labels: ['Company', 'Entity'],
    properties: { name: id, type: 'Company', x: 1, y: 2, ...properties },
  });
  const edge = (id: string, from: string, to: string) => ({
    id,
    type: 'PARTNERS_WITH',
    from,
    to,
    properties: { quotes: ['引文'], count: 1 },
  });
  return {
    nodes: [node('a', { aliases: value }), node('b')],
    relationships: [edge('r1', 'a', 'b'), edge('r2', 'a', 'b'), edge('r3', 'a', 'a')],
  };
}

const EVERYTHING = 'kept';

/** What became of a value. */
function fate(before: PropertyValue, after: unknown): string {
  const same = (one: unknown) => JSON.stringify(after) === JSON.stringify(one);
  if (same(before)) return EVERYTHING;
  if (after === undefined || after === null) return 'lost';
  if (typeof before === 'object') {
    if (same(JSON.stringify(before))) return 'as JSON';
    if (same(before.join('\n'))) return 'as lines';
    return 'as a set';
  }
  if (same(String(before))) return 'as text';
  if (same(`'${before}`)) return 'defused';
  if (typeof before === 'number' || typeof before === 'boolean')
    return Number(after) === Number(before) ? EVERYTHING : '16 digits';
  return same(legal(before)) ? 'dropped' : 'changed';
}

function shapes({ relationships }: Opened): readonly (readonly [string, boolean])[] {
  const ends = relationships.map(({ from, to }) => `${from}${to}`).sort();
  return [
    ['parallel edges and loops', ends.join() === 'aa,ab,ab'],
    [
      'ids of relations',
      relationships
        .map(({ id }) => id)
        .sort()
        .join() === 'r1,r2,r3',
    ],
  ];
}

it.runIf(READERS.every(({ isHere }) => isHere))('docs/exports.md tells what each format drops', async () => {
  const files = PROBES.map(([, value]) => graphOf(value));
  const columns: string[][] = [];
  for (const { format, open } of READERS) {
    const opened = await open(files.map((graph) => toBytes(graph, format)));
    const fates = PROBES.map(([, value], i) => {
      const node = opened[i]?.nodes.find(({ id }) => id === 'a');
      return fate(value, node?.properties.aliases);
    });
    const kept = shapes(opened[0] as Opened).map(([, isKept]) => (isKept ? EVERYTHING : 'lost'));
    columns.push([...fates, ...kept]);
  }
  const names = [...PROBES.map(([name]) => name), 'parallel edges and loops', 'ids of relations'];
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const table = [
    line(['', ...READERS.map(({ format, program }) => `${format}, ${program}`)]),
    line(['---', ...READERS.map(() => '---')]),
    ...names.map((name, i) => line([name, ...columns.map((column) => column[i] ?? '')])),
  ].join('\n');
  const text = readFileSync(DOCUMENT, 'utf8');
  const marked = /(?<=<!-- table -->\n).*(?=\n<!-- end -->)/su;
  if (process.env.YUANTU_WRITE_DOCS)
    writeFileSync(
      DOCUMENT,
      text.replace(marked, () => table),
    );
  expect(readFileSync(DOCUMENT, 'utf8')).toContain(table);
});
