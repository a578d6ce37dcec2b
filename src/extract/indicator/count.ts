import type { Figure } from './figure.ts';
import { companyMeasure, projectMeasure } from './measure.ts';
import type { Reading } from './reading.ts';

const FIRMS_AFTER =
  /^(?:以上|左右)?([^,。;、:0-9]{0,24}?(?:企业|市场主体|经营主体|公司|机构|央企|钛企|国企|外企|商户|厂商))(?!家)/u;
const FIRMS_BEFORE =
  /((?:[^,。;、:0-9]|、){0,14}(?:企业|市场主体|经营主体|公司|机构|央企|地方国企|小巨人"?|规上))(?:数量|总数|总量|数|户数)?(?:已经|已|累计|共计|共有|共|总数|发展到|增至|增加到|达到|达|有|超过|超|突破|约|近|逾|为|至|到|不少于|不低于|新增|:|首次){0,4}$/u;
/** What firms come for or choose, and not where they are. */
const PASSING = /^[^,。;]{0,4}(?:报名|参赛|参展|参会|参加|集中展示|选择|享受|申报|申请|获)/u;
const NOT_FIRMS =
  /服务(?!机构|业)|来自|核准|审批|上榜|亿元|美元|万元|接入|日均|联盟|正常生产|(?:与|为|向|对)$|^、|参展|参会|参加|组织|走访|帮扶|惠及|调研|对接|培训|指导|前往|百亿|千亿|十亿|级企业|上市公司|上市企业|子公司|参股公司|分支机构|500强|五百强|媒体|银行|为[^,。;]{0,10}$/u;
const PRESENT =
  /集聚|聚集|聚起|聚了|汇聚|汇集|入驻|落户|注册|现有|拥有|共有|已有|引进|引入|吸引|新增|新设|培育|登记|入园|园区|区内|全区|全市|全县|有$|达$|达到$|近$|超$|超过$|约$/u;
const PROJECTS_AFTER = /^(?:以上|左右)?((?:[^,。;、:0-9]){0,18}?(?:项目|工程|协议))/u;
const PROJECTS_BEFORE =
  /((?:[^,。;、:0-9]){0,14}?(?:项目|工程|协议|合同))(?:数量|总数|总量|数)?(?:已经|已|累计|共计|共有|共|总数|达到|达|有|超过|超|突破|约|近|逾|为|:|目前){0,4}$/u;
const JOBS_AFTER =
  /^(?:以上|左右)?(?:多|余)?(?:[^,。;、:0-9]{0,8}?)(?:员工|职工|工人|就业岗位|岗位|就业|从业人员|工作人员|从业者|务工人员|研发人员|科研人员|[^,。;、]{0,6}人才|女工|技工|专家|团队|工程师|技术人员)/u;
const JOBS_BEFORE =
  /(?:员工|职工|工人|就业岗位|就业|从业人员|用工|岗位|吸纳就业|带动就业|解决就业|就业人数|[^,。;、]{0,4}人才|研发人员|招工|招聘|招募|团队|全厂|全公司|全集团|人员)(?:总数|人数|数量|总量)?(?:已经|已|累计|共计|共有|共|达到|达|有|超过|超|突破|约|近|逾|为|:|可|将|扩至){0,4}$/u;

/** Words that do not make a number of firms one of a part of them. */
const OF_ANY_KIND =
  /规模以上|规上|工业|知名|领军|国内外|优质|各类|重点|入驻|注册|落户|新增|新设|相关|企业|机构|市场主体|经营主体|公司|全区|全市|全县|园区|区内|累计|现有|共有|已有|拥有|集聚|聚集|吸引|引进|已|有|共|家|户|的|各/gu;

/** Whether the words before or behind a number of firms say more of them than that they are there. */
function isOfKind(words: string): boolean {
  return words.replace(OF_ANY_KIND, '').length > 1;
}

/** Fewer firms than this are told of in passing: 两家配套企业. */
const FEW = 10;
/** Few are told all the same where they have settled: 集聚9家整车企业. */
const SETTLED = /集聚|聚集|汇聚|入驻|落户/u;
/** What is no count of things: 三个月, 两个百分点. */
const NO_THINGS = /^(?:多|余)?(?:一批|月|工作日|小时|百分点|交易日|季度|标准)/u;

/** 签约11个, 在建27个: what has come so far is counted without being named. */
const STAGED =
  /(?:签约|签|开工|开复工|投产|竣工|完工|在建|在谈|续建|落地|动工|落户|引进|储备)(?:的|了|达|共|有|约|近|超过?|累计|现已|已有?|最多){0,4}\(?$/u;
const STAGED_AFTER = /^(?:[,。;、)]|已?(?:开工|投产|竣工|签约|落地|在建|动工))|^$/u;

/** What is looked for at a fair and not yet there: 提供招聘岗位400个. */
const VACANT = /(?:专项|线上)招聘|招聘(?:会|岗位|活动|需求)|求职|岗位需求|需求(?:清单|岗位)|人才需求/u;

/** A number of people at work, of projects or of firms, by the words on either side of it; `told` are the words of its clause. */
export function readCount(figure: Figure, before: string, after: string, told: string): Reading | undefined {
  if (NO_THINGS.test(after)) return undefined;
  const hidden = VACANT.test(before) || VACANT.test(after.slice(0, 12));
  const found =
    readJobs(figure, before, after) ??
    readProjects(figure, before, after, told) ??
    readFirms(figure, before, after);
  return found && hidden ? { ...found, isBare: true } : found;
}

function readJobs(figure: Figure, before: string, after: string): Reading | undefined {
  const whole = { name: 'jobs' as const, figure, unit: 'count', end: figure.end, rule: 'indicator/jobs' };
  const { start, lead, value } = figure;
  const isPeople = JOBS_AFTER.exec(after);
  const peopleBefore = JOBS_BEFORE.exec(before);
  if (peopleBefore && value >= 10 && !/培训/u.test(before))
    return { ...whole, start: lead - peopleBefore[0].length };
  if (isPeople && value >= 10 && !/培训|表彰|组织|施工|建设/u.test(before + isPeople[0]))
    return { ...whole, start, end: figure.end + isPeople[0].length };
  return /[名人位]/u.test(figure.said) && value > 1 ? { ...whole, start, isBare: true } : undefined;
}

function readProjects(figure: Figure, before: string, after: string, told: string): Reading | undefined {
  const whole = { figure, unit: 'count', end: figure.end, rule: 'indicator/projects' };
  const { start, lead, value } = figure;
  if (value < 2 || !/[个项家]/u.test(figure.said)) return undefined;
  const projects = PROJECTS_AFTER.exec(after);
  if (projects) {
    const rest = after.slice(projects[0].length);
    const name = projectMeasure(told, projects[0], rest.split(/[,。;、]/u)[0]?.slice(0, 10) ?? '');
    if (name) return { ...whole, name, start, end: figure.end + projects[0].length };
  }
  const counted = PROJECTS_BEFORE.exec(before);
  if (counted) {
    const name = projectMeasure(told, counted[0], '');
    if (name) return { ...whole, name, start: lead - counted[0].length };
  }
  if (/项目/u.test(`${projects?.[0]}${counted?.[0]}`))
    return { ...whole, name: 'projects', start, isBare: true };
  if (!/[个项]/u.test(figure.said)) return undefined;
  const staged = STAGED.exec(before);
  if (!STAGED_AFTER.test(after) || (!staged && !/^已?[^,。;、)]/u.test(after))) return undefined;
  const name = projectMeasure(staged?.[0] ?? '', '', staged ? '' : after.slice(0, 6));
  return name && { ...whole, name, start: lead - (staged?.[0].length ?? 0), isBare: true };
}

function readFirms(figure: Figure, before: string, after: string): Reading | undefined {
  const { start, lead, end, value } = figure;
  if (!/[家户个]/u.test(figure.said) || !Number.isInteger(value) || value < 2) return undefined;
  const whole = { figure, unit: 'count', rule: 'indicator/companies' };
  const firmsBefore = FIRMS_BEFORE.exec(before);
  const firms = FIRMS_AFTER.exec(after);
  const isFew = value < FEW && !SETTLED.test(before.slice(-8) + after.slice(0, 24));
  if (firmsBefore?.[1] !== undefined && !NOT_FIRMS.test(before.slice(-30)) && !isFew)
    return {
      ...{ ...whole, name: companyMeasure(firmsBefore[1]), isOfKind: isOfKind(firmsBefore[1]) },
      ...{ start: lead - firmsBefore[0].length, end },
    };
  const said = before.split(/[。;]/u).at(-1)?.slice(-26) ?? '';
  const behind = after.slice(firms?.[0].length ?? 0).slice(0, 8);
  if (
    firms?.[1] !== undefined &&
    !isFew &&
    (PRESENT.test(said) ||
      PRESENT.test(behind) ||
      /入驻|落户|规上|规模以上|高新技术|专精特新/u.test(firms[1])) &&
    !PASSING.test(after.slice(firms[0].length)) &&
    !NOT_FIRMS.test(before.slice(-16) + firms[0])
  )
    return {
      ...{ ...whole, name: companyMeasure(firms[1]), isOfKind: isOfKind(firms[1]) },
      ...{ start, end: end + firms[0].length },
    };
  if (figure.said === '个' && !firms && !firmsBefore) return undefined;
  const words = firms?.[1] ?? firmsBefore?.[1] ?? before.slice(-10);
  return {
    ...{ ...whole, name: companyMeasure(words), isOfKind: true, isBare: true },
    ...{ start, end: end + (firms?.[0].length ?? 0) },
  };
}
