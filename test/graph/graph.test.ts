import { describe, expect, it } from 'vitest';
import { entityPart, fromGraph, toGraph } from '../../src/graph/build/records.ts';
import { arrange, withoutDerived } from '../../src/graph/picture/arrange.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { buildSnapshot } from '../support/build-snapshot.ts';
import { goldenSamples, type Sample, sample, TEST_SEEDS } from '../support/extraction.ts';
import { resolveEntities } from '../support/resolve.ts';

function build(samples: readonly Sample[]): Snapshot {
  const resolution = resolveEntities(
    samples.map((s) => s.extraction),
    TEST_SEEDS,
  );
  return buildSnapshot(samples, resolution, {}, TEST_SEEDS);
}

const dated = (name: string, published: string, lines: readonly string[]) =>
  sample(name, lines, { published });
const find = (snapshot: Snapshot, name: string) => snapshot.nodes.find((n) => n.properties.name === name);

describe('a snapshot', () => {
  const snapshot = build(goldenSamples());
  const texts = new Map(
    snapshot.nodes.filter((n) => n.labels.includes('Article')).map((n) => [n.id, String(n.properties.text)]),
  );

  it('has every relationship between two of its nodes', () => {
    const ids = new Set(snapshot.nodes.map((n) => n.id));
    for (const { from, to } of snapshot.relationships) expect(ids.has(from) && ids.has(to)).toBe(true);
  });

  it('leads every edge back to the words of its article', () => {
    const said = snapshot.relationships.filter((r) => r.properties.origin === 'article');
    expect(said.length).toBeGreaterThan(100);
    for (const { properties } of said) {
      const { articles, spans, quotes, rules } = properties as Record<string, string[]>;
      expect([spans?.length, quotes?.length, rules?.length]).toEqual(Array(3).fill(articles?.length));
      articles?.forEach((article, i) => {
        const [start, end] = (spans?.[i] ?? '').split('-').map(Number);
        expect(texts.get(article)?.slice(start, end)).toBe(quotes?.[i]);
      });
    }
  });

  it('reaches the province of every place that a list knows', () => {
    const nanchang = find(snapshot, '南昌市')?.id;
    const jiangxi = find(snapshot, '江西省')?.id;
    const edge = snapshot.relationships.find((r) => r.from === nanchang && r.to === jiangxi);
    expect(edge?.properties).toMatchObject({ origin: 'seed', quotes: ['seeds/divisions.csv:360100'] });
  });

  it('is the same graph in memory and back', () => {
    expect(fromGraph(toGraph(snapshot))).toEqual(snapshot);
  });
});

describe('the state of a project', () => {
  const told = (
    name: string,
    published: string,
    status: 'signed' | 'construction' | 'operating',
    date?: string,
  ) => {
    const one = dated(name, published, ['Project 晨星新能源动力电池项目']);
    const fact = { name: 'status', value: status, start: 0, end: 7, quote: 'Project', rule: 'test' };
    const entities = one.extraction.entities.map((entity) => ({
      ...entity,
      attrs: { status },
      facts: [date === undefined ? fact : { ...fact, date }],
    }));
    return { ...one, extraction: { ...one.extraction, entities } };
  };
  const shown = (...samples: readonly Sample[]) =>
    find(build(samples), '晨星新能源动力电池项目')?.properties.status;

  it('is that of the newest article', () => {
    expect(shown(told('a', '2024-05', 'construction'), told('b', '2024-06', 'operating'))).toBe('operating');
    expect(shown(told('a', '2024-06', 'construction'), told('b', '2024-05', 'operating'))).toBe(
      'construction',
    );
  });

  it('counts from the day that an article gives it, not from the day it was told again', () => {
    const opened = told('a', '2024-05', 'operating');
    expect(shown(opened, told('b', '2024-06', 'signed', '2022-03'))).toBe('operating');
    expect(shown(opened, told('b', '2024-06', 'construction', '2024-05-20'))).toBe('construction');
    // What is still to come counts from the day it was told.
    expect(shown(opened, told('b', '2024-03', 'construction', '2025-01'))).toBe('operating');
  });
});

