import { isRelationType } from '../../model/schema.ts';
import type { NodeRecord, Properties, RelationshipRecord } from '../../model/snapshot.ts';
import { IN_MEMORY, type Shelf, type Table } from '../../model/table.ts';
import type { RecordChanges } from '../build/record-table.ts';
import { known } from '../build/records.ts';
import { besideOf } from './layout.ts';
import { commonest, type Measures } from './measure.ts';
import type { Position } from './position.ts';

type Derived = Position & Measures;

/** What of a picture is told by numbers alone: how far it reaches, how many communities and entities it has, how many are new or lost. */
interface Frame {
  edge: number;
  communities: number;
  size: number;
  news: number;
}

const CELL = 24;
const DAMPING = 0.85;

/**
 * The derived properties of a graph's entities, kept through small changes: what is there stays as it is, and what is new comes
 * beside its neighbours, into their community, with the page rank that they lend it.
 */
export class Picture {
  private readonly derived: Table<Derived>;
  private readonly degrees: Table<number>;
  private readonly taken: Table<number>;
  private readonly frame: Frame;

  /** Takes over the nodes and relationships of an arranged graph, beside what the shelf has kept. */
  constructor(
    nodes: Iterable<NodeRecord>,
    relationships: Iterable<RelationshipRecord>,
    shelf: Shelf = IN_MEMORY,
  ) {
    this.derived = shelf.table('derived');
    this.degrees = shelf.table('degrees');
    this.taken = shelf.table('taken');
    this.frame = shelf.part('frame', () => this.frame) ?? { edge: 0, communities: 0, size: 0, news: 0 };
    for (const { id, properties } of nodes) {
      const derived = derivedOf(properties);
      if (derived !== undefined) this.add(id, derived);
    }
    for (const one of relationships) if (isDrawn(one)) this.tie(one, 1);
  }

  /** New or lost entities since the picture was drawn, as a share of all. */
  get drift(): number {
    return this.frame.news / Math.max(1, this.frame.size);
  }

  /** Follows a change; afterwards every entity in `nodes` has its place. */
  follow(nodes: RecordChanges<NodeRecord>, relationships: RecordChanges<RelationshipRecord>): void {
    const neighbours = new Map<string, string[]>();
    const note = (id: string, other: string) => neighbours.set(id, [...(neighbours.get(id) ?? []), other]);
    for (const [, { before, after }] of relationships) {
      if (!isDrawn(before ?? after)) continue;
      if (before !== undefined) this.tie(before, -1);
      if (after === undefined) continue;
      this.tie(after, 1);
      note(after.from, after.to);
      note(after.to, after.from);
    }
    for (const [id, { after }] of nodes) if (after === undefined) this.remove(id);
    const fresh = [...nodes].filter(
      ([id, { after }]) => after?.labels.includes('Entity') && !this.derived.has(id),
    );
    for (const [id] of fresh.sort(([a], [b]) => (a < b ? -1 : 1))) this.place(id, neighbours.get(id) ?? []);
  }

  /** A node with its derived properties, sorted by name. */
  complete(node: NodeRecord): NodeRecord {
    const derived = this.derived.get(node.id);
    if (derived === undefined) return node;
    const { id, labels, properties } = node;
    return { id, labels, properties: known(Object.assign({}, properties, derived)) };
  }

  private place(id: string, neighbours: readonly string[]): void {
    const near = neighbours.flatMap((other) => this.derived.get(other) ?? []);
    const middle = (axis: 'x' | 'y') => near.reduce((sum, p) => sum + p[axis], 0) / (near.length || 1);
    let at: Position;
    let tries = 0;
    do at = besideOf(middle('x'), middle('y'), ++tries, near.length > 0 ? 0 : this.frame.edge);
    while (this.taken.has(cellOf(at)));
    const lent = neighbours.reduce((sum, other) => {
      const rank = this.derived.get(other)?.pageRank ?? 0;
      return sum + rank / Math.max(1, this.degrees.get(other) ?? 1);
    }, 0);
    const pageRank = (1 - DAMPING) / (this.frame.size + 1) + DAMPING * lent;
    this.add(id, {
      ...at,
      community: commonest(near.map(({ community }) => community)) ?? this.frame.communities,
      pageRank: Math.round(pageRank * 1e6) / 1e6,
    });
    this.frame.news++;
  }

  private add(id: string, derived: Derived): void {
    const { frame } = this;
    this.derived.set(id, derived);
    frame.size++;
    this.taken.set(cellOf(derived), (this.taken.get(cellOf(derived)) ?? 0) + 1);
    frame.edge = Math.max(frame.edge, Math.hypot(derived.x, derived.y));
    frame.communities = Math.max(frame.communities, derived.community + 1);
  }

  private remove(id: string): void {
    const derived = this.derived.get(id);
    if (derived === undefined) return;
    const left = (this.taken.get(cellOf(derived)) ?? 0) - 1;
    if (left > 0) this.taken.set(cellOf(derived), left);
    else this.taken.delete(cellOf(derived));
    this.derived.delete(id);
    this.frame.size--;
    this.frame.news++;
  }

  private tie({ from, to }: RelationshipRecord, step: 1 | -1): void {
    for (const id of [from, to]) {
      const degree = (this.degrees.get(id) ?? 0) + step;
      if (degree > 0) this.degrees.set(id, degree);
      else this.degrees.delete(id);
    }
  }
}

/** Whether a relationship joins two entities. */
function isDrawn(one: RelationshipRecord | undefined): boolean {
  return one !== undefined && isRelationType(one.type);
}

function cellOf({ x, y }: Position): string {
  return `${Math.round(x / CELL)} ${Math.round(y / CELL)}`;
}

function derivedOf({ x, y, community, pageRank }: Properties): Derived | undefined {
  const isNumber = (value: unknown): value is number => typeof value === 'number';
  return isNumber(x) && isNumber(y) && isNumber(community) && isNumber(pageRank)
    ? { x, y, community, pageRank }
    : undefined;
}
