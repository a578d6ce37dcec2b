import type { EntityType } from '../src/model/entity.ts';
import type { RelationType } from '../src/model/relation.ts';
import { type Locale, useExplorer } from './state.ts';

/** The formats that the menu offers, by their names in the HTTP interface. */
export const EXPORT_FORMATS = ['gexf', 'graphml', 'json', 'csv', 'xlsx', 'cypher', 'ttl'] as const;

type ExportFormat = (typeof EXPORT_FORMATS)[number];

interface Words {
  readonly title: string;
  readonly subtitle: string;
  readonly types: Readonly<Record<EntityType | 'Article', string>>;
  readonly relations: Readonly<Record<RelationType, string>>;
  /** The heading over the other ends of a relation, seen from where it starts (`out`) and where it ends (`in`). */
  readonly headings: Readonly<Record<RelationType, { readonly out: string; readonly in: string }>>;
  readonly properties: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
  readonly search: string;
  readonly searchHint: string;
  readonly noHits: (question: string) => string;
  readonly moreHits: (shown: number, total: number) => string;
  readonly alias: string;
  readonly pinyin: string;
  readonly relationCount: (count: number) => string;
  readonly entityCount: (count: number) => string;
  readonly articleCount: (count: number) => string;
  readonly mentionCount: (count: number) => string;
  readonly evidenceCount: (count: number) => string;
  readonly legend: string;
  readonly entities: string;
  readonly relationTypes: string;
  readonly hide: string;
  readonly show: string;
  readonly hidden: (entities: number, relations: number) => string;
  readonly nothingHidden: string;
  readonly showAll: string;
  readonly onlyShown: (count: number) => string;
  readonly close: string;
  readonly back: string;
  readonly aliases: string;
  readonly facts: string;
  readonly mentions: string;
  readonly evidence: string;
  readonly evidenceOf: (name: string) => string;
  readonly profileOf: (name: string) => string;
  readonly confidence: string;
  readonly rule: string;
  readonly readInArticle: string;
  readonly unknownDate: string;
  readonly fromSeeds: string;
  readonly noEvidence: string;
  readonly namesInText: (count: number) => string;
  readonly reprints: string;
  readonly moreOf: (count: number) => string;
  readonly fewer: string;
  readonly dateRange: string;
  readonly console: string;
  readonly statement: string;
  readonly examples: string;
  readonly run: string;
  readonly running: string;
  readonly cancel: string;
  readonly rows: (count: number) => string;
  readonly truncated: (count: number) => string;
  readonly noRows: string;
  readonly showOnCanvas: (count: number) => string;
  readonly exportGraph: string;
  readonly exportAs: Readonly<Record<ExportFormat, string>>;
  readonly language: string;
  readonly dark: string;
  readonly light: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fit: string;
  readonly loading: string;
  readonly empty: string;
  readonly emptyHint: string;
  readonly offline: string;
  readonly offlineHint: string;
  readonly failed: string;
  readonly gone: string;
  readonly retry: string;
  readonly canvas: (entities: number, relations: number) => string;
}

