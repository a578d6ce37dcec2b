import { ENTITY_TYPES, type EntityType, type ProjectStatus } from './entity.ts';
import { YuantuError } from './errors.ts';
import { RELATION_ENDS, RELATION_TYPES, type RelationType } from './relation.ts';
import type { PropertyValue } from './snapshot.ts';

/**
 * What kind of value a property holds. `date` is ISO text, as exact as said (`2024`, `2024-05`, `2024-05-28`); `scalar` is text
 * or a number, an integer where it is whole. An integer and a float of one value are two kinds: the stores keep them apart.
 */
export type Kind = 'text' | 'integer' | 'float' | 'boolean' | 'date' | 'scalar';

/** What people call it. */
export interface Names {
  readonly en: string;
  readonly zh: string;
}

export interface PropertySchema extends Names {
  readonly kind: Kind;
  /** Whether it holds a list of such values. */
  readonly isList: boolean;
  /** Whether it is worked out from the whole graph, for the picture: equality of graphs leaves it out. */
  readonly isDerived: boolean;
  /** Whether it repeats the words of an article, which belong to its publisher. */
  readonly isVerbatim: boolean;
}

export type PropertySchemas = Readonly<Record<string, PropertySchema>>;

/** What a node of this label may carry, beside what its other labels give it. */
export interface LabelSchema extends Names {
  readonly properties: PropertySchemas;
}

/** What a relationship may carry, and join: any label of `from` with any of `to` of the same row. */
export interface RelationshipSchema extends Names {
  readonly ends: readonly { readonly from: readonly Label[]; readonly to: readonly Label[] }[];
  readonly properties: PropertySchemas;
}

/** The labels that nodes are found by: each node has one of them, and each of them has a constraint on `id`. */
export const BASES = ['Entity', 'Article', 'Fact'] as const;

export type Base = (typeof BASES)[number];

export const LABELS = ['Entity', ...ENTITY_TYPES, 'Person', 'Article', 'Fact'] as const;

export type Label = (typeof LABELS)[number];

/** The relationship types beside those of the relations among entities. */
export const LINK_TYPES = ['MENTIONS', 'HAS_FACT', 'REPRINT_OF'] as const;

export const RELATIONSHIP_TYPES = [...RELATION_TYPES, ...LINK_TYPES] as const;

export type RelationshipType = (typeof RELATIONSHIP_TYPES)[number];

/** The lists of a relation that are parallel: one item each for a piece of evidence. */
export const EVIDENCE = ['articles', 'spans', 'quotes', 'rules'] as const;

type Traits = Partial<Omit<PropertySchema, 'kind' | keyof Names>>;

const PLAIN = { isList: false, isDerived: false, isVerbatim: false } as const;
const LIST: Traits = { isList: true };
const DERIVED_ONE: Traits = { isDerived: true };
const VERBATIM: Traits = { isVerbatim: true };

function property(kind: Kind, en: string, zh: string, traits: Traits = {}): PropertySchema {
  return { ...PLAIN, kind, en, zh, ...traits };
}

const ID = property('text', 'Id', '编号');
const TITLE_OF_POST = property('text', 'Post', '职务');
const LEVEL = property('text', 'Level', '级别');

/** What entities and relations alike tell of the articles that they come from. */
const TOLD = {
  stories: property('integer', 'Stories', '报道'),
  confidence: property('float', 'Confidence', '置信度'),
  firstSeen: property('date', 'First reported', '最早报道'),
  lastSeen: property('date', 'Last reported', '最近报道'),
};

const SPANS = property('text', 'Places in the text', '位置', LIST);
const COUNT = property('integer', 'Count', '次数');

const OF_RELATION: PropertySchemas = {
  id: ID,
  articles: property('text', 'Articles', '文章', LIST),
  spans: SPANS,
  quotes: property('text', 'Quotes', '引文', { ...LIST, ...VERBATIM }),
  rules: property('text', 'Rules', '规则', LIST),
  count: COUNT,
  ...TOLD,
  origin: property('text', 'Origin', '来历'),
};

