import type { Extraction } from '../model/article.ts';
import { present } from '../model/assert.ts';
import type { Overruled } from '../model/judgement.ts';
import type { Doubt, ResolvedEntity } from '../model/resolution.ts';
import type { ListedZone } from '../model/seeds.ts';
import { IN_MEMORY, type Shelf, type Table } from '../model/table.ts';
import { LINKED, resolveComponent } from './component.ts';
import type { Divisions } from './divisions.ts';
import type { FirmWords } from './firm-words.ts';
import type { JudgedPairs } from './judged.ts';
import { KindIndex } from './kind-index.ts';
import { findMixtures } from './mixture.ts';
import {
  type DocumentView,
  type KeptReference,
  listedView,
  placeOfEntity,
  type Reference,
  viewOf,
} from './reference.ts';
import { BY_NAME, familiesIn, Referencer } from './referencer.ts';
import { compareText } from './registry.ts';
import { KINDS, type Kind, kindOf, Names } from './rules.ts';
import { findSimilarNames } from './similar-names.ts';
import { Surroundings } from './surroundings.ts';

/** Documents that leave and come; one that changed does both. `pairs` when what people judged has changed. */
export interface ViewChange {
  readonly gone: readonly string[];
  readonly come: readonly DocumentView[];
  readonly pairs?: JudgedPairs;
}

/** What was kept of the entities of a collection, and what its documents say. */
export interface KeptEntities {
  readonly shelf: Shelf;
  readonly extractionOf: (document: string) => Extraction | undefined;
  readonly storyOf: (article: string) => string;
  /** What people judged when it was kept; undefined where the shelf is empty. */
  readonly pairs: JudgedPairs | undefined;
}

const NOTHING_KEPT: KeptEntities = {
  shelf: IN_MEMORY,
  extractionOf: () => undefined,
  storyOf: (article) => article,
  pairs: undefined,
};

/** What became of the entities: ids that are no more, and entities that are new or not as they were. */
export interface ResolutionChange {
  readonly removed: ReadonlySet<string>;
  readonly changed: readonly ResolvedEntity[];
  /** Documents of which an entity belongs to another one of the collection than before. */
  readonly moved: ReadonlySet<string>;
}

/**
 * The entities of a collection, kept as its documents come and go.
 *
 * Kinds are resolved one after the other, so that a homonym is told apart by what it stands beside: zones by their places,
 * projects by zone and builder, people by the body of their post. Of each kind only those references are looked at again that a
 * form leads to from one that came, left, or stands beside something else now: no others can be touched. So the answer is the
 * same whatever came before.
 *
 * Source: seeds/divisions.csv, seeds/zones.csv
 */
export class Resolver {
  readonly divisions: Divisions;
  private readonly names: Names;
  private readonly entities: Table<ResolvedEntity>;
  private readonly doubtful: Table<readonly Doubt[]>;
  private readonly overruledBy: Table<readonly Overruled[]>;
  private readonly views: Table<DocumentView>;
  private readonly indexes = new Map<Kind, KindIndex>();
  private readonly parents: Table<number>;
  private readonly surroundings: Surroundings;
  private readonly referencer: Referencer;

  constructor(
    divisions: Divisions,
    zones: readonly ListedZone[],
    firms?: FirmWords,
    { shelf, extractionOf, storyOf, pairs }: KeptEntities = NOTHING_KEPT,
  ) {
    this.divisions = divisions;
    this.names = new Names(this.divisions, firms);
    this.entities = shelf.table('entities');
    this.doubtful = shelf.table('doubtful');
    this.overruledBy = shelf.table('overruled');
    this.parents = shelf.table('parents');
    this.views = shelf.table<DocumentView>('views', {
      pack: ({ owners }) => owners.map((owner) => owner ?? null),
      unpack: (owners: readonly (string | null)[], id) => {
        const extraction = present(extractionOf(id), `what document ${id} says`);
        return {
          ...viewOf(extraction, storyOf, divisions),
          owners: owners.map((owner) => owner ?? undefined),
        };
      },
    });
    this.surroundings = new Surroundings(
      this.names,
      ({ document, entity }) => this.idOf(document, entity),
      shelf,
    );
    this.referencer = new Referencer(this.names, this.surroundings);
    const rows = new Map(zones.map((zone) => [zone.origin, zone]));
    const viewIn = (document: string): DocumentView => {
      const row = rows.get(document);
      const view = row === undefined ? this.views.get(document) : listedView(row, divisions);
      return present(view, `document ${document}`);
    };
    for (const kind of KINDS) {
      const restore = (kept: readonly KeptReference[], document: string) => {
        const view = viewIn(document);
        return kept.map((one) => this.referencer.restore(kind, view, one));
      };
      this.indexes.set(kind, new KindIndex(LINKED.has(kind), { shelf, name: kind, restore }));
    }
    if (pairs !== undefined) this.referencer.pairs = pairs;
    else
      for (const zone of zones) {
        const view = listedView(zone, divisions);
        this.indexes.get('Zone')?.replace(view.id, this.referencer.referencesOf('Zone', view));
      }
  }

