import type { Figure } from './figure.ts';
import type { Reading } from './reading.ts';

const GROWN = /播种|种植|绿化|耕地|造林|农田|草原|森林|水域|稻|麦|玉米|棉|蔬菜|茶园|果园|水面|养殖|退化/u;
/** What is served, sold, shown or broken, and not what a thing takes up. */
const OF_OTHERS =
  /(?:服务|绿地|绿化|供热|供暖|供冷|销售|结算|签约|成交|租赁|出租|交易|经营|展览|展示|布展|参展|开发|交付|竣工|施工|林地|湿地|受灾|违法|灌溉|土储|储备|覆盖)(?:总|建筑|合同)?面积(?:[^,。;、\d]{0,8})$|非法占用[^,。;]{0,12}$/u;
const OF_PART = /其中[^,。;]{0,20}$|(?:地上|地下)(?:总?建筑)?面积[^,。;]{0,6}$/u;
const AREA_BEFORE =
  /(?:占地|用地|规划|建筑|国土|幅员|市域|县域|区域|总|建成区|厂房|核心区|辖区|管辖|园区)?(?:总)?(?:面积|建设规模|建筑规模|建成区|占地|用地|拿地|征地|供地|划地|租地|购地|流转土地|扩区|扩至|(?:划|拿|租|辟|圈|买|租用|交付|配)(?:出|下|了|到)?(?:[^,。;\d]{0,8}(?:厂房|土地|载体|车间|仓库|楼))?)(?:共计|共|合计|总计|达到|达|为|约为|约|近|超过|超|逾|有|仅|:|不低于|不少于){0,3}$/u;
const AREA_AFTER =
  /^(?:以上|左右)?的?(?:[^,。;、]{0,8}?)(?:厂房|土地|用地|建筑|生产基地|产业园|园区|智造园|基地|公园|中心|校区|院区|冷库|展厅|空地|熟地|整地|工地|地(?=[,。;做建上]|$)|地块|办公|车间|研发楼|载体|仓库|仓储|物流中心|孵化器)/u;

/** Less is a room or a flat. */
const LEAST = 1000;

/** Land or floors; bare where no words say so, and where they speak of fields, woods, a part, or what is served or sold. */
export function readArea(figure: Figure, before: string, after: string): Reading | undefined {
  const isOther = GROWN.test(before.slice(-24)) || OF_OTHERS.test(before.slice(-24)) || OF_PART.test(before);
  const said = AREA_BEFORE.exec(before);
  const whole = {
    ...{ name: 'area' as const, figure, unit: 'm2', rule: 'indicator/area' },
    ...(isOther ? { isBare: true } : {}),
  };
  if (said) return { ...whole, start: figure.lead - said[0].length, end: figure.end };
  const behind = AREA_AFTER.exec(after);
  if (behind) return { ...whole, start: figure.start, end: figure.end + behind[0].length };
  return undefined;
}

/** Land or floors that nothing near it speaks of: 园区九平方公里. */
export function bareArea(figure: Figure): Reading | undefined {
  return figure.value < LEAST
    ? undefined
    : {
        ...{ name: 'area', figure, unit: 'm2', isBare: true },
        ...{ start: figure.start, end: figure.end, rule: 'indicator/area' },
      };
}
