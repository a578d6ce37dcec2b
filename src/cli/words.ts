import type { Language } from '../config/settings.ts';
import type { ValueRange } from '../contract/entity.ts';
import type { Progress } from '../model/progress.ts';
import { NODES, PROPERTIES, RELATIONSHIPS } from '../model/schema.ts';
import { toChinese } from '../words/chinese.ts';

/** How one language says a thing. */
type Pair = readonly [en: string, zh: string];

const PHRASES = {
  program: [
    'Chinese development-zone news in, a graph of companies, zones, projects and officials out',
    '把开发区新闻变成企业、园区、项目、官员的关系图谱',
  ],
  build: ['mirror files and folders into the store', '将文件和文件夹同步到图库'],
  fetch: [
    'fetch pages, and what feeds tell of, into a folder: politely, and again only what changed',
    '把网页和订阅源的文章取到文件夹：守规矩，再次运行只取有变的',
  ],
  optionInto: ['folder for the pages and their articles.csv', '存放网页及其 articles.csv 的文件夹'],
  optionDelay: [
    'seconds between two requests to a site (default: 2)',
    '对同一网站两次请求的间隔秒数（默认：2）',
  ],
  optionPrivate: ['allow addresses of this machine and its network', '允许访问本机和内网地址'],
  newPage: ['new', '新增'],
  changedPage: ['changed', '变更'],
  feedPage: ['feed', '订阅源'],
  remove: ['take articles or a whole source back', '撤回文章或整个来源'],
  extract: [
    'write what each document says, as JSON; - reads and writes JSON Lines',
    '输出每篇文档的抽取结果（JSON）；- 表示读写 JSON Lines',
  ],
  names: [
    'results of extract - → the names in them, with the forms by which they meet others, for an engine that spreads them',
    '抽取结果 → 其中的名称及可与他处相合的形式，供分布式引擎使用',
  ],
  resolve: [
    'names that forms tie together → the things that they are, as in a build by one process',
    '由形式相连的名称 → 它们所指的实体，与单进程构建相同',
  ],
  relate: [
    'results with the things that their names are → the records of the graph',
    '抽取结果及其名称所指的实体 → 图谱的记录',
  ],
  optionPipe: ['JSON Lines from standard input', '标准输入的 JSON Lines'],
  optionReadAsJudged: [
    'with -: leave articles of this source away that people took back, and read others with what they corrected, as a build does',
    '与 - 同用：略去此来源中被撤回的文章，其余按人工更正读取，与构建相同',
  ],
  optionKinds: [
    'names of these kinds, of documents that names gave before',
    '取这些类别的名称，输入为先前 names 给出的文档',
  ],
  optionZones: [
    'which zone lies in what, of documents with their zones',
    '取园区的上下级，输入为带园区的文档',
  ],
  optionColumns: ['the columns of the tables that records make', '取记录所成各表的列'],
  optionRows: ['records as rows of tables for neo4j-admin and CSV', '把记录写成 neo4j-admin 与 CSV 的行'],
  query: ['ask the graph in Cypher', '用 Cypher 查询图谱'],
  export: ['write the graph to a file', '把图谱导出为文件'],
  import: ['read a graph back: .jsonl .gexf .graphml', '读回图谱文件：.jsonl .gexf .graphml'],
  serve: ['serve the API and the explorer', '启动接口与浏览器端图谱'],
  start: ['build the sample articles unless that is done, then serve', '构建示例文章（若尚未构建）并启动'],
  eval: ['score the extractor against labelled articles', '用标注文章评估抽取效果'],
  examples: [
    'write annotated articles as training examples, as JSON Lines',
    '把标注文章输出为训练样本（JSON Lines）',
  ],
  review: ['judge the doubtful pairs one after the other, with the evidence', '逐对审核存疑的名称，附依据'],
  judge: [
    'record a judgement: same, different, unsure, right, wrong, add, article, undo; list shows them',
    '记录判断：same、different、unsure、right、wrong、add、article、undo；list 列出全部',
  ],
  diff: [
    'what the last build changed, or a build of PATHs would change',
    '上次构建的变化，或构建某路径将带来的变化',
  ],
  digest: [
    'what is new since a date, each with its sentence: articles, things, relations, changed values',
    '某日以来的新内容，逐条附原句：文章、实体、关系、变化的数值',
  ],
  cite: [
    'what facts, relations, things and articles rest on, as citations; - reads ids',
    '把事实、关系、实体或文章的依据写成引用；- 表示从标准输入读编号',
  ],
  dump: ['write the whole graph as JSON Lines', '把整个图谱写成 JSON Lines'],
  restore: ['make the store hold what a dump holds', '用转储文件恢复图库'],
  optionStore: ['grafeo:PATH or neo4j://HOST:PORT', 'grafeo:路径 或 neo4j://主机:端口'],
  optionDatabase: ['database of a Neo4j server', 'Neo4j 数据库名'],
  optionLexicon: ['CSV of names to watch: name,type,aliases', '关注名单 CSV：name,type,aliases'],
  optionJudgements: ['file of judgements (default: beside the store)', '判断记录文件（默认在图库旁）'],
  optionPairs: ['print the pairs and ask nothing', '只列出，不提问'],
  help: ['display help for command', '显示命令的帮助'],
  version: ['output the version number', '显示版本号'],
  choices: ['choices', '可选'],
  byDefault: ['default', '默认'],
  optionMost: ['at most so many', '至多多少条'],
  optionBy: ['who judges (default: the user of this machine)', '判断者（默认为本机用户）'],
  optionWhy: ['why', '理由'],
  optionType: ['the right type of a thing of the wrong type', '正确的类型'],
  optionRelation: ['the relation between the two that is wrong or missing', '两者之间错误或缺少的关系'],
  optionFact: [
    'the fact that is wrong: investment, status, title',
    '错误的数值名：investment、status、title',
  ],
  optionValue: ['its wrong value', '错误的值'],
  optionRight: ['what is right instead', '正确的内容'],
  optionRightFrom: ['what the relation leads from instead', '关系正确的起点'],
  optionRightTo: ['what the relation leads to instead', '关系正确的终点'],
  optionQuoted: ['the article that tells an added relation', '写明所补关系的文章'],
  optionQuote: ['the words that tell it, as they stand there', '其中写明这一关系的原文'],
  optionProperty: [
    'what of an article is put right; without it the article is taken back',
    '更正文章的哪一项；不写则撤下这篇文章',
  ],
  optionLang: ['language of messages: en or zh', '提示语言：en 或 zh'],
  optionSource: ['name of the source (default: base name of the path)', '来源名（默认为路径末段）'],
  optionRemoveSource: ['the source to take back', '要撤回的来源'],
  optionOut: ['folder to write to', '输出文件夹'],
  optionWorkers: [
    'articles read at once (default: one for each core when there are many)',
    '同时处理的文章数（默认：文章多时每核一个）',
  ],
  optionWatch: ['go on, and build again whenever something there changes', '持续运行，内容有变就再次构建'],
  watching: ['waiting for changes; press Ctrl-C to stop', '等待变化，按 Ctrl-C 停止'],
  optionExplain: ['tell why each name and relation was taken or refused', '解释每个实体与关系为何采纳或舍弃'],
  optionExplainAll: ['explain the most unlikely candidates too', '连最不可能的候选也一并解释'],
  optionFormat: ['format', '格式'],
  optionParameter: ['parameter NAME=JSON; may be repeated', '参数 名=JSON，可多次给出'],
  optionFile: ['file with statements; - is standard input', '含查询语句的文件；- 表示标准输入'],
  optionOutFile: [
    'file to write: rows as .csv .json .jsonl .txt, else the graph of what is returned, as .gexf .graphml …',
    '输出文件：.csv .json .jsonl .txt 为行，.gexf .graphml 等为结果子图',
  ],
  optionSince: ['a date: 2024, 2024-05 or 2024-05-28', '日期：2024、2024-05 或 2024-05-28'],
  optionSpan: ['a stretch of an article: 300-360', '文章中的一段：300-360'],
  optionAbout: ['only what is about these: names, aliases or ids', '只看这些对象：名称、别名或编号'],
  optionMark: [
    'begin CSV with the mark that Excel knows UTF-8 by (default: in files, not in pipes)',
    'CSV 开头加上 Excel 识别 UTF-8 的标记（默认：写文件时加，管道中不加）',
  ],
  optionNoMark: ['CSV without that mark', 'CSV 不加该标记'],
  optionLimit: ['most rows', '最多行数'],
  optionWrite: ['allow the statement to write', '允许写入'],
  optionAll: ['articles and facts too', '同时导出文章与事实'],
  optionJudged: [
    'the articles of the store that people judged something in, as the judgements have put them right',
    '库中被人判断过的文章，按判断更正后输出',
  ],
  optionCertainty: ['leave out what is less sure', '不含更不确定的内容'],
  optionExportQuery: ['export what a read-only statement returns', '只导出查询语句返回的部分'],
  optionIds: [
    'export what a file lists: an id a line; - is standard input',
    '只导出文件所列 id（每行一个，- 为标准输入）',
  ],
  optionNoText: ['leave quotes and article texts out', '不含引文与正文'],
  optionReplace: ['put it in the place of what the store holds', '取代图库现有内容'],
  optionPort: ['port (default: 7676, or the next free one)', '端口（默认 7676，占用则顺延）'],
  optionHost: ['address to listen on', '监听地址'],
  optionText: ['folder of texts', '正文文件夹'],
  optionGold: ['folder of labelled documents', '标注文件夹'],
  optionJson: ['print JSON', '输出 JSON'],
  optionList: ['print every miss and every false one', '列出每个遗漏与误报'],
  optionDerived: ['keep positions and measures, which equality leaves out', '保留位置与度量'],
  contradiction: ['judgements contradict each other, the newer stands', '判断互相矛盾，以较新者为准'],
  overruled: [
    'a "same" gives way to a "different", for articles give what they name further names in common',
    '“同一”让位于“不同”：文章为所涉名称另给出了共同的名称',
  ],
  nothingNew: ['Nothing is new.', '没有新内容。'],
  'new-article': ['Articles', '文章'],
  'new-thing': ['Named for the first time', '首次出现'],
  'new-relation': ['New relations', '新关系'],
  'new-fact': ['New and changed values', '新的与变化的数值'],
  noDoubts: ['no pair is in doubt', '没有存疑的名称'],
  areOne: ['taken for one', '已视为同一'],
  areTwo: ['taken for two', '已视为不同'],
  askPair: [
    '[s]ame, [d]ifferent, [u]nsure, Enter to pass over, [b]ack, [q]uit:',
    '[s]同一 [d]不同 [u]不确定 回车跳过 [b]返回 [q]结束：',
  ],
  askWhy: ['why (may be left empty):', '理由（可留空）：'],
  unchanged: ['nothing changed', '没有变化'],
  rejected: ['set aside', '已搁置'],
  keptApart: ['another result has that name, so this one goes', '已有同名结果，此文另存'],
  noted: ['read, with what was mended', '已读取，有所修补'],
  hiddenEntries: ['passed over, hidden', '已略过（隐藏）'],
  linkEntries: [
    'passed over, links out of the folder or to another one',
    '已略过（指向文件夹之外或另一文件夹的链接）',
  ],
  deviceEntries: ['passed over, pipes and devices', '已略过（管道与设备）'],
  pageEntries: ['passed over, saved beside a page', '已略过（网页附带的文件夹）'],
  kindEntries: ['passed over, of a kind that is not read', '已略过（不读取的文件类型）'],
  nodeColumn: ['left out, a column of nodes without a plain name', '已略过（名称不规范的节点列）'],
  relationshipColumn: ['left out, a column of relationships that is not ours', '已略过（非本程序的关系列）'],
  stopped: ['stopped; the store is as it was', '已中止，图库保持原样'],
  unlikely: ['too unlikely', '可能性太低'],
  vague: ['a more specific one is taken', '已采纳更具体的一条'],
  lostTo: ['lost to', '让位于'],
  lost: ['lost to another', '让位于另一个'],
  brackets: ['half of its brackets stand outside', '括号不成对'],
  unsure: ['no name of it is sure enough', '没有足够可靠的名称'],
  alone: ['nothing is in it', '没有主体属于它'],
  mustPass: ['must pass', '须超过'],
  orElse: ['or else', '其次'],
  cutInto: ['words', '分词'],
  listed: ['lists', '词表'],
  entities: ['entities', '实体'],
  relations: ['relations', '关系'],
  ownArticles: ['the store has articles of its own: the samples stay out', '库中已有自己的文章，不加入示例'],
  roomMade: [
    'the samples made room for your articles; yuantu start has them again in a store without any',
    '示例文章已为你的文章让位；在没有文章的库里，yuantu start 会再读入示例',
  ],
  keptTorn: [
    'what the last build kept is not as it was written: the whole store is read',
    '上次构建保留的数据已不是写入时的样子：改为读取整个图库',
  ],
  upToDate: ['the sample articles are in the store already', '示例文章已在图库中'],
  noExplorer: ['the explorer is not built; run npm run build', '浏览器端尚未构建，请运行 npm run build'],
  stop: ['press Ctrl-C to stop', '按 Ctrl-C 停止'],
  needsWhat: ['give articles or --source', '请给出文章或 --source'],
  shell: [
    'End a statement with ; or an empty line. Tab completes, :help lists commands, Ctrl-D leaves.',
    '语句以 ; 或空行结束；Tab 补全，:help 列出命令，Ctrl-D 退出。',
  ],
  shellHelp: [
    [
      ':examples        questions to start from',
      ':example N       ask the Nth',
      ':param NAME JSON set a parameter; :params lists them',
      ':format FORMAT   table, csv, json or jsonl',
      ':clear           forget the statement begun',
      ':exit            leave',
    ].join('\n'),
    [
      ':examples        示例问题',
      ':example N       提出第 N 个',
      ':param 名 JSON   设参数；:params 列出',
      ':format 格式     table、csv、json 或 jsonl',
      ':clear           放弃未完的语句',
      ':exit            退出',
    ].join('\n'),
  ],
  noCommand: ['no such command; :help lists them', '没有这个命令，:help 可列出'],
  noExample: ['no such example; :examples lists them', '没有这个示例，:examples 可列出'],
  cancelled: ['given up', '已取消'],
  rule: ['rule', '规则'],
  comma: [', ', '、'],
  needsStatement: ['give a statement, or pipe one in', '请给出查询语句，或从标准输入传入'],
} as const satisfies Readonly<Record<string, Pair>>;

