import { normaliseForm } from './normalise.ts';
import { PHASE } from './phase.ts';

const PHASES = new RegExp(`${PHASE}(?:工程)?`, 'gu');
// 扩建 and 技改 stay: they are projects of their own.
const CLASS_WORD = /(?:建设|投资)?(?:项目|工程)$/u;

/** A project's name taken apart: 晨星电池建设项目二期 is core 晨星电池, phase 二期, class word 建设项目. What is absent is empty. */
export interface ProjectName {
  /** What all phases of a project and all forms of its name share; empty where the name says nothing else. */
  readonly core: string;
  readonly phase: string;
  readonly classWord: string;
}

export function parseProject(name: string): ProjectName {
  const [phase = ''] = name.match(PHASES) ?? [];
  let core = name;
  // What closes up around a phase may read as another: 一(首期)期.
  for (let rest = core.replace(PHASES, ''); rest !== core; rest = core.replace(PHASES, '')) core = rest;
  let classWord = '';
  for (let end = CLASS_WORD.exec(core); end !== null; end = CLASS_WORD.exec(core)) {
    classWord = end[0] + classWord;
    core = core.slice(0, end.index);
  }
  return { core, phase, classWord };
}

/** What stands between the two ends of a line: 云岭—松江, 云岭至松江, 云岭送松江. */
const BETWEEN_ENDS = /(?<=\p{Script=Han}{2})(?:[—–~-]{1,2}|到|送)(?=\p{Script=Han}{2})/gu;

/** The form under which names of one project are equal: no phase, 项目 or 工程; the phases of one project are one. */
export function bareProject(name: string): string {
  const folded = plainLine(normaliseForm(name).replace(BETWEEN_ENDS, '至'));
  const { core } = parseProject(folded);
  return core.length >= 2 ? core : folded;
}

/** What is said before a work that is being built: 新建云松高铁. */
const BEING_BUILT = /^(?:新建|在建|拟建|改建)(?=.{2,20}(?:铁路|高铁|高速|城际|大桥|隧道|机场)$)/u;
/** What says how a work is built and not which it is: 分布式光伏发电项目 and 光伏项目, 公铁两用大桥 and 公铁大桥. */
const HOW_BUILT =
  /分布式(?=光伏)|集中式(?=光伏)|(?<=光伏|风力|风电)发电(?=项目|工程|$)|两用(?=大桥)|双线(?=特?大桥)|特(?=大桥)/gu;
/** The letters that stand for a name right behind it: 磷酸铁锂(lfp)电池生产线. */
const LATIN = /\([a-z\d-]{2,8}\)/gu;

/** A name as lines and their works are called for short: 高铁 and 高速铁路 are one word, 特高压 says its voltage. */
function plainLine(folded: string): string {
  const short = folded
    .replace(/(?<=高速)公路|高速铁路/gu, (word) => (word === '高速铁路' ? '高铁' : ''))
    .replace(/(?:城市)?轨道交通(?=[\d一二三四五六七八九十]{1,2}号线)/gu, '地铁')
    .replace(/(?<=\p{Script=Han}{2})轨道交通(?=\p{Script=Han}线)/gu, '')
    .replace(/抽蓄(?=电站)/gu, '抽水蓄能')
    .replace(BEING_BUILT, '')
    .replace(HOW_BUILT, '')
    .replace(LATIN, '');
  return short.includes('特高压') ? short.replace(/±?\d{3,4}千伏|输变?电(?=工程|项目|线)/gu, '') : short;
}

/** What a name says beside another name in brackets, and that other: 云松高铁(松江城际铁路). */
const BRACKETED = /^([^()]{4,40})\(([^()]{5,40})\)([^()]{0,12})$/u;

/** The names that one with another in brackets is made of; none where the brackets hold no name of such a work. */
export function namesInBrackets(name: string): string[] {
  const [, front = '', inner = '', behind = ''] = BRACKETED.exec(normaliseForm(name)) ?? [];
  return front === '' || !WORK.test(inner) ? [] : [front + behind, inner];
}

const WORK =
  /(?:项目|工程|基地|中心|院区|园区|铁路|高铁|高速|公路|大桥|隧道|机场|枢纽|水库|电站|水厂|工厂|生产线)$/u;

/** Whether a name is that of one work, which says which it is by what stands in front of its class: 栗湾抽水蓄能电站, 松江特大桥. */
export function isNamedWork(name: string): boolean {
  return /^\p{Script=Han}{2,12}(?:铁路|高铁|高速|公路|大桥|隧道|机场|枢纽|水库|水厂|水电站|核电站?|蓄能电站|变电站|换流站|风电场|污水处理厂)$/u.test(
    bareProject(name),
  );
}

/** A line in front of what stands on it. */
const ON_LINE = /^.{2,16}?(?:高铁|铁路|高速|高速公路|公路|\d号线|段)(?=\p{Script=Han}{3,8}(?:大桥|隧道)$)/u;
/** A river has many bridges. */
const OVER_RIVER = /^.{1,3}[河江湖海](?:特?大桥|隧道)$/u;

/** The name of a bridge or tunnel without its line: 松江岭隧道 of 云松高铁松江岭隧道. */
export function withoutLine(name: string): string | undefined {
  const rest = name.replace(ON_LINE, '');
  return rest === name || OVER_RIVER.test(rest) ? undefined : rest;
}
