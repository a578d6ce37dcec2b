import { placeId, type ResolvedEntity } from '../model/resolution.ts';
import type { Division, ListedZone } from '../model/seeds.ts';
import type { Reference } from './reference.ts';
import type { ZoneName } from './zone-name.ts';

/** A place with the name, level and id of its division, where it is known. */
export function describePlace(entity: ResolvedEntity, references: readonly Reference[]): ResolvedEntity {
  const division = divisionOf(references);
  if (division === undefined) return entity;
  const { name, level, code } = division;
  const forms = new Set([entity.name, ...entity.aliases]);
  forms.delete(name);
  return { ...entity, id: placeId(division), name, aliases: [...forms].sort(), level, division: code };
}

function divisionOf(references: readonly Reference[]): Division | undefined {
  for (const { view, entity } of references) {
    const division = view.divisions.get(entity.id);
    if (division !== undefined) return division;
  }
  return undefined;
}

/** Adds the level, kind and division that the list knows, or else the name says. */
export function describeZone(
  entity: ResolvedEntity,
  parsed: ZoneName,
  listed: ListedZone | undefined,
): ResolvedEntity {
  const level = listed?.level || parsed.level;
  const kind = listed?.kind || parsed.kind;
  return {
    ...entity,
    ...(level === '' ? {} : { level }),
    ...(kind === '' ? {} : { kind }),
    ...(listed === undefined || listed.place === '' ? {} : { division: listed.place }),
    ...(listed === undefined ? {} : { origin: listed.origin }),
  };
}
