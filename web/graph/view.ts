import type { Mark } from '../../src/contract/ledger.ts';
import type { EntityType, ProjectStatus } from '../../src/model/entity.ts';
import type { Span } from '../../src/model/span.ts';
import { type Filter, NO_FILTER } from './filter.ts';
import type { OwnPlaces } from './own-places.ts';
import type { PathRule } from './paths.ts';

/** What ways and neighbours are looked for in: the whole graph, which the server holds, or what is drawn. */
export type Over = 'graph' | 'drawn';

/** What the ledger adds up by. */
export type Grouping = 'zone' | 'place' | 'industry' | 'month' | 'company';

/**
 * A page of the ledger: the lives of projects, posts in time, what it adds up to. `about` is the id of what it is of, all where it is
 * absent; `also` that of a company there, or of where a company's projects are; the rest narrows one of the pages.
 */
export interface LedgerView {
  readonly page: 'lives' | 'posts' | 'totals';
  readonly about?: string;
  readonly also?: string;
  readonly mark?: Mark;
  readonly status?: ProjectStatus;
  readonly by?: Grouping;
  readonly post?: string;
  readonly on?: string;
}

/** What the panel shows. `at` is the stretch of an article to scroll to; ids of entities. */
export type Selection =
  | { readonly kind: 'entity' | 'relation' | 'area' | 'profile'; readonly id: string }
  | { readonly kind: 'article'; readonly id: string; readonly at?: Span }
  | ({ readonly kind: 'path'; readonly from: string; readonly to: string; readonly over?: Over } & PathRule)
  | { readonly kind: 'common'; readonly ids: readonly string[]; readonly over?: Over }
  | { readonly kind: 'compare' | 'pair'; readonly ids: readonly string[] }
  | { readonly kind: 'news'; readonly since?: string }
  | { readonly kind: 'texts'; readonly q: string }
  | { readonly kind: 'list'; readonly of?: 'folded' }
  | ({ readonly kind: 'ledger' } & LedgerView)
  | { readonly kind: 'add' | 'review' | 'coverage' | 'map' };

const PAGES: Readonly<Partial<Record<EntityType, 'area' | 'profile'>>> = {
  Zone: 'area',
  Place: 'area',
  Industry: 'area',
  Company: 'profile',
  Project: 'profile',
};

/** Which page of tables there is of an entity of this type; undefined where there is none. */
export function pageOf(type: EntityType): 'area' | 'profile' | undefined {
  return PAGES[type];
}

/** A place, in units that are told where it is used. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the camera is: the middle in the framed graph, 0..1, and how far away. */
export interface Camera extends Point {
  readonly ratio: number;
}

/** What is drawn and where: what undo takes back. `pins` are in the units of the layout; `places` that of the browser's own. */
export interface Arrangement {
  readonly filter: Filter;
  /** Groups whose entities are drawn one by one: those that hold these ids. */
  readonly opened: ReadonlySet<string>;
  readonly pins: ReadonlyMap<string, Point>;
  readonly places?: OwnPlaces | undefined;
}

/** What sizes and colours stand for. */
export interface Look {
  readonly size: 'degree' | 'pageRank' | 'stories';
  readonly colour: 'type' | 'community';
}

/** The part of the state that a link carries. */
export interface View extends Arrangement {
  readonly selection: Selection | undefined;
  /** Entities picked by lasso or one by one, to do something with all. */
  readonly picked: ReadonlySet<string>;
  readonly look: Look;
  readonly camera: Camera | undefined;
  /** The statement in the console; absent while it is closed. */
  readonly statement: string | undefined;
}

/** The plain overview. */
export const PLAIN: View = {
  selection: undefined,
  filter: NO_FILTER,
  opened: new Set(),
  picked: new Set(),
  pins: new Map(),
  places: undefined,
  look: { size: 'degree', colour: 'type' },
  camera: undefined,
  statement: undefined,
};
