import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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
