import type { Extraction } from '../model/article.ts';
import type { Entity, EntityType } from '../model/entity.ts';
import { documentId } from '../model/resolution.ts';
import type { Division, ListedZone } from '../model/seeds.ts';
import { normaliseForm } from '../names/normalise.ts';
import type { Divisions } from './divisions.ts';
import type { Marks } from './judged.ts';

/** A document as resolution sees it: every form in it, and its entities' neighbours. */
export interface DocumentView {
  readonly id: string;
  readonly extraction: Extraction;
  /** The collection's entity of each of them, by place: the resolver writes it down here, where all of a name pass by. */
  readonly owners: (string | undefined)[];
  /** The stories of its articles: what one name means in a story, it means in every reprint. */
  readonly stories: readonly string[];
  /** Folded forms of its zones and places: what a bare 经开组团 may belong to. */
  readonly frames: ReadonlySet<string>;
  /** Folded forms of its companies: what a project's name may begin with. */
  readonly firms: ReadonlySet<string>;
  /** The division of each of its places, by entity id, read in the light of the others. */
  readonly divisions: ReadonlyMap<string, Division>;
  /** Set where the document is a row of the public list: its names equate, but no article says them. */
  readonly listed?: ListedZone;
}

/** What stands beside an entity, as tokens such as `Zone:ID`, and what that lies in: the larger zone, the city. */
export interface Setting {
  readonly context: readonly string[];
  readonly above: readonly string[];
}

/** One entity of one document. `at` is its place among the document's. */
export interface Reference extends Setting {
  readonly view: DocumentView;
  readonly entity: Entity;
  readonly at: number;
  readonly key: string;
  readonly aliasKeys: readonly string[];
  readonly marks: Marks;
}

/** A reference as it is kept: its place in the document, its forms and what it stands beside. */
export type KeptReference = readonly [
  at: number,
  key: Reference['key'],
  aliasKeys: Reference['aliasKeys'],
  context: Reference['context'],
  above: Reference['above'],
];

// Of most documents there is nothing to tell here, and each empty set takes as much as a name.
const NO_FORMS: ReadonlySet<string> = new Set();
const NO_DIVISIONS: ReadonlyMap<string, Division> = new Map();

export function viewOf(
  extraction: Extraction,
  storyOf: (article: string) => string,
  divisions: Divisions,
): DocumentView {
  return {
    id: documentId(extraction),
    extraction,
    owners: new Array<string | undefined>(extraction.entities.length),
    stories: extraction.articles.map(({ id }) => storyOf(id)),
    frames: formsOf(extraction, (type) => type === 'Zone' || type === 'Place'),
    firms: formsOf(extraction, (type) => type === 'Company'),
    divisions: locate(extraction, divisions),
  };
}

export function findEntity({ extraction }: Pick<DocumentView, 'extraction'>, id: string): Entity | undefined {
  return extraction.entities[placeOfEntity({ extraction }, id)];
}

/** Where an entity stands among those of a document, by its id; -1 where there is none. */
export function placeOfEntity({ extraction }: Pick<DocumentView, 'extraction'>, id: string): number {
  const { entities } = extraction;
  // Most are called e1, e2, … in their order: a map for each document would take more than its names.
  const guess = Number(id.slice(1)) - 1;
  return entities[guess]?.id === id ? guess : entities.findIndex((entity) => entity.id === id);
}

/** Folded forms of the entities of some types. */
function formsOf({ entities }: Extraction, isWanted: (type: EntityType) => boolean): ReadonlySet<string> {
  const wanted = entities.filter(({ type }) => isWanted(type));
  if (wanted.length === 0) return NO_FORMS;
  return new Set(wanted.flatMap(({ name, aliases }) => [name, ...aliases].map(normaliseForm)));
}

/** A row of the public list as a document of one zone, so that its names equate as an article's do. */
export function listedView(listed: ListedZone, divisions: Divisions): DocumentView {
  const { name, aliases, origin: doc } = listed;
  const zone = { id: 'zone', type: 'Zone', name, aliases, attrs: {}, confidence: 1 } as const;
  const entities = [{ ...zone, mentions: [], facts: [] }];
  return {
    ...viewOf({ doc, articles: [], entities, relations: [] }, (article) => article, divisions),
    listed,
  };
}

/** By document, then by place in it: the order in which references are looked at does not count elsewhere. */
export function byPlace(a: Reference, b: Reference): number {
  return a.view.id < b.view.id ? -1 : a.view.id > b.view.id ? 1 : a.at - b.at;
}

function locate({ entities }: Extraction, index: Divisions): ReadonlyMap<string, Division> {
  const places = entities.filter((e) => e.type === 'Place');
  if (places.length === 0) return NO_DIVISIONS;
  const found = new Map<string, Division>();
  const sure = places.flatMap((place) => index.find(place.name)?.code ?? []);
  for (const place of places) {
    const forms = [place.name, ...place.aliases].sort((a, b) => b.length - a.length);
    const division = forms.map((form) => index.find(form, sure)).find((d) => d !== undefined);
    if (division !== undefined) found.set(place.id, division);
  }
  return found;
}