const STEPS: Readonly<Record<Progress['step'], Pair>> = {
  read: ['reading', '读取'],
  extract: ['extracting', '抽取'],
  resolve: ['resolving', '归并'],
  graph: ['drawing', '成图'],
  write: ['writing', '写入'],
};

/** In Chinese as people say it, in English as Cypher does. */
const TYPES = new Map(
  Object.entries({ ...NODES, ...RELATIONSHIPS }).map(([type, { zh }]): [string, Pair] => [type, [type, zh]]),
);

/** What the command says, in one language. */
export interface Words {
  readonly language: Language;
  say(phrase: keyof typeof PHRASES): string;
  /** A message that the program has in English, as an error or a reason. */
  told(message: string): string;
  /** What something is, how many where they are counted, and which. */
  labelled(phrase: keyof typeof PHRASES, text: string, count?: number): string;
  step(step: Progress['step']): string;
  type(type: string): string;
  articles(counts: { added: number; changed: number; removed: number; unchanged: number }): string;
  /** What became of the files of a build. */
  files(counts: { read: number; passedOver: number; setAside: number }): string;
  /** How far articles are apart on a value. */
  spread(range: ValueRange): string;
  /** What a property or a fact is called; one without a name goes by its own. */
  property(name: string): string;
  /** The title of what is new. */
  digest(since: string, until: string): string;
  /** How many articles cannot be placed. */
  undated(count: number): string;
  address(address: string): string;
  portTaken(port: number): string;
  /** What became of the addresses of a fetch. */
  pages(counts: { new: number; changed: number; unchanged: number; failed: number }): string;
  /** How many rows a table shows, of how many where that is known, and whether there are more. */
  rows(shown: number, total: number | undefined, isMore: boolean): string;
}