export const NODES: Readonly<Record<Label, LabelSchema>> = {
  Entity: {
    en: 'Entity',
    zh: '实体',
    properties: {
      id: ID,
      type: property('text', 'Type', '类型'),
      name: property('text', 'Name', '名称'),
      aliases: property('text', 'Other names', '别名', LIST),
      articles: property('text', 'Articles', '文章', LIST),
      mentions: property('integer', 'Mentions', '提及'),
      ...TOLD,
      community: property('integer', 'Community', '社群', DERIVED_ONE),
      pageRank: property('float', 'Page rank', '重要度', DERIVED_ONE),
      x: property('float', 'Place to the right', '横坐标', DERIVED_ONE),
      y: property('float', 'Place downwards', '纵坐标', DERIVED_ONE),
    },
  },
  Company: { en: 'Company', zh: '企业', properties: {} },
  Zone: {
    en: 'Zone',
    zh: '园区',
    properties: { level: LEVEL, kind: property('text', 'Kind', '类型') },
  },
  Project: {
    en: 'Project',
    zh: '项目',
    properties: {
      investment: property('integer', 'Investment', '总投资'),
      status: property('text', 'Status', '进展'),
      signedOn: property('date', 'Signed', '签约时间'),
      startedOn: property('date', 'Started', '开工时间'),
      toppedOutOn: property('date', 'Topped out', '封顶时间'),
      operatingOn: property('date', 'Operating', '投产时间'),
      dueOn: property('date', 'Due', '计划完成时间'),
    },
  },
  Official: { en: 'Official', zh: '官员', properties: {} },
  Executive: { en: 'Executive', zh: '企业高管', properties: {} },
  Organization: { en: 'Organisation', zh: '机构', properties: {} },
  Place: { en: 'Place', zh: '地点', properties: { level: LEVEL } },
  Industry: { en: 'Industry', zh: '产业', properties: {} },
  Person: { en: 'Person', zh: '人物', properties: { title: TITLE_OF_POST } },
  Article: {
    en: 'Article',
    zh: '文章',
    properties: {
      id: ID,
      source: property('text', 'Source', '来源'),
      title: property('text', 'Title', '标题'),
      published: property('date', 'Published', '日期'),
      outlet: property('text', 'Outlet', '媒体'),
      author: property('text', 'Author', '作者'),
      url: property('text', 'Address', '链接'),
      text: property('text', 'Text', '正文', VERBATIM),
      story: property('text', 'Story', '报道'),
      hash: property('text', 'Hash', '校验值'),
      given: property('text', 'Given beside the text', '正文外的信息'),
    },
  },
  Fact: {
    en: 'Fact',
    zh: '事实',
    properties: {
      id: ID,
      name: property('text', 'Name', '名称'),
      value: property('scalar', 'Value', '值'),
      min: property('integer', 'At least', '下限'),
      max: property('integer', 'At most', '上限'),
      bound: property('text', 'Bound', '界限'),
      currency: property('text', 'Currency', '币种'),
      unit: property('text', 'Unit', '单位'),
      growth: property('float', 'Growth in percent', '增长'),
      period: property('text', 'Period', '时期'),
      planned: property('boolean', 'Planned', '预期'),
      product: property('text', 'Product', '产品'),
      date: property('date', 'Date', '日期'),
      article: property('text', 'Article', '文章'),
      span: property('text', 'Place in the text', '位置'),
      quote: property('text', 'Quote', '引文', VERBATIM),
      rule: property('text', 'Rule', '规则'),
      confidence: TOLD.confidence,
    },
  },
};

const relation = (
  type: RelationType,
  en: string,
  zh: string,
  own: PropertySchemas = {},
): RelationshipSchema => ({
  en,
  zh,
  ends: RELATION_ENDS[type],
  properties: { ...OF_RELATION, ...own },
});

export const RELATIONSHIPS: Readonly<Record<RelationshipType, RelationshipSchema>> = {
  LOCATED_IN: {
    ...relation('LOCATED_IN', 'located in', '位于'),
    // A division in the one above it, as the public list says.
    ends: [...RELATION_ENDS.LOCATED_IN, { from: ['Place'], to: ['Place'] }],
  },
  PART_OF: relation('PART_OF', 'part of', '属于'),
  INVESTS_IN: relation('INVESTS_IN', 'invests in', '投资建设'),
  SUBSIDIARY_OF: relation('SUBSIDIARY_OF', 'subsidiary of', '附属于'),
  PARTNERS_WITH: relation('PARTNERS_WITH', 'partners with', '合作'),
  HOLDS_POST: relation('HOLDS_POST', 'holds post at', '任职于', {
    title: TITLE_OF_POST,
    since: property('date', 'Since', '任职时间'),
    until: property('date', 'Until', '离任时间'),
    untilFrom: property('text', 'End known from', '离任依据'),
  }),
  IN_INDUSTRY: relation('IN_INDUSTRY', 'in industry', '属于产业'),
  MENTIONS: {
    en: 'mentions',
    zh: '提及',
    ends: [{ from: ['Article'], to: ['Entity'] }],
    properties: { id: ID, spans: SPANS, count: COUNT },
  },
  HAS_FACT: {
    en: 'has fact',
    zh: '有事实',
    ends: [{ from: ['Entity'], to: ['Fact'] }],
    properties: { id: ID },
  },
  REPRINT_OF: {
    en: 'reprint of',
    zh: '转载自',
    ends: [{ from: ['Article'], to: ['Article'] }],
    properties: { id: ID },
  },
};

