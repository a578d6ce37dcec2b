import type { Entity } from '../model/entity.ts';
import type { Member } from '../model/resolution.ts';
import type { DocumentView, Setting } from './block.ts';
import type { Names } from './rules.ts';

type Lookup = (member: Member) => string | undefined;

/**
 * What stands beside each entity of a document, as tokens of one dimension each. `idOf` gives the ids registered so far,
 * `divisionOf` a place's code.
 *
 * A place counts as its city, so that 南昌县 and 南昌市 do not contradict one another; a province says too little. A zone that an
 * entity lies in counts by its id once zones are registered, by its key before.
 */
export class Surroundings {
  private readonly links = new Map<string, Map<string, string[]>>();
  private readonly above = new Map<string, Set<string>>();
  private readonly names: Names;
  private readonly idOf: Lookup;
  private readonly divisionOf: Lookup;

  constructor(views: readonly DocumentView[], names: Names, idOf: Lookup, divisionOf: Lookup) {
    this.names = names;
    this.idOf = idOf;
    this.divisionOf = divisionOf;
    for (const view of views) this.links.set(view.id, readLinks(view));
  }

  /** Takes in what lies in what, once zones are registered. */
  learnHierarchy(views: readonly DocumentView[]): void {
    for (const view of views)
      for (const entity of view.extraction.entities) {
        if (entity.type !== 'Zone') continue;
        for (const token of this.tokens(view, entity)) {
          const above = this.above.get(token) ?? new Set();
          for (const up of this.beside(view, entity)) above.add(up);
          this.above.set(token, above);
        }
      }
  }

  of(view: DocumentView, entity: Entity): Setting {
    const context = this.beside(view, entity);
    const above = new Set<string>();
    const climb = (token: string): void => {
      for (const up of this.above.get(token) ?? [])
        if (!above.has(up)) {
          above.add(up);
          climb(up);
        }
    };
    context.forEach(climb);
    return { context, above: [...above].sort() };
  }

  private beside(view: DocumentView, entity: Entity): string[] {
    const tokens = (this.links.get(view.id)?.get(entity.id) ?? []).flatMap((id) => {
      const other = view.byId.get(id);
      return other === undefined || other.id === entity.id ? [] : this.tokens(view, other);
    });
    return [...new Set(tokens)].sort();
  }

  private tokens(view: DocumentView, other: Entity): string[] {
    const member = { document: view.id, entity: other.id };
    if (other.type === 'Place') {
      const code = this.divisionOf(member);
      const city = code === undefined ? undefined : this.names.divisions.chain(code).at(-2);
      return city === undefined ? [] : [`Place:${city.code}`];
    }
    const id = this.idOf(member);
    if (id !== undefined) return [`${other.type}:${id}`];
    return other.type === 'Zone' ? [`Zone:${this.names.key('Zone', other.name)}`] : [];
  }
}

// From whom to whom a relation tells where or whose a thing is.
const OUTWARD = new Set(['LOCATED_IN', 'PART_OF', 'HOLDS_POST']);

function readLinks(view: DocumentView): Map<string, string[]> {
  const links = new Map<string, string[]>();
  const add = (from: string, to: string) => {
    const list = links.get(from);
    if (list === undefined) links.set(from, [to]);
    else list.push(to);
  };
  for (const { from, type, to } of view.extraction.relations) {
    if (OUTWARD.has(type)) add(from, to);
    if (type === 'INVESTS_IN') add(to, from);
  }
  return links;
}
