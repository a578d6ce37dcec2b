import type { Span } from '../../model/span.ts';
import type { Figure } from './figure.ts';
import type { Reading } from './reading.ts';
import type { Scene } from './scene.ts';

const PER: readonly (readonly [RegExp, string])[] = [
  [/日|每天|一天/u, '/日'],
  [/月/u, '/月'],
  [/小时/u, '/小时'],
];
const LEAD =
  /(?:[^,。;:、\d的]{0,8}能力|月投片|(?:每|一)(?:年|天|日|月|小时)(?:可|能|就)?(?:以)?[^,。;:、\d]{0,3}(?:产|供|处理|加工|提|轧|纺|吃|下线|出口|吞进|发|转|试|存)|年(?:可)?(?:新增|回收|出货|压榨|吞吐|仓储|产销|制造|封装|组装)|日(?:可)?(?:均分拣|加注|均发|通行|均处理)|(?:变电|光伏|总|库|储能)?容量|设计年?产能|年?生产能力|处理能力|年?产能力|制造能力|年?产能|年产量|日产量|月产量|年设计产能|年产出|年生产|年处理|年加工|年封测|年出栏|年平均发电量|年均发电量|年发电量|年发电|每年可?(?:提供|输送|生产|处理|加工|发电)|每天可?(?:处理|生产|加工)|一年可?发电|年产|日处理能力|日处理|日产|日供水|日供|日加工|月产|年供|年炼油|总装机容量|总装机|装机容量|装机规模|装机|库容|储能规模|仓容)([^,。;:\d]{0,18}?)(?:规模)?(?:合计|总量)?(?:将达到?|可达到?|能达到?|已达到?|达到了?|达|已到|到|为|是|约为|约|近|超过?|突破|逾|各|不低于|提升至|提高到|增至|扩至|:|能力|可|最高){0,4}$/u;
const MADE_BEFORE =
  /([^,。;:、\d的]{1,16}?)(?:的)?(?:设计年?产能|年?生产能力|年?产能|年产量|日产量|月产量|总装机容量|装机容量|装机规模|装机)[^,。;:\d]{0,10}$/u;
const MADE =
  /^(?:以上|左右|级)?(?:的)?([^,。;:、\d()"]{1,24}?)(?:的)?(?:生产能力|制造能力|生产线|生产基地|产业基地|生产|产能|产线|基地|项目|工程|装置|电站|工厂|能力|产品|一期|二期|三期|扩建|技改|智能|建设|$|[,。;:、\d()"])/u;
/** 86万吨电解铝产能, 180万千瓦火电装机. */
const BEHIND = /^[^,。;、:\d"]{0,8}(?:产能|年产量|装机|生产能力|处理能力)(?!利用率|过剩)/u;
/** 60万吨稳定轻烃装置, 66万千瓦机组. */
const PLANT_BEHIND = /^[^,。;、:\d"]{0,8}(?:能力|仓容|库容|冷库|生产线|产线|装置|机组|库群)/u;
/** What a plant spares or uses is none that it makes: 年发电18亿度,节约标准煤52万吨. */
const SPARED = /(?:节约|节省|减排|减少|标准?煤|二氧化碳|氮氧化物|烟尘|负荷|消耗|单机|耗)[^,。;\d]{0,10}$/u;
const LISTED =
  /^[^,。;:、\d]{0,16}?(?:(?:[、和及与,/]|以及)[^,。;:、\d]{0,16}?)?(?:约|不低于|超过?|近|各)?$/u;
const POWER = /吨|瓦|W|锭/u;
const PLANT = /项目|生产线|基地|工程|电站|装置|工厂|厂|产线|机组|冷库|车间/u;
/** Fewer pieces are hardly what a factory makes. */
const LEAST = 1000;
/** Floors that are made and things that are counted: 年产3000万平方米地板, 年产500万个零件. */
const MADE_TOO = /^(?:个|件|平方米|平米)$/u;
const NO_GOODS = /^[^,。;、]{0,6}(?:项目|企业|岗位|品牌|园区|标准厂房|厂房)/u;

/** What factories and plants can make: 年产3万吨, 产能250万辆, 20GW单晶切片三期; of one product one figure. */
export function findCapacities(scene: Scene, sentence: Span, figures: readonly Figure[]): Reading[] {
  const { text } = scene;
  const found: Reading[] = [];
  let last: Reading | undefined;
  for (const [i, figure] of figures.entries()) {
    const previous = figures[i - 1];
    const from = Math.max(sentence.start, figure.lead - 40, previous?.end ?? 0);
    const before = text.slice(from, figure.lead);
    const after = text.slice(figure.end, Math.min(sentence.end, figure.end + 32));
    const lead = LEAD.exec(before);
    if (figure.kind !== 'goods' && !(lead && MADE_TOO.test(figure.said) && !NO_GOODS.test(after))) continue;
    const inside = scene.around(figure, 'Project');
    const isNamed =
      inside !== undefined && (POWER.test(figure.said) || PLANT.test(text.slice(figure.end, inside.end + 2)));
    const goesOn =
      last !== undefined && previous === last.figure && LISTED.test(text.slice(last.end, figure.start));
    const yearly = /^\/(?:年|日|天|月|小时)/u.exec(after)?.[0];
    const isPlant = BEHIND.test(after) || (POWER.test(figure.said) && PLANT_BEHIND.test(after));
    if (SPARED.test(before) || !(lead || isNamed || goesOn || yearly !== undefined || isPlant)) continue;
    const rest = yearly === undefined ? after : after.slice(yearly.length);
    const made = MADE.exec(rest)?.[1];
    const fromLead = lead?.[1] ?? '';
    const product =
      (fromLead.length > 1 ? fromLead : undefined) ??
      made ??
      (goesOn
        ? text
            .slice((last as Reading).end, figure.start)
            .replace(/^[、和及与,]|(?:约|不低于|超过?|近|各)$/gu, '')
        : undefined) ??
      MADE_BEFORE.exec(before)?.[1];
    const per =
      yearly === undefined
        ? lead
          ? (PER.find(([word]) => word.test(lead[0].slice(0, 10)))?.[1] ?? '')
          : ''
        : yearly === '/年'
          ? ''
          : yearly;
    const start = lead ? figure.lead - lead[0].length : figure.start;
    last = {
      name: 'capacity',
      figure,
      unit: `${unitOf(figure)}${per}`,
      ...(product ? { product } : {}),
      ...(inside ? { owner: inside.subject } : {}),
      start,
      end: figure.end + (yearly?.length ?? 0),
      rule: 'indicator/capacity',
    };
    found.push(last);
  }
  return found;
}

/** Goods that nothing near them speaks of: 8万吨筒仓. */
export function bareCapacity(figure: Figure): Reading | undefined {
  if (!POWER.test(figure.said) && figure.value < LEAST) return undefined;
  return {
    ...{ name: 'capacity', figure, unit: unitOf(figure), isBare: true },
    ...{ start: figure.start, end: figure.end, rule: 'indicator/capacity' },
  };
}

function unitOf({ kind, unit, said }: Figure): string {
  if (kind !== 'goods') return said;
  return unit === 'Gwh' ? 'GWh' : unit === 'KWh' ? 'kWh' : unit === 'KW' ? 'kW' : unit;
}
