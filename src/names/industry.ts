const CLASS_WORD = /(?:产业链|产业集群|产业|行业)$/u;

/** An industry's name without 产业, 产业链 and the like; empty for a class word alone. */
export function stemOfIndustry(name: string): string {
  return name.replace(CLASS_WORD, '');
}
