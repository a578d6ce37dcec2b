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
  /** The name without the place in front, and what of it says neither place nor kind nor level. */
  readonly unplaced: string;
  readonly rest: string;
}

/** The divisions in front of a name; 武汉新城 is 武汉 and 新城, and no 新城区. */
function placesInFront(name: string, divisions: Divisions): ReturnType<Divisions['prefix']> {
  const { forms, end } = divisions.prefix(name);
  const last = forms.at(-1);
  if (last === undefined || end < name.length) return { forms, end };
  return { forms: forms.slice(0, -1), end: end - last.length };
}

export function parseZoneName(form: string, divisions: Divisions): ZoneName {
  const folded = normaliseForm(form).replace(/[()]/gu, '');
  const { forms, end } = placesInFront(folded, divisions);
  const last = forms.at(-1) ?? '';
  const context = forms.slice(0, -1).flatMap((f) => divisions.find(f)?.code ?? []);
  const place = last === '' ? '' : (divisions.find(last, context)?.code ?? last);
  const { level, kind, rest } = zoneMarks(folded.slice(end));
  return {
    key: [place, rest, kind].join('|'),
    kind,
    level,
    place,
    unplaced: folded.slice(end),
    rest,
    bare: place === '' && isPlainRest(rest),
  };
}
