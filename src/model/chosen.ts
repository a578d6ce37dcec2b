import type { Band } from './certainty.ts';
import type { NodeRecord, Properties, RelationshipRecord } from './snapshot.ts';

/** Which part of a graph. */
export interface Choice {
  /** Articles and facts too, not entities and their relations alone. */
  readonly all?: boolean;
  /** Ids of nodes and relationships: these and the relationships' ends; where no relationship is named, all between the nodes. */
  readonly ids?: readonly string[];
  /** Leaves out what is less sure than this band. */
  readonly certainty?: Band;
}

/** What the things of a graph were told by, whether or not it is in the graph itself. */
export interface Told {
  /** Articles by id: all of the whole graph, of a part those that it names; where a database is asked, without their texts. */
  readonly articles: ReadonlyMap<string, Properties>;
  /** Facts by the entity that they are of; where a database is asked, those of sums and states. */
  readonly facts: ReadonlyMap<string, readonly Properties[]>;
}

/** A node with how many relationships of the part end at it, one that ends there twice counted twice. */
export interface ChosenNode {
  readonly node: NodeRecord;
  readonly degree: number;
}

/**
 * A part of a graph, to be gone through record by record, as often as is wished: nodes and relationships each by id, both ends of a
 * relationship among the nodes. It need not lie in memory; whoever is done with it closes it.
 */
export interface Chosen {
  readonly nodes: Iterable<ChosenNode>;
  readonly relationships: Iterable<RelationshipRecord>;
  /** When articles of the whole graph were published, in no order. */
  readonly published: Iterable<string>;
  /** Worked out when asked for. */
  readonly told: () => Told;
  close(): void;
}
