import { bareProject } from './project.ts';
import { isSubsequence } from './subsequence.ts';

/** What is done at a work, behind its name: 云松高铁松江段提质改造. */
const DONE = /(?:(?:提质|改造|改建|扩建|升级|主体|基础|施工|配套|站房|全线|主线|工程|项目)){1,5}$/u;

/** The classes of works that have others for parts, or are such parts, by the ends of their names. */
const CLASSES = [
  ['section', /(?:段|标|区间|[左右]线)$/u],
  ['bridge', /(?:桥|桥梁)$/u],
  ['tunnel', /(?:隧道|隧洞|支洞)$/u],
  ['terminal', /航站楼$/u],
  ['station', /(?:(?<![电流泵])站|枢纽)$/u],
  ['airport', /机场$/u],
  ['lock', /闸$/u],
  ['line', /(?:铁路|高铁|高速|公路|国道|城际|轨道交通|线|通道|运河)$/u],
  ['ground', /(?:公园|乐园|度假区|发射场)$/u],
] as const;

/** What may stand behind the whole name of a work and make no other of it. */
const NOTHING_MORE =
  /^(?:综合|开放|交通|铁路|高铁|高速|公路|城际|轨道交通|线|特?大?桥|隧道|车?站|枢纽|机场|公园){1,4}$/u;

/**
 * Whether two names that one text takes for one can be those of one work: `false` of a line and its section, bridge, tunnel or
 * station, of two of its sections, of a park and what lies in it; `undefined` where the names do not tell.
 */
export function isOneWork(a: string, b: string): boolean | undefined {
  const [short, long] = [a, b].map(plainWork).sort((x, y) => x.length - y.length) as [string, string];
  if (short === long) return true;
  const [of, other] = [classOf(short), classOf(long)];
  if (long.startsWith(short)) {
    if (NOTHING_MORE.test(long.slice(short.length))) return true;
    return of === undefined && (other === undefined || other === 'line') ? undefined : false;
  }
  if (of !== undefined && other !== undefined)
    return of === other && (of === 'line' ? shareLetter(short, long) : isSubsequence(short, long));
  return long.endsWith(short) ? true : undefined;
}

function plainWork(name: string): string {
  const open = bareProject(name).replace(/[()]/gu, '');
  const plain = open.replace(DONE, '');
  return plain.length >= 2 ? plain : open;
}

function classOf(plain: string): (typeof CLASSES)[number][0] | undefined {
  return CLASSES.find(([, end]) => end.test(plain))?.[0];
}

/** Two names of a line have one of its ends in common: 云松铁路, 云岭至松江铁路. */
function shareLetter(a: string, b: string): boolean {
  const [left, right] = [a, b].map((name) => name.replace(CLASS_OF_LINE, '')) as [string, string];
  return [...left].some((letter) => right.includes(letter));
}

const CLASS_OF_LINE = /(?:铁路|高铁|高速|公路|国道|城际|轨道交通|线|通道|运河){1,3}$/u;
