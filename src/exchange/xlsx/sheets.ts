import { NODES, RELATIONSHIPS, STATUSES } from '../../model/schema.ts';
import type { Properties, PropertyValue } from '../../model/snapshot.ts';
import type { ExportEdge, ExportGraph, ExportNode } from '../graph.ts';
import { inOrder } from '../in-order.ts';

/** What stands in a cell: text, a number, a sum in yuan that is shown in 亿元, a share of one, or text that leads somewhere. */
export type Cell =
  | string
  | number
  | { readonly yuan: number }
  | { readonly share: number }
  | { readonly text: string; readonly address: string };

/** A table of the workbook; rows are made while they are gone through. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly { readonly head: string; readonly width: number }[];
  readonly rows: () => Iterable<readonly Cell[]>;
}

/** A column with what stands in it for a record. Widths are in characters. */
interface Column<T> {
  readonly head: string;
  readonly width: number;
  readonly of: (record: T) => Cell;
}

/**
 * The tables that people ask for: companies, projects, people, zones, posts, relations, articles, and apart from what articles
 * tell what was known before. What most reports tell stands first; an id leads to the explorer, an article to where it was published.
 */
export function toSheets(graph: ExportGraph): Sheet[] {
  const { nodes, edges, explorer } = graph;
  const { articles, facts } = graph.told();
  const labels = new Map<string, string>();
  for (const { id, label } of nodes) labels.set(id, label);
  const label = (id: string) => labels.get(id) ?? id;
  const others = new Map<string, string[]>();
  const add = (key: string, other: string): void => {
    const list = others.get(key);
    if (list === undefined) others.set(key, [other]);
    else if (!list.includes(other)) list.push(other);
  };
  for (const { type, from, to, properties } of edges) {
    const post = type === 'HOLDS_POST' && typeof properties.title === 'string' ? ` ${properties.title}` : '';
    add(`${type} to ${from}`, `${label(to)}${post}`);
    add(`${type} from ${to}`, label(from));
  }

  const column = <T>(head: string, width: number, of: (record: T) => Cell): Column<T> => ({
    head,
    width,
    of,
  });
  const plain = <T extends { readonly properties: Properties }>(head: string, name: string, width = 12) =>
    column<T>(head, width, ({ properties }) => cell(properties[name]));
  const tied = (head: string, type: string, side: 'to' | 'from') =>
    column<ExportNode>(head, 30, ({ id }) => (others.get(`${type} ${side} ${id}`) ?? []).join('、'));
  const place = (kind: string, id: string) => ({
    text: id,
    address: `${explorer}#${kind}=${encodeURIComponent(id)}`,
  });

  const name = column<ExportNode>('名称 name', 32, ({ label }) => label);
  const aliases = plain<ExportNode>('别名 aliases', 'aliases', 32);
  const located = tied('所在 located in', 'LOCATED_IN', 'to');
  const support = <T extends ExportNode | ExportEdge>(kind: string): Column<T>[] => [
    column('置信度 confidence', 12, ({ properties: { confidence } }) =>
      typeof confidence === 'number' ? { share: confidence } : '',
    ),
    plain('报道数 reports', 'stories'),
    plain('最早 first seen', 'firstSeen'),
    plain('最近 last seen', 'lastSeen'),
    column('编号 id', 18, ({ id }) => place(kind, id)),
  ];

  const cite = (id: string): string => {
    const { title, outlet, published } = articles.get(id) ?? {};
    const about = [outlet, published].filter((one) => one !== undefined).join('，');
    return `${title ?? id}${about === '' ? '' : `（${about}）`}`;
  };
  /** The articles of a relation, one a line; the cell leads to where the first was published, or else to the explorer. */
  const reported = column<ExportEdge>('报道 articles', 40, ({ properties }) => {
    const ids = [...new Set(listOf(properties.articles))];
    const [first] = ids;
    if (first === undefined) return '';
    return {
      text: ids.map(cite).join('\n'),
      address: addressOf(articles.get(first)) ?? place('article', first).address,
    };
  });
  const quotes = column<ExportEdge>('原句 quotes', 60, ({ properties }) =>
    [...new Set(listOf(properties.quotes))].join('\n'),
  );

  const factsOf = (node: ExportNode, fact: string) =>
    (facts.get(node.id) ?? []).filter(({ name }) => name === fact);
  const isShown = (node: ExportNode, { name, value }: Properties) =>
    value !== undefined && node.properties[String(name)] === value;
  /** The sentence that gives the value that is shown. */
  const sentence = (head: string, fact: string) =>
    column<ExportNode>(head, 48, (node) =>
      cell(factsOf(node, fact).find((one) => isShown(node, one))?.quote),
    );
  /** Values that other articles give, one a line, with the article. */
  const competing = column<ExportNode>('其他说法 other values', 48, (node) => {
    const told = ['investment', 'status']
      .flatMap((fact) => factsOf(node, fact))
      .filter((one) => !isShown(node, one));
    return [...new Set(told.map((one) => `${valueText(one)}：${cite(String(one.article))}`))].join('\n');
  });

  const sheet = <T>(title: string, records: () => Iterable<T>, columns: readonly Column<T>[]): Sheet => ({
    name: title,
    columns,
    *rows() {
      for (const record of records()) yield columns.map(({ of }) => of(record));
    },
  });
  const ofType =
    (...types: readonly string[]) =>
    () =>
      bySupport(nodes, ({ type }) => types.includes(type));
  const relations = (isIn: (edge: ExportEdge) => boolean) => () => bySupport(edges, isIn);
  const isKnown = ({ properties: { origin } }: ExportEdge) => origin === 'seed';
  const from = column<ExportEdge>('从 from', 30, (edge) => label(edge.from));
  const to = column<ExportEdge>('到 to', 30, (edge) => label(edge.to));
  const between: Column<ExportEdge>[] = [
    from,
    column(
      '关系 relation',
      12,
      ({ type }) => (RELATIONSHIPS as Readonly<Record<string, { zh: string }>>)[type]?.zh ?? type,
    ),
    to,
    column('type', 16, ({ type }) => type),
  ];
  const ends: Column<ExportEdge>[] = [
    column('from id', 18, (edge) => edge.from),
    column('to id', 18, (edge) => edge.to),
  ];

  return [
    sheet('企业 Companies', ofType('Company'), [
      name,
      aliases,
      located,
      tied('产业 industry', 'IN_INDUSTRY', 'to'),
      tied('投资项目 projects', 'INVESTS_IN', 'to'),
      ...support<ExportNode>('entity'),
    ]),
    sheet('项目 Projects', ofType('Project'), [
      name,
      column('投资（亿元）investment', 14, ({ properties: { investment } }) =>
        typeof investment === 'number' ? { yuan: investment } : '',
      ),
      sentence('投资原句 sentence', 'investment'),
      column('状态 status', 12, ({ properties: { status } }) => statusText(status)),
      sentence('状态原句 sentence', 'status'),
      competing,
      tied('投资方 investors', 'INVESTS_IN', 'from'),
      located,
      aliases,
      ...support<ExportNode>('entity'),
    ]),
    sheet('人物 People', ofType('Official', 'Executive'), [
      column('姓名 name', 14, ({ label }) => label),
      column('类别 type', 12, typeText),
      tied('任职 posts', 'HOLDS_POST', 'to'),
      ...support<ExportNode>('entity'),
    ]),
    sheet('园区 Zones', ofType('Zone'), [
      name,
      aliases,
      plain('级别 level', 'level'),
      plain('类别 kind', 'kind'),
      tied('上级 part of', 'PART_OF', 'to'),
      located,
      ...support<ExportNode>('entity'),
    ]),
    sheet(
      '任职 Posts',
      relations(({ type }) => type === 'HOLDS_POST'),
      [
        column('姓名 name', 14, (edge) => label(edge.from)),
        plain('职务 title', 'title', 24),
        column('单位 body', 30, (edge) => label(edge.to)),
        quotes,
        reported,
        ...support<ExportEdge>('relation'),
      ],
    ),
    sheet(
      '关系 Relations',
      relations((edge) => !isKnown(edge)),
      [
        ...between,
        column('依据数 evidence', 12, ({ weight }) => weight),
        quotes,
        reported,
        ...support<ExportEdge>('relation'),
        ...ends,
      ],
    ),
    sheet('文章 Articles', () => [...articles].sort(newestFirst), [
      column('标题 title', 48, ([id, one]) => {
        const text = String(one.title ?? id);
        const address = addressOf(one);
        return address === undefined ? text : { text, address };
      }),
      column('媒体 outlet', 16, ([, one]) => cell(one.outlet)),
      column('日期 published', 12, ([, one]) => cell(one.published)),
      column('作者 author', 14, ([, one]) => cell(one.author)),
      column('链接 url', 40, ([, one]) => cell(one.url)),
      column('编号 id', 32, ([id]) => place('article', id)),
    ]),
    sheet('已知 Known', relations(isKnown), [
      ...between,
      column('来历 source', 40, ({ properties }) => cell(properties.quotes)),
      ...ends,
    ]),
  ];
}

