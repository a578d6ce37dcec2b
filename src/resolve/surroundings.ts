import type { Entity } from '../model/entity.ts';
import type { Member } from '../model/resolution.ts';
import { AS_LIST, IN_MEMORY, type Shelf, type Table } from '../model/table.ts';
import { type DocumentView, findEntity, type Setting } from './reference.ts';
import { KINDS, type Kind, kindOf, type Names } from './rules.ts';

const NONE: readonly never[] = [];

/** A token, and that of what it lies in. */
export type LiesIn = readonly [token: string, up: string];

export const NO_SETTING: Setting = { context: NONE, above: NONE };

/**
 * What stands beside each entity of a document, as tokens of one dimension each. Only kinds that are resolved before the
 * entity's own count, by the ids that `idOf` gives.
 *
 * A place counts as its city, so that 南昌县 and 南昌市 do not contradict one another; a province says too little. A zone that an
 * entity lies in counts by its id once zones are registered, by its key before.
 */
export class Surroundings {
  /** The links of the document that was looked at last. */
  private links: { readonly view?: DocumentView; readonly of: ReadonlyMap<string, readonly string[]> } = {
    of: new Map(),
  };
  /** Every token once. */
  private readonly interned = new Map<string, string>();
  /** What lies in what, with how many articles say so; and the other way round. */
  private readonly above: Table<Map<string, number>>;
  private readonly under: Table<Set<string>>;
  private readonly tellers: Table<readonly LiesIn[]>;
  private readonly names: Names;
  private readonly idOf: (member: Member) => string | undefined;

  constructor(names: Names, idOf: (member: Member) => string | undefined, shelf: Shelf = IN_MEMORY) {
    this.names = names;
    this.idOf = idOf;
    this.above = shelf.table<Map<string, number>>('above', {
      pack: (ups) => [...ups],
      unpack: (plain: readonly (readonly [string, number])[]) => new Map(plain),
    });
    this.under = shelf.table('under', AS_LIST);
    this.tellers = shelf.table('tellers');
  }

  /** Forgets what a document told; the tokens above which less lies now. */
  remove(document: string): string[] {
    return this.tell(document, []);
  }

  /** Takes in what lies in what, as a document with registered zones tells it; the tokens above which something changed. */
  learn(view: DocumentView): string[] {
    return this.tell(view.id, this.told(view));
  }

  /** Takes in what lies in what, as a whole collection tells it. */
  know(pairs: readonly LiesIn[]): void {
    this.tell('', pairs);
  }

  /** What a document with registered zones tells of what lies in what. */
  told(view: DocumentView): LiesIn[] {
    return view.extraction.entities.flatMap((entity) =>
      entity.type === 'Zone'
        ? this.tokens(view, entity, 'Company').flatMap((token) =>
            this.beside(view, entity, 'Company').map((up) => [token, up] as const),
          )
        : [],
    );
  }

  of(view: DocumentView, entity: Entity, kind: Kind): Setting {
    const context = this.beside(view, entity, kind);
    if (context.length === 0) return NO_SETTING;
    return { context, above: [...climb(context, (token) => this.above.get(token)?.keys() ?? [])].sort() };
  }

  /** The tokens whose setting depends on what lies above these. */
  depending(tokens: readonly string[]): Set<string> {
    const found = climb(tokens, (token) => this.under.get(token) ?? []);
    for (const token of tokens) found.add(token);
    return found;
  }

  private tell(document: string, pairs: readonly LiesIn[]): string[] {
    const changed = new Set<string>();
    for (const [token, up] of this.tellers.get(document) ?? []) {
      const ups = this.above.get(token) ?? new Map<string, number>();
      const left = (ups.get(up) ?? 0) - 1;
      if (left > 0) ups.set(up, left);
      else {
        ups.delete(up);
        const under = this.under.get(up);
        if (under?.delete(token)) this.under.set(up, under);
        changed.add(token);
      }
      this.above.set(token, ups);
    }
    for (const [token, up] of pairs) {
      const ups = this.above.get(token) ?? new Map<string, number>();
      if (!ups.has(up)) changed.add(token);
      ups.set(up, (ups.get(up) ?? 0) + 1);
      this.above.set(token, ups);
      this.under.set(up, (this.under.get(up) ?? new Set()).add(token));
    }
    if (pairs.length > 0) this.tellers.set(document, pairs);
    else this.tellers.delete(document);
    return [...changed];
  }

  private beside(view: DocumentView, entity: Entity, kind: Kind): readonly string[] {
    if (this.links.view !== view) this.links = { view, of: readLinks(view) };
    const linked = this.links.of.get(entity.id);
    if (linked === undefined) return NONE;
    const tokens = linked.flatMap((id) => {
      const other = findEntity(view, id);
      return other === undefined || other.id === entity.id ? [] : this.tokens(view, other, kind);
    });
    return tokens.length === 0 ? NONE : [...new Set(tokens)].sort();
  }

  private tokens(view: DocumentView, other: Entity, kind: Kind): string[] {
    if (other.type === 'Place') {
      const code = view.divisions.get(other.id)?.code;
      if (code === undefined) return [];
      // Whose post it is: a governor is one of the province.
      if (kind === 'Person') return [this.intern(`Place:${code}`)];
      const city = this.names.divisions.chain(code).at(-2);
      return city === undefined ? [] : [this.intern(`Place:${city.code}`)];
    }
    const isResolved = KINDS.indexOf(kindOf(other.type)) < KINDS.indexOf(kind);
    const id = isResolved ? this.idOf({ document: view.id, entity: other.id }) : undefined;
    if (id !== undefined) return [this.intern(`${other.type}:${id}`)];
    return other.type === 'Zone' ? [this.intern(`Zone:${this.names.key('Zone', other.name)}`)] : [];
  }

  private intern(token: string): string {
    const known = this.interned.get(token);
    if (known === undefined) this.interned.set(token, token);
    return known ?? token;
  }
}

// 经开组团技术协同创新园 lies in 经开组团, that in 赣江新区: no further, or a few wrong sentences make a whole province one chain.
const LEVELS = 2;

/** What so many steps lead to from these, themselves left out unless a step leads back. */
function climb(from: Iterable<string>, step: (token: string) => Iterable<string>): Set<string> {
  const found = new Set<string>();
  let level = from;
  for (let i = 0; i < LEVELS; i++) {
    const next = new Set<string>();
    for (const token of level) for (const up of step(token)) if (!found.has(up)) next.add(up);
    for (const up of next) found.add(up);
    level = next;
  }
  return found;
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
