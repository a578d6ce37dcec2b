import { readdirSync, readFileSync } from 'node:fs';
import type { Extraction, RawDocument } from '../../src/model/article.ts';
import type { Entity, EntityAttributes, EntityType } from '../../src/model/entity.ts';
import type { Relation, RelationType } from '../../src/model/relation.ts';
import type { Division, Seeds } from '../../src/model/seeds.ts';

/** A document with what was extracted from it. */
export interface Sample {
  readonly raw: RawDocument;
  readonly extraction: Extraction;
}

interface GoldFile {
  readonly doc: string;
  readonly entities: readonly {
    readonly id: string;
    readonly type: EntityType;
    readonly name: string;
    readonly aliases: readonly string[];
    readonly attrs: EntityAttributes;
  }[];
  readonly relations: readonly {
    readonly from: string;
    readonly type: RelationType;
    readonly to: string;
    readonly attrs: { readonly title?: string };
  }[];
}

/** The five labelled articles as an extractor without fault would give them; mentions where a form stands in the text as it is. */
export function goldenSamples(): Sample[] {
  return readdirSync('test/golden')
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const gold = JSON.parse(readFileSync(`test/golden/${file}`, 'utf8')) as GoldFile;
      const text = readFileSync(`seeds/articles/${gold.doc}.txt`, 'utf8').replace(/^\uFEFF/u, '');
      return toSample('articles', gold, text);
    });
}

function toSample(source: string, gold: GoldFile, text: string): Sample {
  const id = `${source}/${gold.doc}.txt`;
  const span = (form: string) => {
    const start = Math.max(0, text.indexOf(form));
    return { start, end: Math.min(text.length, start + form.length) };
  };
  const entities: Entity[] = gold.entities.map((entity) => {
    const mentions = [entity.name, ...entity.aliases].map((form) => {
      const at = span(form);
      return { ...at, text: text.slice(at.start, at.end), rule: 'test' };
    });
    const { investment, status } = entity.attrs;
    const facts = Object.entries({ investment, status }).flatMap(([name, value]) =>
      value === undefined ? [] : [{ name, value, ...span(entity.name), quote: entity.name, rule: 'test' }],
    );
    return { ...entity, confidence: 1, mentions, facts };
  });
  const byId = new Map(entities.map((e) => [e.id, e]));
  const relations: Relation[] = gold.relations.map((relation) => {
    const at = span(byId.get(relation.from)?.name ?? '');
    const evidence = [{ ...at, quote: text.slice(at.start, at.end), rule: 'test' }];
    return { ...relation, confidence: 0.9, evidence };
  });
  const raw: RawDocument = { id, source, doc: gold.doc, text, metadata: {} };
  const articles = [{ id, start: 0, end: text.length }];
  return { raw, extraction: { doc: gold.doc, articles, entities, relations } };
}

/** An entity in a few words: `Zone 南昌经开区 = 赣江新区经开组团`, and `Person 张三 ...` by its real types. */
type Line = string;

/**
 * A small document from lines. An entity is `TYPE NAME = ALIAS = ALIAS`, a relation `NAME -TYPE-> NAME` over names before it.
 * The text is the lines themselves, so that every name stands in it.
 */
export function sample(name: string, lines: readonly Line[], metadata: RawDocument['metadata'] = {}): Sample {
  const text = lines.join('\n');
  const entities: GoldFile['entities'][number][] = [];
  const relations: GoldFile['relations'][number][] = [];
  for (const line of lines) {
    const relation = /^(.+?) -([A-Z_]+)(?::(.+?))?-> (.+)$/u.exec(line);
    if (relation !== null) {
      const [, from, type, title, to] = relation;
      const idOf = (wanted: string | undefined) => entities.find((e) => e.name === wanted)?.id ?? '?';
      const attrs = title === undefined ? {} : { title };
      relations.push({ from: idOf(from), type: type as RelationType, to: idOf(to), attrs });
      continue;
    }
    const [head = '', ...aliases] = line.split(' = ');
    const at = head.indexOf(' ');
    entities.push({
      id: `e${entities.length + 1}`,
      type: head.slice(0, at) as EntityType,
      name: head.slice(at + 1),
      aliases,
      attrs: {},
    });
  }
  const made = toSample('test', { doc: name, entities, relations }, text);
  const articles = made.extraction.articles.map((part) => ({ ...part, ...metadata }));
  return { raw: { ...made.raw, metadata }, extraction: { ...made.extraction, articles } };
}

const DIVISIONS: readonly Division[] = [
  { code: '360000', name: '江西省', level: 'province' },
  { code: '360100', name: '南昌市', level: 'city', parent: '360000' },
  { code: '360121', name: '南昌县', level: 'county', parent: '360100' },
  { code: '360123', name: '安义县', level: 'county', parent: '360100' },
  { code: '360425', name: '永修县', level: 'county', parent: '360400' },
  { code: '360400', name: '九江市', level: 'city', parent: '360000' },
  { code: '360482', name: '共青城市', level: 'county', parent: '360400' },
  { code: '360900', name: '宜春市', level: 'city', parent: '360000' },
  { code: '320000', name: '江苏省', level: 'province' },
  { code: '320400', name: '常州市', level: 'city', parent: '320000' },
  { code: '320500', name: '苏州市', level: 'city', parent: '320000' },
  { code: '320582', name: '张家港市', level: 'county', parent: '320500' },
  { code: '320300', name: '徐州市', level: 'city', parent: '320000' },
  { code: '320302', name: '鼓楼区', level: 'county', parent: '320300' },
  { code: '320100', name: '南京市', level: 'city', parent: '320000' },
  { code: '320106', name: '鼓楼区', level: 'county', parent: '320100' },
  { code: '130000', name: '河北省', level: 'province' },
  { code: '130700', name: '张家口市', level: 'city', parent: '130000' },
];

/** The little knowledge that the tests of resolution and graph need, in the shape of `seeds/`. */
export const TEST_SEEDS: Seeds = {
  surnames: new Set(),
  divisions: DIVISIONS,
  zones: [
    {
      name: '南昌经济技术开发区',
      aliases: ['南昌经开区'],
      level: '国家',
      kind: '经开',
      place: '360100',
      origin: 'seeds/zones.csv:2',
    },
  ],
  words: {},
  companies: new Set(),
  firms: [],
  houses: [],
  bodies: [],
  lexicon: [],
};
