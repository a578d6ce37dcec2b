import type { Doubt, ResolvedEntity } from '../model/resolution.ts';
import { isFullCompany, isOneFirm } from '../names/company.ts';

/**
 * Companies that go by two full legal names of different firms: whatever joined them, a person should look, unless a list has both
 * names for one (`keyOf`). One doubt a company, on the first two such names.
 */
export function findMixtures(
  entities: Iterable<ResolvedEntity>,
  keyOf: (name: string) => string = (name) => name,
): Doubt[] {
  const found: Doubt[] = [];
  for (const { id, type, name, aliases } of entities) {
    if (type !== 'Company' || aliases.length === 0) continue;
    const full = [name, ...aliases].filter(isFullCompany);
    const pair = full
      .flatMap((a, i) => full.slice(i + 1).map((b) => [a, b] as const))
      .find(([a, b]) => !isOneFirm(a, b) && keyOf(a) !== keyOf(b));
    if (pair === undefined) continue;
    const [a, b] = pair;
    const features = [{ name: 'two-legal-names', detail: `${a} / ${b}`, score: -1 }];
    const names = [
      { type, name: a },
      { type, name: b },
    ] as const;
    found.push({ left: id, right: id, names, via: a, features, score: 0.5, merged: true });
  }
  return found;
}
