import type { Sentence } from '../../model/article.ts';
import type { Measure } from '../../model/indicator.ts';
import type { Span } from '../../model/span.ts';
import type { Reading } from './reading.ts';
import type { Place, Scene, Subject } from './scene.ts';

/** A figure that was told, and whose it was. */
export interface Told extends Span {
  readonly entity: number;
}

/** What a figure is of stands no farther before it in its sentence. */
const FARTHEST = 600;
const OF_AREAS: readonly Measure[] = [
  ...([
    'gdp',
    'valueAdded',
    'fixedInvestment',
    'fiscalRevenue',
    'foreignInvestment',
    'signedInvestment',
  ] as const),
  ...(['signedProjects', 'startedProjects', 'completedProjects', 'projects'] as const),
  ...(['companies', 'largeCompanies', 'highTechCompanies'] as const),
];
const SITED: readonly Measure[] = ['companies', 'largeCompanies', 'highTechCompanies'];
const SITE =
  /(?:园区?|基地|小镇|城|港|(?<!服务|指导|促进|管理|指挥|交流)中心|集群|社区|片区|组团|谷|湾|空间|汇|枢纽|合作社|医院|学校|中学|小学|大学|院区)$/u;
const BUILT_THEN = /(?:建成|投产|达产|投用|投运|运营|完成)(?:达产|投产|达效|运营)?后/u;
const OF_MAKERS: readonly Measure[] = ['output', 'revenue', 'profit', 'tax', 'jobs', 'capacity'];
/** Who finds work in a town or its country is counted by the place. */
const OF_TOWN = /城镇|转移就业|农村劳动力/u;
const SETTLES = /^[^,。;]{0,6}(?:落户|落在|落地于?|入驻|布局在?|进驻)$/u;

function isArea({ type }: Subject): boolean {
  return type === 'Zone' || type === 'Place';
}

function isMaker({ type }: Subject): boolean {
  return type === 'Project' || type === 'Company';
}

function isSite(subject: Subject): boolean {
  return (
    subject.type === 'Zone' || subject.type === 'Project' || subject.forms.some((form) => SITE.test(form))
  );
}

function isProject({ type }: Subject): boolean {
  return type === 'Project';
}

/** Whether a measure is one that a thing can have. */
function fitOf(name: Measure): (subject: Subject) => boolean {
  if (name === 'area') return (subject) => subject.type !== 'Organization' || isSite(subject);
  if (name === 'jobs') return () => true;
  if (!OF_AREAS.includes(name)) return (subject) => subject.type !== 'Organization';
  if (!SITED.includes(name)) return isArea;
  return (subject) => isArea(subject) || subject.forms.some((form) => SITE.test(form));
}

/** Whose a figure is: the entity by index, or nothing. `last` is the figure told before it. */
export function ownerOf(
  scene: Scene,
  reading: Reading,
  sentence: Sentence,
  last: Told | undefined,
): number | undefined {
  const { text, subjects } = scene;
  const { name, end, figure } = reading;
  const start = figure?.start ?? reading.start;
  const isOfTown = name === 'jobs' && OF_TOWN.test(text.slice(reading.start - 4, end));
  const fits = isOfTown ? isArea : fitOf(name);
  const inside = scene.around(reading.figure ?? reading, 'Project');
  if (inside) return inside.subject;
  const attributed = scene.attributed(figure?.end ?? end);
  if (attributed && fits(subjects[attributed.subject] as Subject)) return attributed.subject;
  if (OF_AREAS.includes(name)) {
    const after = scene
      .within({ start: end, end: Math.min(sentence.end, end + 24) })
      .find(
        (place) => isArea(subjects[place.subject] as Subject) && SETTLES.test(text.slice(end, place.start)),
      );
    if (after) return after.subject;
  }
  const from = Math.max(sentence.start, start - FARTHEST);
  const stop = scene.partStart(from, start);
  if (OF_MAKERS.includes(name) && BUILT_THEN.test(text.slice(stop, start))) {
    const maker = scene.topic(stop, start, isMaker) ?? before(scene, sentence, isMaker);
    if (maker) return maker.subject;
  }
  if (name === 'area' || name === 'capacity') {
    const site = scene.topic(stop, start, name === 'area' ? isSite : isProject);
    if (site && !scene.isLedIn(site)) return site.subject;
  }
  const own = scene.topic(stop, start, fits) ?? scene.topic(from, start, fits);
  if (own) return own.subject;
  if (last && start - last.end < 60 && fits(subjects[last.entity] as Subject)) return last.entity;
  const told =
    (name === 'capacity' ? before(scene, sentence, isProject) : undefined) ?? before(scene, sentence, fits);
  if (told) return told.subject;
  return OF_AREAS.includes(name) || name === 'capacity' ? scene.mainArea(sentence.article) : undefined;
}

