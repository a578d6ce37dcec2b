import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { MultiDirectedGraph } from 'graphology';
import { describe, expect, it } from 'vitest';
import {
  chooseExporter,
  EXPORTERS,
  type Exporter,
  exportAdminFiles,
  exportSnapshot,
} from '../../src/exchange/write.ts';
import { choose } from '../../src/graph/choose.ts';
import type { Band } from '../../src/model/certainty.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { randomSnapshot } from '../support/random-snapshot.ts';
import { unzip } from '../support/readers.ts';

const FORMATS = Object.entries<Exporter>(EXPORTERS);

const SMALL: Snapshot = {
  nodes: [
    {
      id: 'a',
      labels: ['Company', 'Entity'],
      properties: { type: 'Company', name: '华创<新>材', aliases: ['华创', '新;材'], x: 1, y: 2 },
    },
    {
      id: 'art',
      labels: ['Article'],
      properties: { title: '题', text: '秘密正文', published: '2022-10', source: 's' },
    },
    { id: 'z', labels: ['Entity', 'Zone'], properties: { type: 'Zone', name: '=南昌经开区', aliases: [] } },
  ],
  relationships: [
    {
      id: 'r',
      type: 'LOCATED_IN',
      from: 'a',
      to: 'z',
      properties: { articles: ['art'], spans: ['0-2'], quotes: ['秘密引文'], rules: ['test'], count: 1 },
    },
  ],
};

function bytes(snapshot: Snapshot, exporter: Exporter, options = {}): Buffer {
  return Buffer.concat([...exportSnapshot(snapshot, exporter, options)].map((piece) => Buffer.from(piece)));
}

function text(snapshot: Snapshot, name: keyof typeof EXPORTERS, options = {}): string {
  return bytes(snapshot, EXPORTERS[name], options).toString();
}

describe('every format', () => {
  it.each(FORMATS)('%s gives equal files for equal graphs', (_, exporter) => {
    expect(bytes(SMALL, exporter).equals(bytes(structuredClone(SMALL), exporter))).toBe(true);
  });

  it.each(FORMATS)('%s takes any graph', (_, exporter) => {
    fc.assert(
      fc.property(randomSnapshot, (snapshot) => bytes(snapshot, exporter).length > 0),
      { numRuns: 50 },
    );
  });

  it.each(FORMATS.filter(([, { extension }]) => !/zip|xlsx|svg/u.test(extension)))(
    '%s leaves quotes and texts out when asked, and articles in',
    (name) => {
      const file = text(SMALL, name as keyof typeof EXPORTERS, { text: false, all: true });
      expect(file).not.toMatch(/秘密/u);
      expect(file).toContain('0-2');
      expect(text(SMALL, name as keyof typeof EXPORTERS, { all: true })).toContain('秘密正文');
    },
  );

  it.each(FORMATS.filter(([, { extension }]) => !/zip|xlsx|svg/u.test(extension)))(
    '%s leaves out what is less sure than a band',
    (name) => {
      const sure = (id: string, confidence: number) => ({
        id,
        labels: ['Company', 'Entity'],
        properties: { type: 'Company', name: `${id}公司`, confidence },
      });
      const tie = (to: string, confidence: number) => ({
        id: `to-${to}`,
        type: 'PARTNERS_WITH',
        from: 'a',
        to,
        properties: { confidence, quotes: [], articles: [], spans: [], rules: [] },
      });
      const graph = {
        nodes: [sure('a', 1), sure('b', 0.95), sure('c', 0.94), sure('d', 0.5)],
        relationships: [tie('b', 0.8), tie('c', 0.96), tie('d', 0.99)],
      };
      const ids = (certainty: Band) => {
        const file = text(graph, name as keyof typeof EXPORTERS, { certainty });
        return ['a公司', 'b公司', 'c公司', 'd公司', 'to-b', 'to-c', 'to-d'].filter((one) =>
          file.includes(one),
        );
      };
      const ties = ids('doubtful').filter((one) => one.startsWith('to-'));
      expect(ids('certain')).toEqual(['a公司', 'b公司']);
      expect(ids('likely')).toEqual(['a公司', 'b公司', 'c公司', ...ties.filter((one) => one !== 'to-d')]);
    },
  );

  it('is found by its extension or its name', () => {
    expect(chooseExporter('g.JSON')).toBe(EXPORTERS['node-link']);
    expect(chooseExporter('g.csv.zip')).toBe(EXPORTERS.csv);
    expect(chooseExporter('g.json', 'cytoscape')).toBe(EXPORTERS.cytoscape);
    expect(() => chooseExporter('g.doc')).toThrow(/names no format/u);
  });
});

