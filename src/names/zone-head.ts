// What a zone's name ends in: the kinds of the state, then parks, which need more of a name.
const STATE =
  '(?:国家级?)?(?:(?:经济技术|高新技术产业|高新技术|新技术产业|新技术|经济|循环经济|产业|旅游|台商投资|边境经济|跨境经济|农业|海洋|精细化工|化工|能源化工)(?:合作|产业)?开发区|经开区|高新区|农开区|经济开发区|开发区|综合保税区|综保区|保税(?:港|物流|园)?区|出口加工区|自由贸易(?:试验|港)?区|自贸(?:试验)?区|自贸港|合作区|(?:(?:临空|数字|海洋|循环)?经济|产业)?示范区|试验区|管理区|先行区|功能区|集聚区|经济区|(?:能源)?化工区|工业区|高新园区|新区|新城|组团(?![来赴到参考前出])|片区)';
const FIELD =
  '(?:产业|工业|科技|高新|软件|物流|创业|创新|协同创新|双创|孵化|化工|盐化工|石化|创意|文创|文旅|生态|农业|数字|数字经济|信息|制造|智造|生物|生物医药|医药|健康|医疗器械|材料|新材料|商贸|贸易|合作|示范|光电|光电子|电子|智能|总部|数据|大数据|金融|电商|跨境电商|人力资源服务|综合|留学生|大学|食品|智创|科创|装备|低碳|航空|汽车|铁路|创客)';
const PARK = `${FIELD}{1,3}(?:产业|科技|工业|创新)?(?:园区|园)|(?:科创|科技|科学|未来|产业|生物|航空|动漫|大学|教育|智慧|医药|软件|空港|数字|商务|陶瓷)新?城|生物城|健康城|(?:数字经济|科创|智慧|软件)港|硅谷|(?:科创|科技创新|产业创新|创新)大?走廊|(?:科创|核心|先导)区|产业基地`;

/** What a zone's name may end in. */
export const ZONE_HEAD = new RegExp(`${STATE}|${PARK}`, 'gu');

const FIRM = /(?:开发区|高新区|经开区|新区|组团|保税区|综保区|自贸区|自贸港)$/u;
const WEAK = /(?:示范区|试验区|先行区|功能区|集聚区|核心区|先导区|科创区|片区|城|港|基地)$/u;

/** Whether what a zone's name ends in needs a name of its own in front: of 示范区 and 片区 the news has many without. */
export function isWeakHead(head: string): boolean {
  return WEAK.test(head);
}

/** Whether a name that ends so stays one before 项目 and 条例. */
export function isFirmHead(head: string): boolean {
  return FIRM.test(head);
}
