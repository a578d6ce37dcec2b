import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Mention } from '../../model/mention.ts';
import { contains } from '../../model/span.ts';
import { SpanIndex } from '../../model/span-index.ts';
import { LONGEST_PHASE, PHASE } from '../../names/phase.ts';
import { NAMED_PROJECT, WORKS } from '../../names/project-head.ts';
import { isBrand } from './brand.ts';
import { partOf } from './company-start.ts';
import { findLists } from './list.ts';
import { findNameStart } from './name-start.ts';
import type { TextView } from './text-view.ts';

const TRIGGER =
  /开工|动工|奠基|启动|在建|建设|新建|兴建|扩建|续建|投建|打造|建成|竣工|完工|投产|试产|投用|投入使用|投运|封顶|落成|落户|落地|签约|引进|引入|总投资|投资|验收|改造|开园|揭牌|选址|规划|推进|下线|达产|摘牌|拿地/u;
const COUNTED =
  /[\d一二两三四五六七八九十百千多数几各每该此本这那等首](?:余|多)?(?:个|项|批|大|类|种|座|条|家|所|宗|笔)?$/u;

/** Find projects: what ends in 项目 or 工程 and picks out one thing; works and plants where the clause tells of their building. */
export function recogniseProjects(
  view: TextView,
  knowledge: Knowledge,
  taken: readonly Mention[],
  barriers: ReadonlySet<number>,
): Mention[] {
  const named: Mention[] = [];
  for (const match of view.text.matchAll(NAMED_PROJECT)) {
    const mention = toProject(
      view,
      knowledge,
      match.index,
      match.index + match[0].length,
      'project/named',
      barriers,
    );
    if (mention) named.push(mention);
  }
  const works: Mention[] = [];
  const [names, others] = [new SpanIndex(named), new SpanIndex(taken)];
  for (const match of view.text.matchAll(WORKS)) {
    const end = match.index + match[0].length;
    if (names.touching(match.index, end).some((m) => contains(m, { start: match.index, end }))) continue;
    if (
      /^(?:项目|工程|建设项目|[\p{Script=Han}]{0,4}(?:园|中心|基地)区?)/u.test(view.text.slice(end, end + 4))
    )
      continue;
    const clause = view.clauseAt(match.index);
    if (
      !TRIGGER.test(view.text.slice(Math.max(0, clause.start - 20), Math.min(view.text.length, clause.end)))
    )
      continue;
    const mention = toProject(view, knowledge, match.index, end, 'project/works', barriers);
    if (
      mention &&
      !others
        .touching(mention.start, mention.end)
        .some((m) => m.type !== 'Place' && m.type !== 'Company' && contains(m, mention))
    )
      works.push(mention);
  }
  return [...named, ...works, ...fromLists(view, knowledge, [...named, ...works], barriers)];
}

function toProject(
  view: TextView,
  knowledge: Knowledge,
  headStart: number,
  end: number,
  rule: string,
  barriers: ReadonlySet<number>,
): Mention | undefined {
  const first = findNameStart(view, view.tokenAt(headStart), knowledge, {
    verbs: true,
    numbers: true,
    barriers,
  });
  let start = Math.min(view.tokens[first]?.start ?? headStart, headStart);
  start = trimVerbs(view, start, headStart, knowledge);
  const core = view.text.slice(start, headStart);
  if (
    core.length < 2 ||
    COUNTED.test(view.text.slice(Math.max(0, start - 4), start)) ||
    /^[\d.]|[\d一二三四五六七八九十](?:个|项|批)/u.test(core)
  )
    return undefined;
  const weight = specificity(view, start, headStart, knowledge);
  if (weight < (rule === 'project/works' ? 2 : 1)) return undefined;
  if (weight === 1 && !hasBacking(view, start, end)) return undefined;
  return {
    start,
    end,
    type: 'Project',
    form: view.text.slice(start, end),
    rule,
    confidence: weight >= 2 ? 0.85 : 0.7,
  };
}

/** What governs the name (建设, 投资…, any verb in front) is no part of it; nor is anything up to the last 投资. */
function trimVerbs(view: TextView, start: number, headStart: number, knowledge: Knowledge): number {
  let at = start;
  const invests = view.text.lastIndexOf('投资', headStart - 2);
  if (invests >= start && !/^投资(?:基金|公司|集团|管理)/u.test(view.text.slice(invests))) at = invests + 2;
  for (let i = view.tokenAt(at); i < view.tokens.length; i++) {
    const token = view.tokens[i];
    if (!token || token.start >= headStart) break;
    const { text, pos } = token;
    const verb =
      /^(?:建设|兴建|实施|开发|运营|生产|经营|发展|追加|增资|投建|创新|服务|合作|利用|管理|加工)$/u.test(
        text,
      ) ||
      (/^(?:v|vd|vq|d|ad|p|c|m|q|f|i|l)$/u.test(pos) &&
        !/^(?:年产|一汽|三一)/u.test(text) &&
        (text.length > 1 || pos !== 'v'));
    if (!verb && !knowledge.descriptors.has(text)) break;
    at = token.end;
  }
  return at;
}

/** 0 generic only · 1 ordinary words that say what it makes · 2 a builder, a place, a capacity or four and more telling units. */
function specificity(view: TextView, start: number, end: number, knowledge: Knowledge): number {
  let telling = 0;
  let proper = false;
  for (let i = view.tokenAt(start); i < view.tokens.length; i++) {
    const token = view.tokens[i];
    if (!token || token.start >= end) break;
    if (knowledge.places.has(token.text)) proper = true;
    else if (!knowledge.generic.has(token.text) && !knowledge.descriptors.has(token.text))
      telling += token.text.length;
  }
  if (telling === 0 && !proper) return 0;
  if (proper && telling >= 2) return 2;
  if (isBrand(view, start, end, knowledge) || telling >= 6) return 2;
  return telling >= 2 ? 1 : 0;
}

