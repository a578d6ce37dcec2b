import type { Mention } from '../../model/mention.ts';
import { nearby } from '../../model/nearby.ts';
import { dropLevel } from '../../names/division.ts';
import { shortenZone } from '../../names/zone.ts';
import { isArea } from './area.ts';
import type { Clusters } from './cluster.ts';
import type { AliasContext } from './context.ts';

/** Zones: full and short forms, names that the text equates in brackets, a stem that stands for its zone. */
export function aliasZones(clusters: Clusters, mentions: readonly Mention[], context: AliasContext): void {
  const zones = mentions.filter((m) => m.type === 'Zone');
  const ending = new Map<number, Mention[]>();
  for (const zone of zones) {
    const others = ending.get(zone.end);
    if (others) others.push(zone);
    else ending.set(zone.end, [zone]);
  }
  for (const [i, zone] of zones.entries()) {
    const next = zones[i + 1];
    if (
      next &&
      context.text[zone.end] === '(' &&
      next.start === zone.end + 1 &&
      context.text[next.end] === ')'
    )
      clusters.join('Zone', zone.form, next.form);
    for (const inner of ending.get(zone.end) ?? [])
      if (inner.start > zone.start) clusters.join('Zone', zone.form, inner.form);
  }
  const names = clusters.forms('Zone').map((form) => zoneName(form, context));
  const isPlaces = (front: string): boolean =>
    isArea(front, clusters, context) || isArea(dropLevel(front), clusters, context);
  for (const [i, a] of names.entries()) {
    for (const b of nearby(names, i))
      if (a.form.length >= b.form.length && a !== b && sameZone(a, b, isPlaces))
        clusters.join('Zone', a.form, b.form);
  }
  for (const [i, b] of names.entries()) joinLoose(b, nearby(names, i), clusters);
}

/** A bare 开发区 or 产业园区 of a stem, or a class word by itself, is the only zone of the article that it fits. */
function joinLoose(b: ZoneName, names: readonly ZoneName[], clusters: Clusters): void {
  const isLoose = (b.kind === '开发区' || b.form === `${b.stem}产业园区`) && b.stem.length >= 2;
  if (!isLoose && (b.stem !== '' || b.kind === '')) return;
  const fits = names.filter(
    (a) =>
      a !== b &&
      (isLoose || a.form.length > b.form.length) &&
      (isLoose
        ? a.stem === b.stem && /^(?:经开区|高新区)$/u.test(a.kind)
        : a.kind === b.kind && a.stem !== ''),
  );
  const roots = clusters.apart(
    'Zone',
    fits.map(({ form }) => form),
  );
  if (roots.length === 1 && roots[0] !== undefined) clusters.join('Zone', roots[0], b.form);
}

/** What of a zone's name tells whether it is that of another. */
interface ZoneName {
  readonly form: string;
  /** The name under which the public lists have it. */
  readonly listed: string | undefined;
  readonly short: string;
  readonly kind: string;
  readonly stem: string;
  /** The stem without its classes of places. */
  readonly bare: string;
}

function zoneName(form: string, context: AliasContext): ZoneName {
  const { form: short, stem, classWord } = shortenZone(form);
  return {
    form,
    listed: context.sameZone(form),
    short,
    kind: classWord,
    stem,
    bare: stem.replace(/[省市县区]/gu, ''),
  };
}

function sameZone(a: ZoneName, b: ZoneName, isPlaces: (front: string) => boolean): boolean {
  if (a.listed !== undefined && a.listed === b.listed) return true;
  if (a.short === b.short) return true;
  if (a.kind !== b.kind || b.stem.length < 2) return false;
  if (!a.stem.endsWith(b.stem)) return a.bare === b.bare;
  const front = a.stem.slice(0, a.stem.length - b.stem.length).replace(/^(?:中国|国家级|国家|省级)/u, '');
  return front === '' || isPlaces(front);
}
