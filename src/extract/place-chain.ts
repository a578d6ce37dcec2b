import type { LinkedEntity } from '../model/linked.ts';

/**
 * Join places that are told with what they lie in (云岭省河东市) with the same place told alone (河东市).
 *
 * The rest in front must be a place by `isPlace`. Other things stay as they are, and so does the order.
 */
export function joinPlaceChains(
  entities: readonly LinkedEntity[],
  isPlace: (words: string) => boolean,
): LinkedEntity[] {
  const places = entities.filter(({ type }) => type === 'Place');
  const holder = new Map<LinkedEntity, LinkedEntity>();
  for (const long of places)
    for (const short of places)
      if (
        long !== short &&
        !holder.has(short) &&
        long.forms.some((form) => endsWithOne(form, short, isPlace))
      )
        holder.set(long, short);
  const rootOf = (entity: LinkedEntity): LinkedEntity => {
    let at = entity;
    for (let up = holder.get(at); up && up !== entity; up = holder.get(at)) at = up;
    return at;
  };
  const joined = new Map<LinkedEntity, LinkedEntity[]>();
  for (const entity of entities) {
    const root = rootOf(entity);
    joined.set(root, [...(joined.get(root) ?? []), entity]);
  }
  return [...joined.values()]
    .map((group): LinkedEntity => {
      const [first] = group;
      if (!first || group.length === 1) return first as LinkedEntity;
      return {
        type: first.type,
        forms: [...new Set(group.flatMap(({ forms }) => forms))].sort((a, b) => b.length - a.length),
        mentions: group.flatMap(({ mentions }) => mentions).sort((a, b) => a.start - b.start),
      };
    })
    .sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0) || (a.type < b.type ? -1 : 1));
}

function endsWithOne(form: string, { forms }: LinkedEntity, isPlace: (words: string) => boolean): boolean {
  return forms.some(
    (end) => form.length > end.length && form.endsWith(end) && isPlace(form.slice(0, -end.length)),
  );
}
