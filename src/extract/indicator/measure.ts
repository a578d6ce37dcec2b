import { MEASURES, type Measure } from '../../model/indicator.ts';
import type { Span } from '../../model/span.ts';

/** Words that say what a figure measures. */
export interface MeasureWord extends Span {
  readonly name: Measure;
}

const WORDS: Readonly<Partial<Record<Measure, string>>> = {
  gdp: '地区生产总值 国内生产总值 生产总值 GDP 经济总量',
  valueAdded: '工业增加值',
  output: '工业总产值 总产值 总产出 年产值 产值 产业规模 集群规模 经济规模',
  fiscalRevenue:
    '公共预算收入 公共财政收入 地方级收入 财税收入 一般公共预算收入 公共财政预算收入 地方财政收入 财政总收入 财政收入',
  revenue:
    '技工贸总收入 技工贸收入 主营业务收入 主营收入 营业总收入 营业收入 经营总收入 经营收入 应税销售收入 开票销售收入 外销收入 销售收入 销售总额 销售金额 销售额 营业额 年销售 总营收 年营收 营收 总净收入 净收入 总收入 年收入 业务收入 季度收入 收入总额 收入净额 录得收入 应税销售 开票销售 开票 合同销售金额 合同销售 合约销售金额 合约销售 预售金额 认购金额 保费收入',
  profit: '净利润 利润总额 纯利 利润 溢利 净亏损额 净亏损 亏损 净盈利 盈利 赢利 净利 纯收入 净收益',
  tax: '税收收入 税收总额 税收入库 利税 上缴税金 入库税金 税金 税收 纳税总额 纳税额 纳税 创税 缴税',
  fixedInvestment: '工业固定资产投资 工业技改投资 固定资产投资 工业投资 制造业投资 固投',
  trade: '货物贸易进出口 进出口贸易总额 进出口贸易额 进出口 外贸',
  exports: '出口货值 出口规模 出口值 出口',
  imports: '进口货值 进口',
  foreignInvestment:
    '利用外资 使用外资 到位外资 外商直接投资 实到外资 到账外资 实际外资 外资到位 吸收外资 吸引外资 引进外资 FDI',
  signedInvestment:
    '签约投资总额 签约投资额 签约投资 引资总额 签约总金额 签约总投资 签约总额 签约金额 签约资金 签约额 协议总投资额 协议总投资 协议投资额 协议投资 协议总资金 协议资金 协议引资额 协议引资 协议总金额 协议金额 立项投资额 合同引资 合同投资额 引进项目总投资',
};
const MEASURE_OF: ReadonlyMap<string, Measure> = new Map(
  MEASURES.flatMap((name) => (WORDS[name]?.split(' ') ?? []).map((word) => [word, name] as const)),
);
/** The longest first: a word inside a longer one is not looked at. */
const ANY = new RegExp(
  [
    '(?<goods>出口[^,。;:\\d]{1,16}?货值)',
    ...[...MEASURE_OF.keys()].sort((a, b) => b.length - a.length),
    '(?<lost>亏损?了?(?=约?\\d|[一二两三四五六七八九十]))',
    '(?<taken>(?<=公司|集团|企业|股份|实现|年|月|季度|业务的?|[,。;])收入(?=为|达|约|人民币|超|预计|同比|\\d|总额|稳定|从|由)|销售(?=茶叶额|收?入?约?(?:达|为)?\\d)|卖(?:了|出|到)?(?=\\d|[一二两三四五六七八九十]))',
    '(?<won>赚(?:了|到)?(?=\\d|[一二两三四五六七八九十]))',
  ].join('|'),
  'gu',
);

/** The words in a stretch of text that say what is measured, in text order. */
export function findMeasureWords(text: string, { start, end }: Span): MeasureWord[] {
  return [...text.slice(start, end).matchAll(ANY)].flatMap((match): MeasureWord[] => {
    const { goods, taken, lost, won } = match.groups ?? {};
    const name = goods ? 'exports' : taken ? 'revenue' : lost || won ? 'profit' : MEASURE_OF.get(match[0]);
    const at = start + match.index;
    return name === undefined ? [] : [{ name, start: at, end: at + match[0].length }];
  });
}

/** What is lost is a profit below nothing. */
export const LOSS = /亏损?[额了]?$/u;