const count = (number: number, one: string, many: string) =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`;

const zh: Words = {
  title: '园图',
  subtitle: '开发区新闻知识图谱',
  types: {
    Company: '企业',
    Zone: '园区',
    Project: '项目',
    Official: '官员',
    Executive: '企业高管',
    Organization: '机构',
    Place: '地点',
    Industry: '产业',
    Article: '文章',
  },
  relations: {
    LOCATED_IN: '位于',
    PART_OF: '属于',
    INVESTS_IN: '投资建设',
    SUBSIDIARY_OF: '附属于',
    PARTNERS_WITH: '合作',
    HOLDS_POST: '任职于',
    IN_INDUSTRY: '属于产业',
  },
  headings: {
    LOCATED_IN: { out: '所在地', in: '落户此地' },
    PART_OF: { out: '上级园区', in: '下属园区' },
    INVESTS_IN: { out: '投资项目', in: '投资方' },
    SUBSIDIARY_OF: { out: '母公司', in: '子公司' },
    PARTNERS_WITH: { out: '合作方', in: '合作方' },
    HOLDS_POST: { out: '任职于', in: '任职人员' },
    IN_INDUSTRY: { out: '所属产业', in: '业内主体' },
  },
  properties: {
    investment: '总投资',
    status: '进展',
    title: '职务',
    level: '级别',
    kind: '类型',
    mentions: '提及',
    stories: '报道',
    confidence: '置信度',
    firstSeen: '最早报道',
    lastSeen: '最近报道',
    milestone: '节点',
  },
  values: {
    planned: '拟建',
    signed: '已签约',
    construction: '建设中',
    topped_out: '已封顶',
    operating: '已投产',
    province: '省级',
    city: '地级',
    county: '县级',
  },
  search: '搜索名称、别名、拼音或文章',
  searchHint: '按 / 键搜索',
  noHits: (question) => `没有与“${question}”相符的名称。可以试试简称、拼音或首字母。`,
  moreHits: (shown, total) => `共 ${total} 个结果，显示前 ${shown} 个`,
  alias: '别名',
  pinyin: '拼音',
  relationCount: (number) => `${number} 条关系`,
  entityCount: (number) => `${number} 个实体`,
  articleCount: (number) => `${number} 篇文章`,
  mentionCount: (number) => `提及 ${number} 处`,
  evidenceCount: (number) => `${number} 处依据`,
  legend: '图例与筛选',
  entities: '实体',
  relationTypes: '关系',
  hide: '隐藏',
  show: '显示',
  hidden: (entities, relations) => `已隐藏 ${entities} 个实体、${relations} 条关系`,
  nothingHidden: '全部显示中',
  showAll: '全部显示',
  onlyShown: (number) => `只显示查询得到的 ${number} 个实体`,
  close: '关闭',
  back: '返回',
  aliases: '又称',
  facts: '文中说法',
  mentions: '报道与原文',
  evidence: '原文依据',
  evidenceOf: (name) => `查看与“${name}”关系的依据`,
  profileOf: (name) => `打开“${name}”`,
  confidence: '置信度',
  rule: '规则',
  readInArticle: '在全文中查看',
  unknownDate: '日期不详',
  fromSeeds: '公开名录',
  noEvidence: '这条关系没有附带原文。',
  namesInText: (number) => `文中 ${number} 个实体`,
  reprints: '同一报道的转载',
  moreOf: (number) => `再显示 ${number} 项`,
  fewer: '收起',
  dateRange: '报道时间',
  console: 'Cypher 查询',
  statement: '查询语句（只读）',
  examples: '示例',
  run: '运行',
  running: '正在查询…',
  cancel: '取消',
  rows: (number) => `${number} 行`,
  truncated: (number) => `只取了前 ${number} 行，结果不止这些`,
  noRows: '查询成功，没有符合条件的结果。',
  showOnCanvas: (number) => `在图中显示 ${number} 个实体`,
  exportGraph: '导出整图',
  exportAs: {
    gexf: 'GEXF：Gephi、networkx',
    graphml: 'GraphML：yEd、igraph',
    json: 'JSON：node-link',
    csv: 'CSV：两张表的压缩包',
    xlsx: 'Excel 工作簿',
    cypher: 'Cypher 脚本：Neo4j',
    ttl: 'RDF：Turtle',
  },
  language: 'English',
  dark: '深色',
  light: '浅色',
  zoomIn: '放大',
  zoomOut: '缩小',
  fit: '适合窗口',
  loading: '正在读取图谱…',
  empty: '图谱还是空的',
  emptyHint: '运行 yuantu build 加上文章所在的文件夹，再刷新本页。',
  offline: '连接不上服务器',
  offlineHint: '请确认 yuantu serve 正在运行，然后重试。',
  failed: '读取失败',
  gone: '图谱已更新，这一项不在其中了。',
  retry: '重试',
  canvas: (entities, relations) => `关系图：${entities} 个实体，${relations} 条关系`,
};

const en: Words = {
  title: 'Yuantu',
  subtitle: 'development-zone news as a graph',
  types: {
    Company: 'Company',
    Zone: 'Zone',
    Project: 'Project',
    Official: 'Official',
    Executive: 'Executive',
    Organization: 'Organisation',
    Place: 'Place',
    Industry: 'Industry',
    Article: 'Article',
  },
  relations: {
    LOCATED_IN: 'located in',
    PART_OF: 'part of',
    INVESTS_IN: 'invests in',
    SUBSIDIARY_OF: 'subsidiary of',
    PARTNERS_WITH: 'partners with',
    HOLDS_POST: 'holds post at',
    IN_INDUSTRY: 'in industry',
  },
  headings: {
    LOCATED_IN: { out: 'Located in', in: 'Located here' },
    PART_OF: { out: 'Part of', in: 'Parts' },
    INVESTS_IN: { out: 'Invests in', in: 'Investors' },
    SUBSIDIARY_OF: { out: 'Parent company', in: 'Subsidiaries' },
    PARTNERS_WITH: { out: 'Partners', in: 'Partners' },
    HOLDS_POST: { out: 'Post at', in: 'People' },
    IN_INDUSTRY: { out: 'Industries', in: 'In this industry' },
  },
  properties: {
    investment: 'Investment',
    status: 'Status',
    title: 'Post',
    level: 'Level',
    kind: 'Kind',
    mentions: 'Mentions',
    stories: 'Stories',
    confidence: 'Confidence',
    firstSeen: 'First reported',
    lastSeen: 'Last reported',
    milestone: 'Milestone',
  },
  values: {
    planned: 'Planned',
    signed: 'Signed',
    construction: 'Under construction',
    topped_out: 'Topped out',
    operating: 'Operating',
    province: 'Province',
    city: 'City',
    county: 'County',
  },
  search: 'Search names, aliases, pinyin, articles',
  searchHint: 'Press / to search',
  noHits: (question) => `Nothing is called “${question}”. Try a short form, pinyin or its initials.`,
  moreHits: (shown, total) => `First ${shown} of ${total}`,
  alias: 'alias',
  pinyin: 'pinyin',
  relationCount: (number) => count(number, 'relation', 'relations'),
  entityCount: (number) => count(number, 'entity', 'entities'),
  articleCount: (number) => count(number, 'article', 'articles'),
  mentionCount: (number) => count(number, 'mention', 'mentions'),
  evidenceCount: (number) => count(number, 'source', 'sources'),
  legend: 'Legend and filters',
  entities: 'Entities',
  relationTypes: 'Relations',
  hide: 'Hide',
  show: 'Show',
  hidden: (entities, relations) =>
    `${count(entities, 'entity', 'entities')} and ${count(relations, 'relation', 'relations')} hidden`,
  nothingHidden: 'Everything is shown',
  showAll: 'Show all',
  onlyShown: (number) => `Only the ${count(number, 'entity', 'entities')} of the query`,
  close: 'Close',
  back: 'Back',
  aliases: 'Also called',
  facts: 'What the articles state',
  mentions: 'In the articles',
  evidence: 'Evidence',
  evidenceOf: (name) => `Evidence for the relation with ${name}`,
  profileOf: (name) => `Open ${name}`,
  confidence: 'Confidence',
  rule: 'Rule',
  readInArticle: 'Read in the article',
  unknownDate: 'undated',
  fromSeeds: 'Public list',
  noEvidence: 'No sentence came with this relation.',
  namesInText: (number) => `${count(number, 'entity', 'entities')} in the text`,
  reprints: 'Reprints of the same story',
  moreOf: (number) => `${number} more`,
  fewer: 'Fewer',
  dateRange: 'Reported',
  console: 'Cypher console',
  statement: 'Statement (read-only)',
  examples: 'Examples',
  run: 'Run',
  running: 'Running…',
  cancel: 'Cancel',
  rows: (number) => count(number, 'row', 'rows'),
  truncated: (number) => `Only the first ${number} rows were taken; there are more`,
  noRows: 'The statement ran and matched nothing.',
  showOnCanvas: (number) => `Show ${count(number, 'entity', 'entities')} on the canvas`,
  exportGraph: 'Export the graph',
  exportAs: {
    gexf: 'GEXF: Gephi, networkx',
    graphml: 'GraphML: yEd, igraph',
    json: 'JSON: node-link',
    csv: 'CSV: two tables, zipped',
    xlsx: 'Excel workbook',
    cypher: 'Cypher script: Neo4j',
    ttl: 'RDF: Turtle',
  },
  language: '中文',
  dark: 'Dark',
  light: 'Light',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Fit to window',
  loading: 'Reading the graph…',
  empty: 'The graph is still empty',
  emptyHint: 'Run yuantu build with the folder of your articles, then reload this page.',
  offline: 'The server does not answer',
  offlineHint: 'Check that yuantu serve is running, then try again.',
  failed: 'Reading failed',
  gone: 'The graph has changed, and this is no longer in it.',
  retry: 'Try again',
  canvas: (entities, relations) =>
    `Graph of ${count(entities, 'entity', 'entities')} and ${count(relations, 'relation', 'relations')}`,
};

export const WORDS: Readonly<Record<Locale, Words>> = { zh, en };

/** The words of the language that is switched on. */
export function useWords(): Words {
  return WORDS[useExplorer(({ locale }) => locale)];
}
