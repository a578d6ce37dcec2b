import { normaliseForm } from '../names/normalise.ts';
import { isPlainRest, zoneMarks } from '../names/zone.ts';
import type { Divisions } from './divisions.ts';

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

export function parseZoneName(form: string, divisions: Divisions): ZoneName {
  const folded = normaliseForm(form).replace(/[()]/gu, '');
  const { forms, end } = divisions.prefix(folded);
  const last = forms.at(-1) ?? '';
  const context = forms.slice(0, -1).flatMap((f) => divisions.find(f)?.code ?? []);
  const place = last === '' ? '' : (divisions.find(last, context)?.code ?? last);
  const { level, kind, rest } = zoneMarks(folded.slice(end));
  return {
    key: [place, rest, kind].join('|'),
    kind,
    level,
    place,
    bare: place === '' && isPlainRest(rest),
  };
}
