import { PROJECT_STATUSES, type ProjectStatus } from '../../model/entity.ts';
import type { Span } from '../../model/span.ts';

/** A state that the words around a project tell, and where. */
export interface Milestone extends Span {
  readonly status: ProjectStatus;
  /** Whether the words say only that money is to be spent on building: at a signing that is no building yet. */
  readonly isSoft: boolean;
}

const TRIGGERS: readonly (readonly [ProjectStatus, RegExp])[] = [
  [
    'operating',
    /投产|试产|试生产|下线|投入运营|运营|投用|投入(?:使用|生产)|通车|开通(?:运行)?|建成(?!后)|完工|竣工|通过(?:竣工)?验收|改造后|开园|全面完成(?![^,。;]{0,30}(?:施工|结构|浇筑|吊装|桩基|基础|土建|征地|拆迁|审批|招标))|落成/gu,
  ],
  ['topped_out', /封顶|主体(?:厂房|工程|结构)?(?:建设)?(?:已)?(?:建成|完成|完工)/gu],
  [
    'construction',
    /开工|动工|奠基|在建|加快(?:推进)?建设|加速推进|加快推进|启动(?:建设)?|正在(?:紧张)?施工|(?:建设|施工|项目)现场|建设(?:进展|过程|进度|情况)|(?:有序|按期)(?:推进|建设)|浇筑|施工|收尾|进度|破土|打桩|地桩|扩容|扩建|开建|(?:推进|推动|加快|加速)(?=[^,。;]{0,60}(?:建设|工程|进度|提升))|投资[\d.]{1,20}[万亿][^,。;]{0,4}建设|兴建|紧张建设|铺开/gu,
  ],
  ['signed', /签约|签订|签署|引进|引入|落户|落地|签下|摘牌/gu],
  [
    'planned',
    /拟建|即将开工|将建设|计划投资|拟投资|规划建设|尽快落户|尽快实施|早日|筹建|谋划|尽早|方案设计|招标|中标|将落户|将投资|将打造/gu,
  ],
];
const FUTURE =
  /(?:预计|将于?|将在|有望|计划于?|力争|拟|争取|确保|促成|促进|尽早|尽快|待|即将|可|后|年内|(?<![去前])年底前?|月底前|明年)[^,。;]{0,12}$/u;
const AIMED =
  /^(?:[^,。;]{0,14}(?:的?目标|的?计划|的?任务)|的?(?:时间|日期|期限|节点)|[^,。;]{0,6}(?:冲刺|倒计时))/u;
const NEGATED = /(?:未|没有|尚未|不(?!久|断|仅|到))[^,。;]{0,3}$/u;

/** The milestones that a stretch of text tells; what is only to come counts as `planned`. */
export function findMilestones(text: string, span: Span): Milestone[] {
  return scan(text, span).flatMap(({ isAhead, ...milestone }) => {
    if (!isAhead) return [milestone];
    return milestone.status === 'signed' ? [{ ...milestone, status: 'planned' as const }] : [];
  });
}

/** The milestones that a stretch of text tells as what is to come: 预计明年6月投产. */
export function findAims(text: string, span: Span): Milestone[] {
  return scan(text, span).flatMap(({ isAhead, ...milestone }) => (isAhead ? [milestone] : []));
}

function scan(text: string, span: Span): (Milestone & { readonly isAhead: boolean })[] {
  const found: (Milestone & { readonly isAhead: boolean })[] = [];
  const part = text.slice(span.start, span.end);
  for (const [status, pattern] of TRIGGERS) {
    for (const match of part.matchAll(pattern)) {
      const before = part.slice(Math.max(0, match.index - 16), match.index);
      if (NEGATED.test(before)) continue;
      const after = part.slice(match.index + match[0].length);
      const goesOn = /^(?:加快|加速|推进|推动)/u.test(match[0]);
      found.push({
        start: span.start + match.index,
        end: span.start + match.index + match[0].length,
        status,
        isSoft: /^投资/u.test(match[0]),
        isAhead: !goesOn && status !== 'planned' && (FUTURE.test(before) || AIMED.test(after)),
      });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The furthest of some states. */
export function furthest(statuses: readonly ProjectStatus[]): ProjectStatus | undefined {
  return PROJECT_STATUSES.findLast((status) => statuses.includes(status));
}
