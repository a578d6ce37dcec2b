import { present } from '../../model/assert.ts';
import type { Shelf, Table } from '../../model/table.ts';
import { type Said, type Saying, SayingOf, type Tie, toPlain } from './relation.ts';

/** A relation with what documents say of it, in no order; nothing any more only until the change is taken in. */
export interface Bond {
  readonly tie: Tie;
  said: Saying[];
}

/** The relations of a collection with what its documents say of them, as these come and go. */
export class Bonds {
  private readonly all: Table<Bond>;
  /** What is said of posts at each body. */
  private readonly posts: Table<Set<Bond>>;
  /** The relations that each document tells. */
  private readonly told: Table<readonly Bond[]>;

  constructor(shelf: Shelf) {
    this.all = shelf.table<Bond>('relations', {
      pack: ({ tie, said }) => ({ tie, said: said.map(toPlain) }),
      unpack: (bond: Bond) => bond,
    });
    const pack = (bonds: Iterable<Bond>) => Array.from(bonds, ({ tie }) => keyOf(tie));
    const unpack = (keys: readonly string[]) => keys.map((key) => present(this.all.get(key), key));
    this.posts = shelf.table<Set<Bond>>('posts', {
      pack,
      unpack: (keys: readonly string[]) => new Set(unpack(keys)),
    });
    this.told = shelf.table<readonly Bond[]>('told', { pack, unpack });
  }

  /** Takes out what a document says; the relations that it spoke of. */
  unsay(document: string): readonly Bond[] {
    const bonds = this.told.get(document) ?? [];
    for (const bond of bonds) {
      bond.said = bond.said.filter((said) => said.document !== document);
      this.all.set(keyOf(bond.tie), bond);
    }
    this.told.delete(document);
    return bonds;
  }

  /** Takes in what a document says; the relations that it speaks of. */
  say(document: string, ties: readonly (readonly [Tie, Said])[]): readonly Bond[] {
    const bonds = [...new Set(ties.map(([tie, said]) => this.bind(tie, said)))];
    if (bonds.length > 0) this.told.set(document, bonds);
    return bonds;
  }

  /** Forgets a relation of which nothing is said any more. */
  drop({ tie }: Bond): void {
    this.all.delete(keyOf(tie));
  }

  /** The posts at a body of which something is said; others are forgotten. */
  postsAt(body: string): readonly Bond[] {
    const posts = [...(this.posts.get(body) ?? [])];
    const held = posts.filter(({ said }) => said.length > 0);
    for (const bond of posts) if (bond.said.length === 0) this.drop(bond);
    if (held.length > 0) this.posts.set(body, new Set(held));
    else this.posts.delete(body);
    return held;
  }

  private bind(tie: Tie, said: Said): Bond {
    const key = keyOf(tie);
    const known = this.all.get(key);
    const bond: Bond = known ?? { tie, said: [] };
    bond.said.push(new SayingOf(said));
    this.all.set(key, bond);
    if (known === undefined && tie.type === 'HOLDS_POST')
      this.posts.set(tie.to, (this.posts.get(tie.to) ?? new Set()).add(bond));
    return bond;
  }
}

function keyOf({ type, from, to }: Tie): string {
  return [type, from, to].join(' ');
}