/** Words that may stand between a measure and its sum, in any order. */
const BETWEEN = [
  '总额|到位额|总量|总值|总|金额|额|值|规模|数额|额度|收入|\\([^()]{0,24}\\)|人民币|的|了|:',
  '已经|已|累计|首次|合计|共计|共|将|可以|可|就|也|均|都|预计|有望|力争|双双|分别|当年|全年|年|月|目标|增速|一度|一举|才|刚|仍|却|则|还|再|同样|其实|首|仅',
  '实现|完成|形成|创|稳定在?|保持在|翻|跃升|上升|攀升|上涨|提升|增长|增加|增|升|提高|恢复|扩大|高|收窄|下调|上调|调整|重回|录得|介于|下滑|下降',
  '跨越|达成|达到|达|为|是|有|约为|到|至|在|过|破|冲破|突破|超过|超|逾|近|接近|约|大约|不低于|不少于|不超过|不到|不足|历史性地?',
  '(?:20\\d\\d年|今年|去年|上年|上半年|前[二三]季度|第?[一二三四]季度)度?(?:同期)?',
].join('|');
/** What a money figure may have between it and its measure: no mark and no word that names another thing. */
export const GAP = new RegExp(`^\\)?(?:从|由)?(?:${BETWEEN}){0,7}$`, 'u');
/** What may stand between a sum and a further one of its measure: 产值80亿元,今年力争突破100亿元. */
export const GOES_ON = new RegExp(
  `^(?:以上|左右)?(?:人民币)?[,、]?(?:并|而|且|到|至|力争到)?(?:(?:${BETWEEN}|明年|20\\d\\d年底?|年底前?|[到至]|力争|计划|确保|后年|建成后|达产后|全部达产后|届时|底|末){1,7})$`,
  'u',
);

/** What may stand between a figure and the measure behind it: 160亿元产值, 5亿元的年销售收入. */
export const BEHIND =
  /^(?:以上|左右)?(?:人民币)?的?(?:年|新增|年度|经济)?(地区生产总值|GDP|进出口额|进出口|工业总产值|总产值|产值|税收|利税|纳税|归母净利润|营业收入|销售收入|销售额|开票|营收|利润|净利润|外资)/u;

/** A sum of the projects that were counted just before it. */
export const TOTAL =
  /(?:计划|预计|合计|协议|签约|立项|项目)?(?:总投资|投资总额|投资|总金额|总额|(?<!融资)金额|(?<!融)资金|引资)(?:总?额|规模|合计)?(?:约为|约|达到?|为|超过?|近|共计?|:|合计|突破|逾|高达|不低于|人民币){0,3}$/u;

const WHAT = {
  large: /规上|规模以上|四上|入库[^,。;]{0,6}企业/u,
  high: /高新技术(?!产业)|高企|专精特新|小巨人/u,
};

/** What a number of firms is a number of. */
export function companyMeasure(words: string): Measure {
  if (WHAT.high.test(words)) return 'highTechCompanies';
  return WHAT.large.test(words) ? 'largeCompanies' : 'companies';
}

const STAGES: readonly (readonly [Measure, RegExp])[] = [
  ['signedProjects', /签约|签订|签署|签下|新签|连签|签|引进|引入|招引|招商|落户|落地|落定|落子|落笔|承接/gu],
  ['startedProjects', /开工|开复工|动工|奠基|破土|开建|动土/gu],
  ['completedProjects', /竣工|投产|完工|建成|投用|达产|试产|投运/gu],
  [
    'projects',
    /在建|重点|重大|储备|在谈|实施|推进|谋划|纳入|列入|在库|续建|梳理|入库|支撑|省大中型|建设|改造|扩建|涉及|推出|安排|施工|前期/gu,
  ],
];

/** What stage a number of projects has reached: by the nearest word, those just behind it first. */
export function projectMeasure(before: string, inside: string, after: string): Measure | undefined {
  for (const [name, words] of STAGES.slice(0, 3)) if (matches(words, after)) return name;
  let [best, at]: [Measure | undefined, number] = [undefined, -1];
  for (const [name, words] of STAGES.slice(0, 3))
    for (const { index } of inside.matchAll(words)) if (index > at) [best, at] = [name, index];
  if (best) return best;
  for (const [name, words] of STAGES)
    for (const { index } of before.matchAll(words)) if (index > at) [best, at] = [name, index];
  const own = matches(STAGES[3]?.[1] as RegExp, `${inside}${after}`);
  return best ?? (own ? 'projects' : undefined);
}

function matches(words: RegExp, text: string): boolean {
  return text.search(words) >= 0;
}