  private get pairs(): JudgedPairs {
    return this.referencer.pairs;
  }

  /** Every entity, in no order. */
  all(): Iterable<ResolvedEntity> {
    return this.entities.values();
  }

  find(id: string): ResolvedEntity | undefined {
    return this.entities.get(id);
  }

  /** What a document looks like here. */
  viewOf(document: string): DocumentView | undefined {
    return this.views.get(document);
  }

  /** Has documents at hand as they are, before what they say is forgotten. */
  recall(documents: Iterable<string>): void {
    for (const id of documents) {
      this.views.get(id);
      for (const index of this.indexes.values()) index.of(id);
    }
  }

  /** The id of the collection's entity that an entity of a document belongs to. */
  idOf(document: string, entity: string): string | undefined {
    const view = this.views.get(document);
    return view?.owners[placeOfEntity(view, entity)];
  }

  /** Pairs of entities of which a person should say whether they are one, the most doubtful first. */
  doubts(): Doubt[] {
    const mixed = findMixtures(this.entities.values(), (name) => this.names.key('Company', name)).filter(
      ({ names: [a, b] }) => !this.pairs.isJudged(kindOf(a.type), a.name, b.name),
    );
    const near = [...this.doubtful.values()].flat().concat(mixed);
    const asked = new Set(near.map(({ left, right }) => `${left} ${right}`));
    const like = findSimilarNames(this.entities.values(), this.names, (a, b) => this.isSettled(a, b));
    const distance = ({ score }: Doubt) => Math.abs(score - 0.5);
    const place = ({ left, right, names }: Doubt) => [left, right, names[0].name, names[1].name].join(' ');
    return [...near, ...like.filter(({ left, right }) => !asked.has(`${left} ${right}`))].sort(
      (a, b) => distance(a) - distance(b) || (place(a) < place(b) ? -1 : 1),
    );
  }

