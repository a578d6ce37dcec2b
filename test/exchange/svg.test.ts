import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { goldenSnapshot } from '../support/golden-graph.ts';
import { randomSnapshot } from '../support/random-snapshot.ts';
import { toBytes } from '../support/readers.ts';

/** The elements of a picture, by an XML parser that is not ours. */
function open(file: Buffer) {
  const elements: {
    readonly name: string;
    readonly attributes: Readonly<Record<string, string>>;
    text: string;
  }[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    elements.push({ name, attributes: attributes as Readonly<Record<string, string>>, text: '' });
  });
  parser.on('text', (text) => {
    const last = elements.at(-1);
    if (last !== undefined) last.text += text;
  });
  parser.write(file.toString()).close();
  return { all: (name: string) => elements.filter((element) => element.name === name) };
}

describe('a picture', () => {
  it('has every node that was laid out, the names of the largest as text, and nothing outside its frame', () => {
    const graph = goldenSnapshot();
    const picture = open(toBytes(graph, 'svg'));
    const placed = graph.nodes.filter(
      ({ labels, properties }) => labels.includes('Entity') && properties.x !== undefined,
    );
    expect(picture.all('title')).toHaveLength(1 + placed.length);
    expect(picture.all('text').map(({ text }) => text.trim())).toContain('赣江新区');
    const [left = 0, top = 0, width = 0, height = 0] = (picture.all('svg')[0]?.attributes.viewBox ?? '')
      .split(' ')
      .map(Number);
    for (const { attributes } of picture.all('circle')) {
      expect(Number(attributes.cx)).toBeGreaterThan(left);
      expect(Number(attributes.cx)).toBeLessThan(left + width);
      expect(Number(attributes.cy)).toBeGreaterThan(top);
      expect(Number(attributes.cy)).toBeLessThan(top + height);
    }
  });

  it('is well-formed whatever the names are', () => {
    fc.assert(
      fc.property(randomSnapshot, (graph) => {
        expect(open(toBytes(graph, 'svg')).all('title')).toHaveLength(1 + graph.nodes.length);
      }),
      { numRuns: 100 },
    );
  });

  it('of what was never laid out is empty', () => {
    const node = { id: 'a', labels: ['Company', 'Entity'], properties: { name: '晨星', type: 'Company' } };
    expect(open(toBytes({ nodes: [node], relationships: [] }, 'svg')).all('circle')).toEqual([]);
  });
});