/** Whether the clause gives a sum or a builder, so that ordinary words (储能项目) pick out one project. */
function hasBacking(view: TextView, start: number, end: number): boolean {
  const clause = view.clauseAt(start);
  const before = view.text.slice(clause.start, start);
  const after = view.text.slice(end, clause.end);
  return (
    /亿元|万元|美元|欧元|投资的?$|追加/u.test(before) ||
    /^(?:总投资|投资|签约|开工|启动|落户|落地|投产)/u.test(after)
  );
}

function fromLists(
  view: TextView,
  knowledge: Knowledge,
  found: readonly Mention[],
  barriers: ReadonlySet<number>,
): Mention[] {
  const seen = new SpanIndex(found);
  return findLists(view, knowledge, barriers)
    .filter((list) => list.kind === 'project')
    .flatMap((list) =>
      list.items
        .filter(({ start, end }) => seen.touching(start, end).length === 0)
        .filter(({ start, end }) => isProjectItem(view, start, end, knowledge))
        .map(
          ({ start, end }): Mention => ({
            start,
            end,
            type: 'Project',
            form: view.text.slice(start, end),
            rule: 'project/list',
            confidence: 0.75,
          }),
        ),
    );
}

const ITEM_END = new RegExp(
  `(?:基地|中心|节点|生产线|总部|园|厂|厂房|学校|医院|大道|路|桥|城|港|湖|小镇|平台|扩建|改造|${PHASE}|提升|住房|建设|视觉|公园|广场)$`,
  'u',
);

function isProjectItem(view: TextView, start: number, end: number, knowledge: Knowledge): boolean {
  const form = view.text.slice(start, end);
  return form.length >= 3 && ITEM_END.test(form) && specificity(view, start, end, knowledge) >= 1;
}

const NO_PRODUCT =
  /^(?:大道|路|公园|广场|学校|中学|小学|高级中学|医院|安置房|社区|小区|村|镇|街|湖|山|河|大桥|桥|隧道|水库|新城|片区|快速路|高速|铁路|机场|港|码头|项目|工程|新区|园区|开发区)/u;

/** The builder that heads a project's name, if what is left is a project phrase by itself: 晨星 in 晨星电池精密结构件项目. */
export function findBuilders(view: TextView, knowledge: Knowledge, projects: readonly Mention[]): Mention[] {
  return projects.flatMap(({ start, end }): Mention[] => {
    const i = view.tokenAt(start);
    const first = view.tokens[i];
    if (!first || first.start !== start) return [];
    let brand = knowledge.places.has(first.text) ? i + 1 : i;
    let to = brand;
    const isPart = (k: number): boolean => {
      const token = view.tokens[k];
      return token !== undefined && token.end <= end && partOf(token, knowledge) === 'brand';
    };
    if (!isPart(to)) return [];
    if ((view.tokens[to]?.text.length ?? 0) > 1) to++;
    else while (isPart(to) && view.tokens[to]?.text.length === 1 && to - brand < 4) to++;
    brand = to - 1;
    const stop = view.tokens[brand]?.end ?? start;
    const form = view.text.slice(start, stop);
    if (form.length < 2 || form.length > 8 || end - stop < 3 || /[路道镇村河湖山港湾城园街桥区]$/u.test(form))
      return [];
    if (
      NO_PRODUCT.test(view.text.slice(stop, end)) ||
      knowledge.generic.has(form) ||
      knowledge.zones.has(form)
    )
      return [];
    return [{ start, end: stop, type: 'Company', form, rule: 'company/builder', confidence: 0.72 }];
  });
}

const PROGRESS = new RegExp(
  `^(?:${PHASE}|厂房|主体|开工|封顶|正式投产|投产|奠基|项目|建设项目|开园|扩容)`,
  'u',
);
const PHASE_BEHIND = new RegExp(`^${PHASE}`, 'u');
const WITH_SUM = /[\d.][万亿]{1,4}元的$/u;

/** Parks that are projects: with a sum of their own, a builder at their head, or the progress of their building. */
export function parksToProjects(
  view: TextView,
  zones: readonly Mention[],
  companies: readonly Mention[],
): Mention[] {
  const names = new Set(companies.map((m) => m.form).filter((form) => form.length > 1));
  return zones.map((zone) => {
    if (!/(?:园|园区|城|基地)$/u.test(zone.form) || zone.rule === 'zone/list') return zone;
    const phase = PHASE_BEHIND.exec(view.text.slice(zone.end, zone.end + LONGEST_PHASE))?.[0] ?? '';
    const own =
      PROGRESS.test(view.text.slice(zone.end, zone.end + LONGEST_PHASE)) ||
      WITH_SUM.test(view.text.slice(Math.max(0, zone.start - 14), zone.start)) ||
      headsOf(zone.form).some((head) => names.has(head));
    if (!own) return zone;
    const end = zone.end + phase.length;
    return { ...zone, end, type: 'Project', form: zone.form + phase, rule: 'project/park' };
  });
}

/** What a form begins with, the whole of it too. */
function headsOf(form: string): string[] {
  return Array.from({ length: form.length }, (_, i) => form.slice(0, i + 1));
}
