import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ForeignColumn } from '../../src/exchange/foreign.ts';
import { writeJsonLines } from '../../src/exchange/json-lines/write.ts';
import { importSnapshot } from '../../src/exchange/read.ts';
import { sortSnapshot } from '../../src/graph/build/records.ts';
import { goldenSnapshot } from '../support/golden-graph.ts';
import { toBytes } from '../support/readers.ts';

const read = (file: string, text: string, size = 7) => {
  const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, i) =>
    text.slice(i * size, i * size + size),
  );
  return importSnapshot(file, Readable.from(pieces));
};

describe('a graph read back', () => {
  const whole = sortSnapshot(goldenSnapshot());

  it.each(['gexf', 'graphml'] as const)(
    'from %s is the graph, articles and facts included',
    async (format) => {
      const text = toBytes(whole, format, { all: true }).toString();
      expect(sortSnapshot(await read(`g.${format}`, text, 1000))).toEqual(whole);
    },
  );

  it('from a dump is the graph', async () => {
    expect(await read('g.jsonl', [...writeJsonLines(whole)].join(''), 1000)).toEqual(whole);
  });
});

describe('a file that another program rewrote', () => {
  const lists = '[&quot;甲公司&quot;,&quot;乙公司&quot;]';

  it('keeps its lists, numbers and columns of nodes, and names the columns of relationships that are not ours', async () => {
    const attribute = (id: number, title: string, type = 'string') =>
      `<attribute id="${id}" title="${title}" type="${type}"/>`;
    const value = (id: number, text: string) => `<attvalue for="${id}" value="${text}"/>`;
    const foreign: ForeignColumn[] = [];
    const { nodes, relationships } = await importSnapshot(
      'a.gexf',
      Readable.from([
        `<gexf><graph><attributes class="node">${attribute(0, 'labels')}${attribute(1, 'aliases')}${attribute(2, 'value')}${attribute(3, 'degree', 'long')}${attribute(4, 'odd name')}</attributes>`,
        `<attributes class="edge">${attribute(5, 'networkx_key')}${attribute(6, 'quotes')}${attribute(7, 'count', 'long')}</attributes>`,
        `<node id="a"><attvalues>${value(0, ':Company:Entity')}${value(1, lists)}${value(3, '2')}${value(4, 'x')}</attvalues></node>`,
        `<node id="f"><attvalues>${value(0, ':Fact')}${value(2, '5150000000')}</attvalues></node>`,
        `<edge id="r" source="a" target="a" label="PARTNERS_WITH" weight="1.0"><attvalues>${value(5, 'r')}${value(6, lists)}${value(7, '1')}</attvalues></edge></graph></gexf>`,
      ]),
      (column) => foreign.push(column),
    );
    expect(nodes).toEqual([
      { id: 'a', labels: ['Company', 'Entity'], properties: { aliases: ['甲公司', '乙公司'], degree: 2 } },
      { id: 'f', labels: ['Fact'], properties: { value: 5_150_000_000 } },
    ]);
    expect(relationships[0]?.properties).toEqual({ quotes: ['甲公司', '乙公司'], count: 1 });
    expect(foreign).toEqual([
      { of: 'node', name: 'odd name', records: 1 },
      { of: 'relationship', name: 'networkx_key', records: 1 },
    ]);
  });

  it('has labels and types where it keeps them as data alone', async () => {
    const text = `<graphml><key id="d0" for="node" attr.name="labels" attr.type="string"/>
      <key id="d1" for="edge" attr.name="label" attr.type="string"/><key id="d2" for="node" attr.name="aliases" attr.type="string"/>
      <graph><node id="a"><data key="d0">:Company:Entity</data><data key="d2">${lists}</data></node>
      <edge id="r" source="a" target="a"><data key="d1">PARTNERS_WITH</data></edge></graph></graphml>`;
    expect(await read('a.graphml', text)).toEqual({
      nodes: [{ id: 'a', labels: ['Company', 'Entity'], properties: { aliases: ['甲公司', '乙公司'] } }],
      relationships: [{ id: 'r', type: 'PARTNERS_WITH', from: 'a', to: 'a', properties: {} }],
    });
  });
});

describe('a file that is not ours', () => {
  const gexf = (inside: string) =>
    `<gexf xmlns="http://www.gexf.net/1.2draft"><graph><attributes class="node"><attribute id="labels" title="labels" type="string"/></attributes>${inside}</graph></gexf>`;
  const node = (id: string, labels = ':Company:Entity') =>
    `<node id="${id}"><attvalues><attvalue for="labels" value="${labels}"/></attvalues></node>`;

  it.each([
    ['a.doc', '', /known are/u],
    ['a.gexf', '<gexf>', /unclosed tag/u],
    ['a.gexf', '<!DOCTYPE a [<!ENTITY b "c">]><gexf>&b;</gexf>', /undefined entity/u],
    ['a.gexf', gexf('<node/>'), /<node> has no id/u],
    ['a.gexf', gexf(node('a', ':Ghost')), /label "Ghost"/u],
    ['a.gexf', gexf(`${node('a')}${node('a')}`), /twice/u],
    ['a.gexf', gexf(`${node('a')}<edge id="r" source="a" target="b" kind="PART_OF"/>`), /not in the file/u],
    [
      'a.gexf',
      gexf(`${node('a')}<edge id="r" source="a" target="a" kind="X]->() DETACH DELETE n//"/>`),
      /type/u,
    ],
    ['a.graphml', '<graphml><node id="a"/></graphml>', /no labels/u],
    [
      'a.graphml',
      '<graphml><node id="a" labels=":Zone"><data key="k">1</data></node></graphml>',
      /no <key>/u,
    ],
    ['a.jsonl', '{"id":"a"}', /line 1/u],
    ['a.jsonl', '{"id":"a","labels":["Zone"],"properties":{"__proto__":"x"}}', /__proto__/u],
    ['a.jsonl', '{"id":"a","labels":["Zone"],"properties":{"a":{"b":1}}}', /line 1/u],
  ])('%s is refused: %s', async (file, text, message) => {
    await expect(read(file, text)).rejects.toThrow(message);
  });

  it('never throws anything but what it says is wrong', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('a.gexf', 'a.graphml', 'a.jsonl'), fc.string(), async (file, text) => {
        const error = await read(file, text).catch((cause: unknown) => cause);
        if (error instanceof Error) expect(error.name).toBe('YuantuError');
      }),
    );
  });
});