/** The states of a project as people say them. */
export const STATUSES: Readonly<Record<ProjectStatus, Names>> = {
  planned: { en: 'Planned', zh: '拟建' },
  signed: { en: 'Signed', zh: '已签约' },
  construction: { en: 'Under construction', zh: '建设中' },
  topped_out: { en: 'Topped out', zh: '已封顶' },
  operating: { en: 'Operating', zh: '已投产' },
};

/** Every property by its name, which means one kind wherever it stands; what people call it may differ. */
export const PROPERTIES: PropertySchemas = Object.fromEntries(
  [...Object.values(NODES), ...Object.values(RELATIONSHIPS)].flatMap(({ properties }) =>
    Object.entries(properties),
  ),
);

/** The names of the properties that are so, in the order of the schema. */
export function propertiesThat(
  isSo: (property: PropertySchema) => boolean,
  among: PropertySchemas = PROPERTIES,
): string[] {
  return Object.keys(among).filter((name) => isSo(among[name] as PropertySchema));
}

/** The kind of the property of this name; undefined for one that is not of the schema. */
export function kindOf(name: string): Kind | undefined {
  return Object.hasOwn(PROPERTIES, name) ? PROPERTIES[name]?.kind : undefined;
}

/** Whether a property may hold a value. A float may be whole: JSON does not tell it from an integer. */
export function mayHold({ kind, isList }: PropertySchema, value: PropertyValue): boolean {
  if (isList) return Array.isArray(value);
  if (kind === 'integer') return Number.isInteger(value);
  if (kind === 'scalar') return typeof value === 'number' || typeof value === 'string';
  return typeof value === (kind === 'float' ? 'number' : kind === 'boolean' ? 'boolean' : 'string');
}

/** Properties that a change of the picture alone may change. */
export const DERIVED: ReadonlySet<string> = new Set(propertiesThat(({ isDerived }) => isDerived));

/** Everything that a node found by this label may carry, whatever its other labels. */
export function propertiesOf(base: Base): PropertySchemas {
  const labels: readonly Label[] =
    base === 'Entity' ? LABELS.filter((one) => one !== 'Article' && one !== 'Fact') : [base];
  return Object.assign({}, ...labels.map((label) => NODES[label].properties)) as PropertySchemas;
}

const PEOPLE: ReadonlySet<string> = new Set(['Official', 'Executive'] satisfies EntityType[]);

/** The labels of an entity of these types, sorted. */
export function labelsOf(types: readonly EntityType[]): readonly Label[] {
  const person = types.some((type) => PEOPLE.has(type)) ? (['Person'] as const) : [];
  return (['Entity', ...types, ...person] as Label[]).sort();
}

/** Whether a relationship of this type is a relation among entities, and no link to an article or a fact. */
export function isRelationType(type: string): type is RelationType {
  return (RELATION_TYPES as readonly string[]).includes(type);
}

/** @throws {YuantuError} INTERNAL for a type that is none. */
export function getRelationship(type: string): RelationshipSchema {
  if (Object.hasOwn(RELATIONSHIPS, type)) return RELATIONSHIPS[type as RelationshipType];
  throw new YuantuError(
    'INTERNAL',
    `There is no relationship of the type ${type}; expected one of ${RELATIONSHIP_TYPES.join(', ')}.`,
  );
}

/**
 * The bases of the two ends of a relationship of this type.
 *
 * @throws {YuantuError} INTERNAL for a type that is none.
 */
export function basesOf(type: string): readonly [Base, Base] {
  const base = (labels: readonly Label[] = []) => BASES.find((one) => labels.includes(one)) ?? 'Entity';
  const [first] = getRelationship(type).ends;
  return [base(first?.from), base(first?.to)];
}
