import type { Division, Seeds } from '../model/seeds.ts';
import { Gazetteer } from './gazetteer.ts';

/** The seeds as sets and maps that reading looks words up in: made once for a process. */
export interface Knowledge {
  readonly gazetteer: Gazetteer;
  /** Every form of a division → the divisions that go by it. */
  readonly places: ReadonlyMap<string, readonly Division[]>;
  readonly generic: ReadonlySet<string>;
  readonly morphemes: ReadonlySet<string>;
  readonly industries: ReadonlySet<string>;
  /** Every name of a listed zone → its full name. */
  readonly zones: ReadonlyMap<string, string>;
  readonly seeds: Seeds;
}

const words = (seeds: Seeds, name: string): ReadonlySet<string> => new Set(seeds.words[name] ?? []);

export function createKnowledge(seeds: Seeds): Knowledge {
  const gazetteer = new Gazetteer(seeds.divisions);
  const zones = new Map<string, string>();
  for (const zone of seeds.zones) for (const form of [zone.name, ...zone.aliases]) zones.set(form, zone.name);
  return {
    gazetteer,
    places: gazetteer.byForm,
    generic: words(seeds, 'generic-words'),
    morphemes: words(seeds, 'company-morphemes'),
    industries: words(seeds, 'industries'),
    zones,
    seeds,
  };
}