/** What the sentences just before speak of. */
function before(scene: Scene, sentence: Sentence, fits: (subject: Subject) => boolean): Place | undefined {
  const { sentences } = scene.document;
  const at = scene.sentenceAt(sentence.start);
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    const each = sentences[i] as Sentence;
    if (each.article !== sentence.article) break;
    const found = scene.topic(each.start, Math.min(each.end, each.start + FARTHEST), fits);
    if (found) return found;
  }
  return undefined;
}

const OF_LAND = /^总面积[^平]{0,20}平方公里|国土|幅员|市域|县域|区域|辖区|规划|建成区|行政/u;
const PART =
  /(?:产业|行业|制造业|服务业|农业|民营企业|台资企业|外资企业|国有企业|(?<!规模以上|规上|工业|入驻|园区|内|入园|全部)企业|一般贸易|加工贸易|保税物流|产品|电商|跨境电商|对[^,。;]{1,12}|高技术|旅游|汽车|服务贸易|房地产|消费品)[^,。;、]{0,10}$/u;
/** 出口汽车货值5亿元: of one kind of goods. */
const OF_GOODS = /^出口[^,。;:\d]{1,16}?货值/u;
/** Of a branch of what a firm does, or of all firms of a kind. */
const OF_BRANCH =
  /[^,。;](?:产业|行业|(?<!持续经营|主营)业务|板块|我国|全国|全球)(?:的|链|整体|实现|合计|完成){0,2}$/u;
const MONEY_OF_AREAS: readonly Measure[] = [
  ...([
    'output',
    'valueAdded',
    'revenue',
    'profit',
    'tax',
    'trade',
    'exports',
    'imports',
    'fixedInvestment',
  ] as const),
];

/** Whether a figure is of one industry, product or kind of firm of a zone or place, and not of the whole. */
export function isOfPart(scene: Scene, reading: Reading, subject: Subject, sentence: Span): boolean {
  const { name, start, end, rule } = reading;
  if (name === 'area') return subject.type === 'Place' && !OF_LAND.test(scene.text.slice(start, end));
  if (rule === 'indicator/capacity' || !MONEY_OF_AREAS.includes(name)) return false;
  const from = Math.max(sentence.start, scene.clauseStart(start));
  const own = scene.within({ start: from, end: start }).at(-1);
  const between = scene.text.slice(own ? Math.min(own.end, start) : from, start);
  if (!isArea(subject)) return OF_BRANCH.test(between);
  if (OF_GOODS.test(scene.text.slice(start, end))) return true;
  // 产值80亿元、税收3亿元: what stands before is another figure.
  const rest = between.slice(between.lastIndexOf('、') + 1);
  return PART.test(rest) || (IN_PARTS.includes(name) && !WHOLE.test(rest));
}

const IN_PARTS: readonly Measure[] = ['output', 'revenue', 'profit', 'tax', 'trade', 'exports', 'imports'];
/** What may stand between a zone and the measure of all of it. */
const WHOLE =
  /^(?:规上|规模以上|工业|内|企业|入园|入驻|园区|全部|全区|全市|全县|全省|实现|完成|合计|[“”"]|货物贸易|货物|外贸|贸易|其中|的|地区|当地|自营|商品|今年|去年|全年?|当年?|年度|年|月份?|[\d上下半前个季度一二三四]|累计|预计|力争|有望|确保|目标|将|可|已|就|也|还|总|共|每年|达产后|建成后|投产后|新增|综合|经济|主营业务|[-至到—()"、]){0,30}$/u;