describe('json', () => {
  it('of graphology is a graph again', () => {
    fc.assert(
      fc.property(randomSnapshot, (snapshot) => {
        const graph = MultiDirectedGraph.from(JSON.parse(text(snapshot, 'graphology')));
        expect([graph.order, graph.size]).toEqual([snapshot.nodes.length, snapshot.relationships.length]);
        for (const { id, properties } of snapshot.nodes)
          expect(graph.getNodeAttribute(id, 'extra')).toEqual(properties.extra);
      }),
    );
  });

  it('of cytoscape has both ends of every edge', () => {
    const { elements } = JSON.parse(text(SMALL, 'cytoscape'));
    const ids = elements.nodes.map((n: { data: { id: string } }) => n.data.id);
    for (const { data } of elements.edges)
      expect(ids).toEqual(expect.arrayContaining([data.source, data.target]));
  });

  it('of linked data gives each relation its evidence', () => {
    const { '@graph': nodes } = JSON.parse(text(SMALL, 'jsonld'));
    const relation = nodes.find((n: Record<string, unknown>) => n['@type'] === 'Relation');
    expect(relation.evidence).toEqual([
      {
        '@type': 'Evidence',
        wasDerivedFrom: 'urn:yuantu:id:art',
        span: '0-2',
        quote: '秘密引文',
        rule: 'test',
      },
    ]);
  });
});

