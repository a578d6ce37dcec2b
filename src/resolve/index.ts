import type { Extraction } from '../model/article.ts';
import {
  memberKey,
  placeId,
  type Resolution,
  type ResolvedEntity,
  type Stories,
} from '../model/resolution.ts';
import type { Division, ListedZone, Seeds } from '../model/seeds.ts';
import { type DocumentView, groupReferences, type Setting, viewOf } from './block.ts';
import { clusterGroups } from './cluster.ts';
import { Surroundings } from './context.ts';
import { DivisionIndex } from './division.ts';
import { compareText, registerClusters } from './registry.ts';
import { KINDS, type Kind, Names } from './rules.ts';
import type { ZoneName } from './zone-name.ts';

/**
 * Make the entities of all documents the entities of the collection.
 *
 * A pure function of the extractions, the stories of their articles, and what `seeds` knows of divisions and zones; the order of `extractions` does not count.
 * Kinds are resolved one after the other, so that a homonym is told apart by what it stands beside: zones by their places,
 * projects by zone and builder, people by the body of their post. An entity's `merges` say which forms brought it together.
 *
 * Source: seeds/divisions.csv, seeds/zones.csv
 */
export function resolveEntities(
  extractions: readonly Extraction[],
  seeds: Seeds,
  stories: Stories = {},
): Resolution {
  const names = new Names(new DivisionIndex(seeds.divisions));
  const views = extractions.map((one) => viewOf(one, stories)).sort((a, b) => compareText(a.id, b.id));
  const divisions = locate(views, names.divisions);
  const registered = new Map<string, string>();
  const surroundings = new Surroundings(
    views,
    names,
    (member) => registered.get(memberKey(member)),
    (member) => divisions.get(memberKey(member))?.code,
  );

  const entities: ResolvedEntity[] = [];
  for (const kind of KINDS) {
    const groups = groupReferences(
      kind,
      kind === 'Zone' ? [...views, ...listedViews(seeds.zones, views, names)] : views,
      names,
      (view, entity) => (BY_NAME.has(kind) ? NO_SETTING : surroundings.of(view, entity)),
      (view, entity) =>
        divisions.get(memberKey({ document: view.id, entity: entity.id }))?.code ??
        names.key(kind, entity.name),
    );
    const clusters = LINKED.has(kind)
      ? clusterGroups(groups, names, kind === 'Company' ? parents(views, names) : new Set())
      : groups.map((group) => ({ groups: [group], merges: [] }));
    for (const { entity: plain, listed } of registerClusters(kind, clusters)) {
      const entity =
        kind === 'Place'
          ? asDivision(plain, divisions)
          : kind === 'Zone'
            ? asZone(plain, names.zone(plain.name), listed)
            : plain;
      for (const member of entity.members) registered.set(memberKey(member), entity.id);
      entities.push(entity);
    }
    if (kind === 'Zone') surroundings.learnHierarchy(views);
  }
  return { entities: entities.sort((a, b) => compareText(a.id, b.id)) };
}

// Places are known by their division, industries by their name, people by their body: no alias joins them.
const LINKED: ReadonlySet<Kind> = new Set(['Zone', 'Company', 'Organization', 'Project']);

// Nothing is asked of their surroundings.
const BY_NAME: ReadonlySet<Kind> = new Set(['Place', 'Industry']);
const NO_SETTING: Setting = { context: [], above: [] };

/** The division of every place, read in the light of the other places of its document. */
function locate(views: readonly DocumentView[], index: DivisionIndex): Map<string, Division> {
  const found = new Map<string, Division>();
  for (const view of views) {
    const places = view.extraction.entities.filter((e) => e.type === 'Place');
    const sure = places.flatMap((place) => index.find(place.name)?.code ?? []);
    for (const place of places) {
      const forms = [place.name, ...place.aliases].sort((a, b) => b.length - a.length);
      const division = forms.map((form) => index.find(form, sure)).find((d) => d !== undefined);
      if (division !== undefined) found.set(memberKey({ document: view.id, entity: place.id }), division);
    }
  }
  return found;
}

/** Pairs of companies of which an article says that one belongs to the other. */
function parents(views: readonly DocumentView[], names: Names): Set<string> {
  const pairs = new Set<string>();
  for (const { byId, extraction } of views)
    for (const { from, type, to } of extraction.relations) {
      if (type !== 'SUBSIDIARY_OF') continue;
      const keys = [from, to].map((id) => names.key('Company', byId.get(id)?.name ?? '')).sort();
      pairs.add(keys.join('\n'));
    }
  return pairs;
}

/** The public list as documents of one zone each, so that its names equate as an article's do; only zones that are spoken of. */
function listedViews(
  zones: readonly ListedZone[],
  views: readonly DocumentView[],
  names: Names,
): DocumentView[] {
  const spoken = new Set<string>();
  for (const view of views)
    for (const { type, name, aliases } of view.extraction.entities)
      if (type === 'Zone') for (const form of [name, ...aliases]) spoken.add(names.key('Zone', form));
  return zones
    .filter((zone) => [zone.name, ...zone.aliases].some((form) => spoken.has(names.key('Zone', form))))
    .map((listed) => {
      const { name, aliases, origin: doc } = listed;
      const zone = { id: 'zone', type: 'Zone', name, aliases, attrs: {}, confidence: 1 } as const;
      const entities = [{ ...zone, mentions: [], facts: [] }];
      return { ...viewOf({ doc, articles: [], entities, relations: [] }), listed };
    });
}

function asDivision(entity: ResolvedEntity, divisions: ReadonlyMap<string, Division>): ResolvedEntity {
  const [first] = entity.members;
  const division = first && divisions.get(memberKey(first));
  if (division === undefined) return entity;
  const { name, level, code } = division;
  const forms = new Set([entity.name, ...entity.aliases]);
  forms.delete(name);
  return { ...entity, id: placeId(division), name, aliases: [...forms].sort(), level, division: code };
}

/** Adds the level, kind and division that the list knows, or else the name says. */
function asZone(entity: ResolvedEntity, parsed: ZoneName, listed: ListedZone | undefined): ResolvedEntity {
  const level = listed?.level || parsed.level;
  const kind = listed?.kind || parsed.kind;
  return {
    ...entity,
    ...(level === '' ? {} : { level }),
    ...(kind === '' ? {} : { kind }),
    ...(listed === undefined || listed.place === '' ? {} : { division: listed.place }),
    ...(listed === undefined ? {} : { origin: listed.origin }),
  };
}
