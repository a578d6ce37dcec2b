import type { Extraction } from '../model/article.ts';
import type { Entity } from '../model/entity.ts';
import { documentId } from '../model/resolution.ts';
import type { Division, ListedZone } from '../model/seeds.ts';
import { normaliseForm } from '../names/normalise.ts';
import type { Divisions } from './divisions.ts';
import type { Marks } from './judged.ts';

/** A document as resolution sees it: every form in it, and its entities' neighbours. */
export interface DocumentView {
  readonly id: string;
  readonly extraction: Extraction;
  /** Where each entity stands among the extraction's, by id. */
  readonly places: ReadonlyMap<string, number>;
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

export function viewOf(
  extraction: Extraction,
  storyOf: (article: string) => string,
  divisions: Divisions,
): DocumentView {
  const frames = new Set<string>();
  const firms = new Set<string>();
  for (const { type, name, aliases } of extraction.entities) {
    const found = type === 'Company' ? firms : type === 'Zone' || type === 'Place' ? frames : undefined;
    for (const form of [name, ...aliases]) found?.add(normaliseForm(form));
  }
  return {
    id: documentId(extraction),
    extraction,
    places: new Map(extraction.entities.map((entity, at) => [entity.id, at])),
    owners: new Array<string | undefined>(extraction.entities.length),
    stories: extraction.articles.map(({ id }) => storyOf(id)),
    frames,
    firms,
    divisions: locate(extraction, divisions),
  };
}

export function findEntity({ extraction, places }: DocumentView, id: string): Entity | undefined {
  return extraction.entities[places.get(id) ?? -1];
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

function locate({ entities }: Extraction, index: Divisions): Map<string, Division> {
  const found = new Map<string, Division>();
  const places = entities.filter((e) => e.type === 'Place');
  const sure = places.flatMap((place) => index.find(place.name)?.code ?? []);
  for (const place of places) {
    const forms = [place.name, ...place.aliases].sort((a, b) => b.length - a.length);
    const division = forms.map((form) => index.find(form, sure)).find((d) => d !== undefined);
    if (division !== undefined) found.set(place.id, division);
  }
  return found;
}
