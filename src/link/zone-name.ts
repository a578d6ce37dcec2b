const KINDS: readonly (readonly [RegExp, string])[] = [
  [/(?:国家级?)?经济(?:技术|与技术)?开发区$/u, '经开区'],
  [/(?:国家级?)?(?:高新技术产业|高新技术|新技术产业|新技术|高新)(?:产业)?(?:开发区|园区|区)$/u, '高新区'],
  [/自由贸易试验区$|自贸试验区$|自由贸易区$/u, '自贸区'],
  [/综合保税区$/u, '综保区'],
  [/(?:产业|工业|科技|高新)?园区$|(?:产业|工业|科技)园$/u, '园'],
];

/** A zone's name with its class word in the shortest form, so that full and short forms are equal. */
export function shortZone(name: string): string {
  for (const [pattern, short] of KINDS) if (pattern.test(name)) return name.replace(pattern, short);
  return name;
}

const CLASS = /(?:经开区|高新区|开发区|自贸区|综保区|园|新区|新城|组团|片区|示范区|科创城|工业区)$/u;

/** What is left of a zone's name without its class word; empty for a bare class word. */
export function stemOfZone(name: string): string {
  return shortZone(name).replace(CLASS, '');
}

/** The class word of the short form. */
export function classOfZone(name: string): string {
  return CLASS.exec(shortZone(name))?.[0] ?? '';
}
