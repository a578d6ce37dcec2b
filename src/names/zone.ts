/** A kind of zone by its class words, as the public lists know it, and the class word that its short names have. */
interface Kind {
  readonly kind: string;
  readonly short?: string;
  readonly pattern: string;
}

// The first that matches counts: the longer and rarer stand before the shorter.
const KINDS: readonly Kind[] = [
  { kind: '综保', short: '综保区', pattern: '综合保税区|综保区' },
  { kind: '保税', pattern: '保税(?:港区|物流园区|物流中心|区)' },
  { kind: '出口', pattern: '出口加工区' },
  { kind: '自创', pattern: '自主创新示范区' },
  { kind: '自贸', short: '自贸区', pattern: '自由贸易(?:试验)?区|自贸(?:试验)?区' },
  { kind: '自贸', short: '自贸港', pattern: '自由贸易港|自贸港' },
  {
    kind: '高新',
    short: '高新区',
    pattern: '(?:高新技术|新技术|高新)(?:产业)?(?:开发区|园区|区)|高新(?=组团)',
  },
  { kind: '经开', short: '经开区', pattern: '经济(?:与)?技术(?:产业)?开发区|经开(?:区|(?=组团))' },
  // One article calls its 经济开发区 经开区; over a collection it is of another rank than a 经济技术开发区.
  { kind: '经济', short: '经开区', pattern: '经济开发区' },
  { kind: '新区', pattern: '新区$' },
];
const ANYWHERE = KINDS.map(({ kind, pattern }) => ({ kind, pattern: new RegExp(pattern, 'u') }));
const AT_END = KINDS.map(({ kind, short, pattern }) => ({
  kind,
  short,
  pattern: new RegExp(`(?:国家级?)?(?:${pattern})$`, 'u'),
}));

/** What distinguishes a zone beside its place: 国家高新技术产业开发区北湖园区 is level 国家, kind 高新, rest 北湖园. */
export interface ZoneMarks {
  /** 国家, 省, or empty. */
  readonly level: string;
  /** As in the public lists; empty where the name does not tell. */
  readonly kind: string;
  readonly rest: string;
}

/** The marks of a zone's name from which the place in front is gone. */
export function zoneMarks(tail: string): ZoneMarks {
  const level = /国家/u.test(tail) ? '国家' : /省级/u.test(tail) ? '省' : '';
  const named = tail.replace(/国家级?|省级/gu, '');
  const found = ANYWHERE.find(({ pattern }) => pattern.test(named));
  const rest = found === undefined ? named : named.replace(found.pattern, '');
  return { level, kind: found?.kind ?? '', rest: rest.replace(/园区$/u, '园') };
}

const PLAIN =
  /^(?:组团|产业|工业|科技|创新|科创|开发|示范|新材料|[东西南北中新老区城园港片])*$|^[^|]{0,2}组团$/u;

/** Whether the rest of a zone's marks says nothing of which zone it is: 经开组团, 北区. */
export function isPlainRest(rest: string): boolean {
  return PLAIN.test(rest);
}

const PARK_END = /(?:产业|工业|科技|高新){0,3}园区$|(?:产业|工业|科技){1,3}园$/u;
const SHORT_CLASS = /(?:经开区|高新区|开发区|自贸区|综保区|园|新区|新城|组团|片区|示范区|科创城|工业区)$/u;

/** A zone's name in its shortest form and taken apart: 云岭经济技术开发区 is 云岭经开区, stem 云岭, class word 经开区. */
export interface ShortZone {
  readonly form: string;
  /** Empty for a class word alone. */
  readonly stem: string;
  readonly classWord: string;
}

/** The shortest form of a zone's name, so that the full and the short names that one article uses are equal. */
export function shortenZone(name: string): ShortZone {
  const found = AT_END.find(({ short, pattern }) => short !== undefined && pattern.test(name));
  const form =
    found?.short === undefined ? name.replace(PARK_END, '园') : name.replace(found.pattern, found.short);
  const classWord = SHORT_CLASS.exec(form)?.[0] ?? '';
  return { form, stem: form.slice(0, form.length - classWord.length), classWord };
}
