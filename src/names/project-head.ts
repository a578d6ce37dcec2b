import { PHASE } from './phase.ts';

/** What is called a project or a works of building: …项目, …工程. */
export const NAMED_PROJECT = new RegExp(
  `(?:建设|技改|改扩建|扩建|增资|一体化)?(?:${PHASE})?(?:项目|工程)(?:${PHASE}(?:工程|项目)?)?`,
  'gu',
);

/** Works and plants, which are a project where the text tells of their building. */
export const WORKS = new RegExp(
  `(?:(?:生产|研发|制造|产业|总部|中试|配套|示范|加工|运营|孵化|培训|储运|物流|分拨|出口|装备|创新|试验|科研|实训|养殖|种植|育种)?基地|生产线|总部(?:大楼|大厦)?|(?:研发|数据|计算|智算|超算|算力|制造|运营|物流|配送|检测|医疗|会展|服务|创新|展示|体验|科创|商务|文化|体育|结算|转运|分拨|采购|交易|技术|医学|商业)中心|(?:产业|科技|工业|物流|创业|孵化|智创|科创|软件|食品)园|工厂|厂房|(?:综合体|安置房|保障性(?:租赁)?住房|人才公寓|邻里中心|标准厂房)|(?:高级中学|中学|小学|学校|幼儿园|医院|校区|公园|广场|夜市|小镇)|(?:大道|快速路|高速公路|大桥|隧道|轨道|地铁|铁路|码头|港区|机场|水厂|污水处理厂|变电站|电站|接收站)|${PHASE})`,
  'gu',
);

/** What a project's name may end in, from the surest to what only learning can tell. */
export const PROJECT_HEADS: readonly RegExp[] = [
  NAMED_PROJECT,
  WORKS,
  /(?:改扩建|扩建|改造|优化升级|技改|研究院|孵化器|实验室|大楼|大厦|平台|装置|节点|中心|园区|产业园|园|路|桥|城|港|湖|馆|站|村|院|总部|安置房|住房建设)/gu,
];
