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
