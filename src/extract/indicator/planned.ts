import type { Span } from '../../model/span.ts';
import type { PeriodSpan } from './period.ts';
import type { Reading } from './reading.ts';
import type { Scene, Subject } from './scene.ts';

const TO_COME =
  /力争|目标|计划(?!总投资)|预计|将(?!近)|拟|争取|有望|建成后|投产后|达产后|投用后|投运后|运营后|完成后|达效后|全部投产|全部建成|全部达产|可实现|可达|可年|可形成|可新增|可提供|可带动|可创|可望|确保|规划(?:期|一期|年|产能|建设)|设计|预期|打算|要在|可吸纳|可解决|再招|新增(?:规模以上|规上)|年底前|实现区内/u;
const STRONG =
  /力争|目标|(?:建成|投产|达产|投用|投运|达效|完成|运营)后|全部(?:投产|建成|达产)|到20\d\d年|预计|计划新增|确保/u;
const STANDING = /在建|现有|已|目前/u;
const DONE = /已(?:经)?(?:建成|投产|达产|完成|实现|形成|达|有|拥有|集聚|聚集|签约)/u;
const LAND = /占地|用地|拿地|征地|国土|幅员|市域|规划面积|土地|总面积|亩/u;
const WAY = 60;

/** Whether a figure is what is to be: its words say so, or what makes it is still to be built. */
export function isPlanned(
  scene: Scene,
  sentence: Span,
  { name, start, end, figure, rule }: Reading,
  { type, status }: Subject,
  at: PeriodSpan | undefined,
): boolean {
  const { text } = scene;
  const stop = Math.max(scene.partStart(sentence.start, start), start - WAY);
  const clause = Math.max(stop, scene.clauseStart(start));
  const [near, wide] = [text.slice(clause, end), text.slice(stop, clause)];
  const isSaid = !DONE.test(near) && (TO_COME.test(near) || (STRONG.test(wide) && !STANDING.test(near)));
  const isBuilt = status === 'operating';
  if (name === 'area') {
    if (LAND.test(text.slice(start, end))) return false;
    return isSaid || (type === 'Project' && !isBuilt);
  }
  if (at?.isAhead) return true;
  if (at?.isAside) return false;
  if (isSaid || /^[^,。;]{0,8}的?目标/u.test(text.slice(end, end + 12))) return true;
  if (figure && rule === 'indicator/capacity' && type === 'Project') return !isBuilt;
  return false;
}
