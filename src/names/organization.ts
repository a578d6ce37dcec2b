const OFFICE =
  '(?:发展(?:和|与)?改革|改革发展|发改|经发|经信|经济(?:和|与)?信息化|经济发展|工业(?:和|与)?信息化|工信|科技|科学技术|教育|民政|财政|人社|人力资源(?:和|与)?社会保障|自然资源(?:和|与)?规划|自然资源|规划|生态环境|环保|住建|住房(?:和|与)?城乡建设|城乡建设|交通运输|交通|水利|农业农村|农业|商务|文化(?:和|与)?旅游|文旅|文化|卫健|卫生健康|应急管理|应急|审计|市场监督管理|市场监管|统计|招商|招商服务|招商合作|投资促进|投资|行政审批|行政审批服务|政务服务|营商环境(?:建设)?|金融|金融工作|税务|公安|司法|体育|医保|国资|林业|城管|城市管理|综合执法|外汇|银保监|银监|保监|证监|海关|气象|邮政管理|大数据|大数据管理|建设|科技创新|开发建设|产业发展|企业服务|社会事务|党群工作|组织人事|纪检监察|宣传|组织|统战|政法)';
/** What the name of an office, institute, school or association may end in. */
export const ORGANIZATION_HEAD = new RegExp(
  `${OFFICE}(?:局|厅|委员会|委|办公室|办|部|中心|分局|处|科)|政协(?!委员)|人大常委会|工商联|总工会|残联|团委|妇联|科协|社科院|科学院|工程院|科学研究院|(?:技术|产业技术|工业技术|产业|设计|规划|规划设计|健康|科技)?(?:研究院|研究所|设计院|研究中心|创新中心|技术中心|检测中心|信息中心|服务中心|分中心|交易所|实验室)|(?:大学|学院|中学|小学|学校|医院|协会|商会|学会|联合会|促进会|联盟|基金会|纪念馆|博物馆|法院|检察院|海关)(?:[\\p{Script=Han}]{2,4}分院)?`,
  'gu',
);
const PLAIN =
  /^(?:各|有关|相关|全省|全国|全市|国家|省|市|区|县|高等|职业|技工|中等|重点|多所|知名|著名|一流|公共|企业|行业|产业|产学研|新型|研发|国内外|创新|重大|大院大所|科研)*$/u;

const OFFICE_START = new RegExp(`^${OFFICE}`, 'u');

/** Whether the head of a name is that of an office of government. */
export function isOffice(head: string): boolean {
  return OFFICE_START.test(head);
}

/** Whether what stands before the head of a name says nothing of whose or which it is. */
export function isPlainOrganization(name: string): boolean {
  return PLAIN.test(name);
}

// Bodies that every place has one of; 清华大学 and 工业和信息化部 are the only ones of their names.
const LOCAL_BODY =
  /(?:局|委|委员会|办|办公室|厅|处|科|中心|医院|小学|中学|幼儿园|街道|党校|法院|检察院|商会|工会|支队|大队|派出所)$/u;
const NATIONAL = /^(?:中国|国家|全国|中华|中科院)/u;

/** Whether every place has a body of such a name. */
export function isLocalBody(name: string): boolean {
  return LOCAL_BODY.test(name) && !NATIONAL.test(name);
}

const PART_END = /(?:分公司|分行|支行|分院|分校|分厂)$/u;

/** Whether a name is that of a part of a house: a branch is not its house, a body's part not the body. */
export function isPartOfBody(name: string): boolean {
  return PART_END.test(name);
}

const MEMBERS = /(?:协会|商会|联合会|联盟|促进会|学会)$/u;

/** Whether a body is one of firms or people that joined it: who leads it is no official. */
export function isAssociation(name: string): boolean {
  return MEMBERS.test(name);
}