/** What most reports tell first, then by id. */
function bySupport<T extends ExportNode | ExportEdge>(
  records: Iterable<T>,
  isIn: (record: T) => boolean,
): Iterable<T> {
  const of = ({ properties: { stories, articles } }: T) =>
    typeof stories === 'number' ? stories : new Set(listOf(articles)).size;
  return inOrder(
    only(records, isIn),
    (one) => `${String(MOST_REPORTS - of(one)).padStart(17, '0')} ${one.id}`,
  );
}

/** More than there can be. */
const MOST_REPORTS = 1e15;

function* only<T>(records: Iterable<T>, isIn: (record: T) => boolean): Generator<T> {
  for (const record of records) if (isIn(record)) yield record;
}

function newestFirst(
  [a, one]: readonly [string, Properties],
  [b, other]: readonly [string, Properties],
): number {
  return compare(String(other.published ?? ''), String(one.published ?? '')) || compare(a, b);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function listOf(value: PropertyValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** Where an article was published, where that is an address of the web. */
function addressOf(article: Properties | undefined): string | undefined {
  const url = article?.url;
  return typeof url === 'string' && /^https?:\/\//u.test(url) ? url : undefined;
}

function typeText({ type }: ExportNode): string {
  return (NODES as Readonly<Record<string, { zh: string }>>)[type]?.zh ?? type;
}

function statusText(status: PropertyValue | undefined): Cell {
  return (STATUSES as Readonly<Record<string, { zh: string }>>)[String(status)]?.zh ?? cell(status);
}

/** A stated value as people write it: a state, a sum, a range or a bound, in 亿 of its money. */
function valueText({ value, min, max, bound, currency }: Properties): string {
  if (typeof value === 'string') return String(statusText(value));
  const [low, high] = [value ?? min, value ?? max].map((sum) =>
    typeof sum === 'number' ? sum / 1e8 : undefined,
  );
  const sum = low === undefined || high === undefined || low === high ? (low ?? high) : `${low}至${high}`;
  const [before = '', after = ''] = BOUNDS[String(bound)] ?? [];
  return `${before}${sum}亿${currency === undefined ? '元' : ` ${currency}`}${after}`;
}

/** What is said before and after a sum that is a bound. */
const BOUNDS: Readonly<Record<string, readonly [before: string, after: string]>> = {
  about: ['约', ''],
  atLeast: ['', '以上'],
  atMost: ['不超过', ''],
  under: ['不足', ''],
  over: ['超过', ''],
};

function cell(value: PropertyValue | undefined): Cell {
  if (value === undefined) return '';
  if (typeof value === 'number') return value;
  return Array.isArray(value) ? value.join('\n') : String(value);
}
