import type { DivisionIndex } from './division.ts';
import { foldForm } from './form.ts';

/**
 * A zone's name taken apart: 常州国家高新技术产业开发区 is place 常州, kind 高新, level 国家. `key` joins what distinguishes it, so
 * that names of one zone are equal; `bare` when nothing in it says which zone (经开组团).
 */
export interface ZoneName {
  readonly key: string;
  readonly kind: string;
  readonly level: string;
  /** The division's code, or its form where the form is ambiguous; empty when the name has none. */
  readonly place: string;
  readonly bare: boolean;
}

// The first that matches counts: the longer and rarer stand before the shorter.
const KINDS: readonly (readonly [string, RegExp])[] = [
  ['综保', /综合保税区|综保区/u],
  ['保税', /保税(?:港区|物流园区|物流中心|区)/u],
  ['出口', /出口加工区/u],
  ['自创', /自主创新示范区/u],
  ['自贸', /自由贸易(?:试验区|港)|自贸(?:试验区|区|港)/u],
  ['高新', /高新技术(?:产业)?(?:开发区|园区|区)|高新(?:园区|区|(?=组团))/u],
  ['经开', /经济技术(?:产业)?开发区|经开(?:区|(?=组团))/u],
  ['经济', /经济开发区/u],
  ['新区', /新区$/u],
];

const GENERIC =
  /^(?:组团|产业|工业|科技|创新|科创|开发|示范|新材料|[东西南北中新老区城园港片])*$|^[^|]{0,2}组团$/u;

export function parseZoneName(form: string, divisions: DivisionIndex): ZoneName {
  const folded = foldForm(form).replace(/[()]/gu, '');
  const { forms, end } = divisions.prefix(folded);
  const last = forms.at(-1) ?? '';
  const context = forms.slice(0, -1).flatMap((f) => divisions.find(f)?.code ?? []);
  const place = last === '' ? '' : (divisions.find(last, context)?.code ?? last);
  const tail = folded.slice(end);
  const level = /国家/u.test(tail) ? '国家' : /省级/u.test(tail) ? '省' : '';
  const named = tail.replace(/国家级?|省级/gu, '');
  const found = KINDS.find(([, pattern]) => pattern.test(named));
  const kind = found?.[0] ?? '';
  const rest = (found === undefined ? named : named.replace(found[1], '')).replace(/园区$/u, '园');
  return {
    key: [place, rest, kind].join('|'),
    kind,
    level,
    place,
    bare: place === '' && GENERIC.test(rest),
  };
}