  /** The judgements that give way to others, because articles tie together what they name; each pair once, in order. */
  overruled(): Overruled[] {
    const all = new Map(
      [...this.overruledBy.values()].flat().map((one) => [`${one.dropped.id} ${one.kept.id}`, one]),
    );
    return [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
  }

  /** Whether a person has judged a pair by its names, or an article calls one a subsidiary of the other. */
  private isSettled(a: ResolvedEntity, b: ResolvedEntity): boolean {
    const keys = [a, b].map(({ type, name }) => this.names.key(kindOf(type), name));
    return this.parents.has(keys.sort().join('\n')) || this.pairs.isJudged(kindOf(a.type), a.name, b.name);
  }

  update({ gone, come: unsorted, pairs }: ViewChange): ResolutionChange {
    // References are looked at in the order of their documents: filed so, they hardly need sorting later.
    const come = [...unsorted].sort((a, b) => compareText(a.id, b.id));
    const removed = new Set<string>();
    const changed = new Map<string, ResolvedEntity>();
    const moved = new Set<string>();
    const families = this.countParents(gone, -1, new Set());
    const above = gone.flatMap((id) => this.surroundings.remove(id));
    const leaving = this.unregister(gone);
    for (const id of gone) this.views.delete(id);
    for (const view of come) this.views.set(view.id, view);
    this.countParents(
      come.map(({ id }) => id),
      1,
      families,
    );
    if (pairs !== undefined) this.referencer.pairs = pairs;
    const fresh = new Set(come.map(({ id }) => id));

    for (const kind of KINDS) {
      const index = this.indexes.get(kind) as KindIndex;
      const dirty = new Set<string>(kind === 'Company' ? families : []);
      const put = (document: string, references: readonly Reference[]): void => {
        for (const form of index.replace(document, references)) dirty.add(form);
      };
      for (const id of gone) put(id, []);
      for (const view of come) put(view.id, this.referencer.referencesOf(kind, view).slice());
      const touched = pairs === undefined ? this.touchedBy(kind, moved, above) : [...index.documents()];
      for (const id of touched) {
        if (fresh.has(id)) continue;
        const refreshed = index.of(id).map((one) => this.referencer.refresh(kind, one));
        if (refreshed.some((one, i) => one !== index.of(id)[i])) put(id, refreshed);
      }
      const components = index.components(dirty);
      const former = leaving.get(kind) ?? new Set();
      for (const references of components)
        for (const { view, at } of references) {
          const id = view.owners[at];
          if (id !== undefined) former.add(id);
        }
      const knowledge = {
        names: this.names,
        pairs: this.pairs,
        isRelated: (pair: string) => this.parents.has(pair),
      };
      const results = components.map((references) => resolveComponent(kind, references, knowledge));
      const old = new Map([...former].map((id) => [id, this.entities.get(id)]));
      for (const id of former) {
        this.entities.delete(id);
        this.doubtful.delete(id);
        this.overruledBy.delete(id);
        removed.add(id);
      }
      for (const { entities, doubts, overruled } of results) {
        for (const { entity, references } of entities) {
          this.entities.set(entity.id, entity);
          removed.delete(entity.id);
          for (const { view, at } of references) {
            if (view.owners[at] === entity.id) continue;
            view.owners[at] = entity.id;
            moved.add(view.id);
          }
          if (!isSame(old.get(entity.id), entity)) changed.set(entity.id, entity);
        }
        for (const doubt of doubts)
          this.doubtful.set(doubt.left, [...(this.doubtful.get(doubt.left) ?? []), doubt]);
        for (const { id, ...pair } of overruled)
          this.overruledBy.set(id, [...(this.overruledBy.get(id) ?? []), pair]);
      }
      if (kind === 'Zone')
        for (const id of new Set([...come.map((view) => view.id), ...moved])) {
          const view = this.views.get(id);
          if (view !== undefined) above.push(...this.surroundings.learn(view));
        }
    }
    for (const id of moved) {
      const view = this.views.get(id);
      if (view !== undefined) this.views.set(id, view);
    }
    return { removed, changed: [...changed.values()], moved };
  }

  /** Forgets what the entities of documents belong to, and tells it. */
  private unregister(documents: readonly string[]): Map<Kind, Set<string>> {
    const former = new Map<Kind, Set<string>>();
    for (const [kind, index] of this.indexes) {
      const ids = new Set<string>();
      for (const { view, at } of documents.flatMap((document) => index.of(document))) {
        const id = view.owners[at];
        if (id !== undefined) ids.add(id);
        view.owners[at] = undefined;
      }
      former.set(kind, ids);
    }
    return former;
  }

  /** Documents whose entities of a kind may stand beside something else now. */
  private touchedBy(kind: Kind, moved: ReadonlySet<string>, above: readonly string[]): Set<string> {
    const touched = new Set(BY_NAME.has(kind) || kind === 'Zone' ? [] : moved);
    if (!SPLIT_BY_LEVEL.has(kind) || above.length === 0) return touched;
    for (const token of this.surroundings.depending(above)) {
      const id = token.startsWith('Zone:') ? token.slice('Zone:'.length) : '';
      for (const { document } of this.entities.get(id)?.members ?? []) touched.add(document);
    }
    return touched;
  }

  /** Counts the pairs of companies of which an article says that one belongs to the other; the keys of those that begin or end. */
  private countParents(documents: readonly string[], step: 1 | -1, keys: Set<string>): Set<string> {
    for (const id of documents)
      for (const pair of familiesIn(this.views.get(id), this.names)) {
        const count = (this.parents.get(pair) ?? 0) + step;
        if (count > 0) this.parents.set(pair, count);
        else this.parents.delete(pair);
        if (count === (step > 0 ? 1 : 0)) for (const key of pair.split('\n')) keys.add(key);
      }
    return keys;
  }
}

// Kinds of which a homonym is told apart by the level of what it lies in.
const SPLIT_BY_LEVEL: ReadonlySet<Kind> = new Set(['Organization', 'Project', 'Person']);

function isSame(old: ResolvedEntity | undefined, entity: ResolvedEntity): boolean {
  if (old === undefined || old.members.length !== entity.members.length) return false;
  const isKept = old.members.every(
    ({ document, entity: id }, i) =>
      entity.members[i]?.document === document && entity.members[i]?.entity === id,
  );
  const rest = (one: ResolvedEntity) => JSON.stringify({ ...one, members: undefined });
  return isKept && rest(old) === rest(entity);
}
