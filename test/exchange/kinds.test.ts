import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { importSnapshot } from '../../src/exchange/read.ts';
import { EXPORTERS, exportAdminFiles, exportSnapshot } from '../../src/exchange/write.ts';
import { choose } from '../../src/graph/choose.ts';
import type { Format } from '../../src/model/format.ts';
import type { Properties, Snapshot } from '../../src/model/snapshot.ts';

/** Two companies and what ties them, every float of which happens to be whole. */
const graph = (of: Properties = {}): Snapshot => ({
  nodes: ['a', 'b'].map((id) => ({
    id,
    labels: ['Company', 'Entity'],
    properties: { confidence: 1, mentions: 3, name: id, pageRank: 0, type: 'Company', x: -2, y: 5, ...of },
  })),
  relationships: [
    { id: 'r', type: 'PARTNERS_WITH', from: 'a', to: 'b', properties: { confidence: 1, count: 2 } },
  ],
});

const written = (format: Format) => [...exportSnapshot(graph(), EXPORTERS[format])].join('');

describe('a float that happens to be whole', () => {
  it('is a float in a Cypher script, and a count an integer', () => {
    const script = written('cypher');
    expect(script).toContain('`confidence`: 1.0, `mentions`: 3,');
    expect(script).toContain('`pageRank`: 0.0');
    expect(script).toContain('`x`: -2.0, `y`: 5.0}');
    expect(script).toContain('`confidence`: 1.0, `count`: 2}');
  });

  it('is a double in the columns of GEXF, GraphML and neo4j-admin', () => {
    expect(written('gexf')).toContain('title="confidence" type="double"');
    expect(written('gexf')).toContain('title="mentions" type="long"');
    expect(written('graphml')).toContain('attr.name="confidence" attr.type="double"');
    expect(written('graphml')).toContain('attr.name="count" attr.type="long"');
    const heads = [...exportAdminFiles(choose(graph(), { all: true }))].filter(({ name }) =>
      name.endsWith('-header.csv'),
    );
    expect(heads.map(({ content }) => content)).toEqual([
      'id:ID,:LABEL,confidence:double,mentions:long,name:string,pageRank:double,type:string,x:double,y:double\n',
      ':START_ID,:END_ID,:TYPE,id:string,confidence:double,count:long\n',
    ]);
  });

  it('is a double in RDF', () => {
    expect(written('ttl')).toContain('yt:confidence "1.0E0"^^xsd:double');
    expect(written('ttl')).toContain('yt:mentions "3"^^xsd:integer');
    expect(written('jsonld')).toContain('"confidence":{"@type":"xsd:double","@value":"1.0E0"},"mentions":3');
  });
});

describe('an import', () => {
  const read = (snapshot: Snapshot) => {
    const lines = [...snapshot.nodes, ...snapshot.relationships].map((one) => `${JSON.stringify(one)}\n`);
    return importSnapshot('a.jsonl', Readable.from(lines));
  };

  it('takes what is of the schema, and properties of its own', async () => {
    expect(await read(graph({ colour: 'red' }))).toEqual(graph({ colour: 'red' }));
  });

  it.each([
    [{ confidence: 'high' }, /"a" has "high" for its confidence; expected float/u],
    [{ mentions: 1.5 }, /"a" has 1.5 for its mentions; expected integer/u],
    [{ aliases: '晨星' }, /"a" has "晨星" for its aliases; expected a list of text/u],
  ])('refuses %j', async (wrong, message) => {
    await expect(read(graph(wrong))).rejects.toThrow(message);
  });
});