describe('a relation', () => {
  it('gathers the evidence of all articles', () => {
    const lines = ['Company 华创新材', 'Zone 南昌经开区', '华创新材 -LOCATED_IN-> 南昌经开区'];
    const snapshot = build([dated('b', '2023-01-02', lines), dated('a', '2022', lines)]);
    const located = snapshot.relationships.find(
      (r) => r.type === 'LOCATED_IN' && r.properties.origin === 'article',
    );
    expect(located?.properties).toMatchObject({
      articles: ['test/a.txt', 'test/b.txt'],
      count: 2,
      stories: 2,
      firstSeen: '2022',
      lastSeen: '2023-01-02',
    });
  });

  it('of partners is one, whichever way it is said', () => {
    const ends = ['Company 华创新材', 'Company 欣旺达'];
    const snapshot = build([
      sample('a', [...ends, '华创新材 -PARTNERS_WITH-> 欣旺达']),
      sample('b', [...ends, '欣旺达 -PARTNERS_WITH-> 华创新材']),
    ]);
    const partners = snapshot.relationships.filter((r) => r.type === 'PARTNERS_WITH');
    expect(partners).toHaveLength(1);
    expect((partners[0]?.from ?? '') < (partners[0]?.to ?? '')).toBe(true);
  });
});

describe('an entity', () => {
  it('shows the newest of competing titles', () => {
    const held = (title: string, published: string): Sample => {
      const made = dated(published, published, [
        'Official 王伟',
        'Zone 南昌经开区',
        `王伟 -HOLDS_POST:${title}-> 南昌经开区`,
      ]);
      const entities = made.extraction.entities.map((e) =>
        e.type === 'Official' ? { ...e, attrs: { title } } : e,
      );
      return { ...made, extraction: { ...made.extraction, entities } };
    };
    const snapshot = build([
      held('党工委书记', '2023-05'),
      held('副主任', '2021-05'),
      held('主任', '2022-05'),
    ]);
    expect(find(snapshot, '王伟')?.properties.title).toBe('党工委书记');
    expect(find(snapshot, '王伟')?.labels).toEqual(['Entity', 'Official', 'Person']);
  });

  it('counts spans in its own article where a document holds several', () => {
    const { raw, extraction } = sample('page', ['Zone 赣江新区', 'Zone 南昌高新区']);
    const cut = raw.text.indexOf('\n') + 1;
    const articles = [
      { id: raw.id, start: 0, end: cut },
      { id: `${raw.id}#2`, start: cut, end: raw.text.length },
    ];
    const snapshot = build([{ raw, extraction: { ...extraction, articles } }]);
    const texts = snapshot.nodes.filter((n) => n.labels.includes('Article')).map((n) => n.properties.text);
    expect(texts.join('')).toBe(raw.text);
    const second = snapshot.relationships.find((r) => r.type === 'MENTIONS' && r.from === `${raw.id}#2`);
    expect(second?.properties.spans).toEqual(['5-10']);
  });
});

describe('an arranged graph', () => {
  const snapshot = build(goldenSamples());
  const arranged = arrange(snapshot);
  const places = entityPart(arranged).nodes.map(({ properties: { x, y } }) => ({
    x: Number(x),
    y: Number(y),
  }));

  it('is the same every time', () => {
    expect(JSON.stringify(arrange(build(goldenSamples().reverse())))).toBe(JSON.stringify(arranged));
    expect(withoutDerived(arranged)).toEqual(snapshot);
  });

  it('puts no two nodes on top of each other', () => {
    const close = places.filter((p, i) =>
      places.some((q, j) => i < j && Math.hypot(p.x - q.x, p.y - q.y) < 10),
    );
    expect(close).toEqual([]);
    expect(places.every((p) => Math.abs(p.x) < 2000 && Math.abs(p.y) < 2000)).toBe(true);
  });

  it('leaves what is there in its place when an article is added', () => {
    const samples = goldenSamples();
    const four = arrange(build(samples.slice(0, 4)));
    const extra = sample('new', [
      'Company 新来科技有限公司',
      'Zone 赣江新区',
      '新来科技有限公司 -LOCATED_IN-> 赣江新区',
    ]);
    const five = arrange(build([...samples.slice(0, 4), extra]), four);
    const before = new Map(four.nodes.map((n) => [n.id, n.properties]));
    for (const { id, properties } of entityPart(five).nodes) {
      const old = before.get(id);
      if (old) expect([properties.x, properties.y]).toEqual([old.x, old.y]);
      // Its group keeps its name and its colour.
      if (old) expect(properties.community).toBe(old.community);
    }
    const fresh = find(five, '新来科技有限公司')?.properties;
    expect(fresh?.x).toBeTypeOf('number');
    expect(fresh?.community).toBe(find(five, '赣江新区')?.properties.community);
  });
});