export function wordsOf(language: Language): Words {
  const pick = (pair: Pair): string => pair[language === 'zh' ? 1 : 0];
  return {
    language,
    say: (phrase) => pick(PHRASES[phrase]),
    told: (message) => (language === 'zh' ? toChinese(message) : message),
    labelled: (phrase, text, count) =>
      `${pick(PHRASES[phrase])}${count === undefined ? '' : ` ${count}`}${pick([': ', '：'])}${text}`,
    step: (step) => pick(STEPS[step]),
    type: (type) => pick(TYPES.get(type) ?? [type, type]),
    articles: ({ added, changed, removed, unchanged }) =>
      pick([
        `documents: ${added} new, ${changed} changed, ${removed} removed, ${unchanged} unchanged`,
        `文档：新增 ${added}，变更 ${changed}，移除 ${removed}，未变 ${unchanged}`,
      ]),
    files: ({ read, passedOver, setAside }) =>
      pick([
        `files: ${read} read, ${passedOver} passed over, ${setAside} set aside`,
        `文件：读取 ${read}，略过 ${passedOver}，搁置 ${setAside}`,
      ]),
    spread: ({ name, lowest, highest, values, articles }) =>
      pick([
        `${name} from ${lowest} to ${highest}: ${values} values in ${articles} articles, the newest is shown`,
        `${name} 从 ${lowest} 到 ${highest}：${articles} 篇文章有 ${values} 个值，显示最新的`,
      ]),
    property: (name) => PROPERTIES[name]?.[language] ?? name,
    digest: (since, until) => pick([`What is new, ${since} to ${until}`, `新内容：${since} 至 ${until}`]),
    undated: (count) =>
      pick([
        `${count} ${count === 1 ? 'article has' : 'articles have'} no date and cannot be placed.`,
        `${count} 篇文章没有日期，无法归入。`,
      ]),
    address: (address) => pick([`Yuantu is at ${address}`, `园图已启动：${address}`]),
    rows: (shown, total, isMore) => {
      const of = total === undefined ? '' : ` of ${total}`;
      const more = isMore ? ', and there are more' : '';
      return pick([
        `${shown}${of} ${`${shown}${of}` === '1' ? 'row' : 'rows'}${more}`,
        `${total === undefined ? '' : `共 ${total} 行，`}${total === undefined ? '' : '显示 '}${shown} 行${isMore ? '，结果不止这些' : ''}`,
      ]);
    },
    pages: ({ new: added, changed, unchanged, failed }) =>
      pick([
        `pages: ${added} new, ${changed} changed, ${unchanged} unchanged, ${failed} set aside`,
        `网页：新增 ${added}，变更 ${changed}，未变 ${unchanged}，搁置 ${failed}`,
      ]),
    portTaken: (port) => pick([`port ${port} is taken`, `端口 ${port} 已被占用`]),
  };
}
