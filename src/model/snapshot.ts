/** A property as both stores hold it: lists are of one kind; what is unknown is absent, never null or an empty string. */
export type PropertyValue = string | number | boolean | readonly string[];

export type Properties = Readonly<Record<string, PropertyValue>>;

/** A node as stored. `labels` are sorted; `properties` do not repeat `id`, which the store writes as a property too. */
export interface NodeRecord {
  readonly id: string;
  readonly labels: readonly string[];
  readonly properties: Properties;
}

/** A relationship as stored, from node id to node id. Its `id` is written as a property too. */
export interface RelationshipRecord {
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly properties: Properties;
}

/** A whole graph, nodes and relationships each sorted by id, so that equal graphs are equal JSON. */
export interface Snapshot {
  readonly nodes: readonly NodeRecord[];
  readonly relationships: readonly RelationshipRecord[];
}

/** What has to be written to turn one snapshot into another. */
export interface Change {
  readonly upsertNodes: readonly NodeRecord[];
  readonly upsertRelationships: readonly RelationshipRecord[];
  readonly deleteNodes: readonly { readonly id: string; readonly labels: readonly string[] }[];
  /** `from`: where it began, by which a store finds it. */
  readonly deleteRelationships: readonly {
    readonly id: string;
    readonly type: string;
    readonly from: string;
  }[];
}