describe('tables', () => {
  it('are an archive that others open, with formulas defused', () => {
    const [files = {}] = unzip([bytes(SMALL, EXPORTERS.csv)]);
    const nodes = parse<Record<string, string>>(files['nodes.csv'] ?? '', { columns: true, bom: true });
    expect(nodes.map((n) => n.Label)).toEqual(['华创<新>材', "'=南昌经开区"]);
    const edges = parse<Record<string, string>>(files['edges.csv'] ?? '', { columns: true, bom: true });
    expect(edges[0]).toMatchObject({ Source: 'a', Target: 'z', Kind: 'LOCATED_IN', Weight: '1' });
  });

  it.each([
    [undefined, true],
    [false, false],
  ])('begin with the mark for Excel unless it is told otherwise: %s', (mark, isMarked) => {
    const [files = {}] = unzip([bytes(SMALL, EXPORTERS.csv, mark === undefined ? {} : { mark })]);
    for (const name of ['nodes.csv', 'edges.csv']) expect(files[name]?.startsWith('\ufeff')).toBe(isMarked);
  });

  it('keep their columns whatever the values are', () => {
    fc.assert(
      fc.property(randomSnapshot, (snapshot) => {
        const files = new Map(
          [...exportAdminFiles(choose(snapshot, { all: true }))].map(({ name, content }) => [
            name,
            [...content].join(''),
          ]),
        );
        for (const [name, content] of files) {
          if (!name.endsWith('.csv') || name.endsWith('-header.csv')) continue;
          const width = files.get(name.replace('.csv', '-header.csv'))?.split(',').length;
          for (const row of parse(content) as string[][]) expect(row).toHaveLength(width ?? 0);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('stand in a workbook, a sheet each', () => {
    const [files = {}] = unzip([bytes(SMALL, EXPORTERS.xlsx)]);
    expect(Object.keys(files).filter((name) => name.includes('worksheets/sheet'))).toHaveLength(8);
    expect(files['xl/worksheets/sheet1.xml']).toContain('华创&lt;新&gt;材');
    expect(files['xl/worksheets/sheet1.xml']).toContain('=南昌经开区');
  });
});

describe('a workbook', () => {
  const entity = (id: string, type: string, properties = {}) => ({
    id,
    labels: ['Entity', type],
    properties: { type, name: id, aliases: [], ...properties },
  });
  const article = (id: string, properties = {}) => ({
    id,
    labels: ['Article'],
    properties: { source: 's', ...properties },
  });
  const fact = (id: string, value: number, article: string, quote: string) => ({
    id,
    labels: ['Fact'],
    properties: { name: 'investment', value, article, quote },
  });
  const tie = (id: string, type: string, from: string, to: string, properties = {}) => ({
    id,
    type,
    from,
    to,
    properties,
  });
  const TOLD: Snapshot = {
    nodes: [
      entity('小项目', 'Project', { stories: 1 }),
      entity('晨星项目', 'Project', {
        stories: 2,
        investment: 5_200_000_000,
        confidence: 0.876,
        status: 'construction',
      }),
      entity('云岭高新区', 'Zone'),
      entity('江西省', 'Place'),
      article('早报', {
        title: '晨星签约',
        published: '2024-03-05',
        outlet: '早报',
        url: 'https://example.org/1?a=1&b=2',
      }),
      article('晚报', { title: '晨星开工', published: '2024-06-12', url: 'javascript:alert(1)' }),
      fact('f1', 5_150_000_000, '早报', '总投资51.5亿元。'),
      fact('f2', 5_200_000_000, '晚报', '总投资52亿元。'),
      {
        id: 'f3',
        labels: ['Fact'],
        properties: {
          name: 'investment',
          min: 5e9,
          bound: 'atLeast',
          currency: 'USD',
          article: '晚报',
          quote: '五十亿美元以上',
        },
      },
    ],
    relationships: [
      tie('r1', 'LOCATED_IN', '晨星项目', '云岭高新区', {
        articles: ['早报'],
        quotes: ['晨星落户。'],
        count: 1,
      }),
      tie('r2', 'LOCATED_IN', '云岭高新区', '江西省', { origin: 'seed', quotes: ['zones.csv:3'] }),
      tie('h1', 'HAS_FACT', '晨星项目', 'f1'),
      tie('h2', 'HAS_FACT', '晨星项目', 'f2'),
      tie('h3', 'HAS_FACT', '晨星项目', 'f3'),
    ],
  };
  const [files = {}] = unzip([bytes(TOLD, EXPORTERS.xlsx, { explorer: 'http://here:1/' })]);
  const sheet = (at: number) => files[`xl/worksheets/sheet${at}.xml`] ?? '';

  it('has what most reports tell first, sums in 亿元 with their sentence, and what others say', () => {
    const projects = sheet(2);
    expect(projects.indexOf('晨星项目')).toBeLessThan(projects.indexOf('小项目'));
    expect(projects).toContain('<v>52</v>');
    expect(projects).toContain('总投资52亿元。');
    expect(projects).toContain('51.5亿元：晨星签约（早报，2024-03-05）');
    expect(projects).toContain('50亿 USD以上：晨星开工');
    expect(projects).not.toContain('52亿元：');
    expect(projects).toContain('建设中');
    expect(projects).toContain('<v>0.876</v>');
  });

  it('leads to the article where it has an address of the web, and to the explorer', () => {
    expect(sheet(7)).toContain('<hyperlink ref="A3" r:id="r2"/>');
    const links = files['xl/worksheets/_rels/sheet7.xml.rels'];
    expect(links).toContain('Target="https://example.org/1?a=1&amp;b=2" TargetMode="External"');
    expect(links).not.toContain('javascript');
    expect(files['xl/worksheets/_rels/sheet2.xml.rels']).toContain(
      `http://here:1/#entity=${encodeURIComponent('晨星项目')}`,
    );
  });

  it('keeps what was known before apart from what articles tell', () => {
    expect(sheet(6)).toContain('晨星落户。');
    expect(sheet(6)).toContain('位于');
    expect(sheet(6)).not.toContain('zones.csv:3');
    expect(sheet(8)).toContain('zones.csv:3');
  });

  it('leaves sentences out when asked', () => {
    const [without = {}] = unzip([bytes(TOLD, EXPORTERS.xlsx, { text: false })]);
    expect(Object.values(without).join('')).not.toMatch(/总投资52|晨星落户/u);
  });
});

describe('a Cypher script', () => {
  it('merges by id in batches, constraints first', () => {
    const script = text(SMALL, 'cypher');
    expect(script).toMatch(/^\/\/.*\nCREATE CONSTRAINT `entity_id`/u);
    expect(script).toContain('MERGE (n:`Entity` {id: row.id})\nSET n += row.properties, n:`Company`;');
    expect(script).toContain('MERGE (a)-[r:`LOCATED_IN` {id: row.id}]->(b)');
  });

  it('has every value inside one string', () => {
    fc.assert(
      fc.property(randomSnapshot, (snapshot) => {
        const outside = text(snapshot, 'cypher').replace(/'(?:[^'\\]|\\.)*'/gsu, '');
        expect(outside).not.toMatch(/['\\]/u);
        expect(outside.split('\n').slice(1).join('\n')).toMatch(/^[\p{ASCII}]*$/u);
      }),
    );
  });
});
