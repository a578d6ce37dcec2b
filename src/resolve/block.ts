import type { Extraction } from '../model/article.ts';
import type { Entity } from '../model/entity.ts';
import { documentId, type Stories } from '../model/resolution.ts';
import type { ListedZone } from '../model/seeds.ts';
import { foldForm } from './form.ts';
import { type Agreement, type Kind, kindOf, type Names } from './rules.ts';
import { splitReferences } from './split.ts';

/** A document as resolution sees it: every form in it, and its entities' neighbours. */
export interface DocumentView {
  readonly id: string;
  readonly extraction: Extraction;
  readonly byId: ReadonlyMap<string, Entity>;
  /** The stories of its articles: what one name means in a story, it means in every reprint. */
  readonly stories: readonly string[];
  /** Folded forms of its zones and places: what a bare 经开组团 may belong to. */
  readonly frames: ReadonlySet<string>;
  /** Set where the document is a row of the public list: its names equate, but no article says them. */
  readonly listed?: ListedZone;
}

/** One entity of one document. `context` are tokens such as `Zone:ID`: what it stands beside, by dimension. */
export interface Reference {
  readonly view: DocumentView;
  readonly entity: Entity;
  readonly key: string;
  readonly aliasKeys: readonly string[];
  readonly context: readonly string[];
  /** What its context lies in: the larger zone of its zone, the city of that. */
  readonly above: readonly string[];
}

/** A reference's surroundings. */
export type Setting = Pick<Reference, 'context' | 'above'>;

/** References that share a name and do not contradict one another: one thing, as far as its name goes. */
export interface Group {
  readonly kind: Kind;
  readonly key: string;
  readonly agreement: Agreement;
  readonly references: readonly Reference[];
  readonly documents: ReadonlySet<string>;
  readonly context: ReadonlySet<string>;
  /** Key of each alias, with the documents that use it so. */
  readonly aliases: ReadonlyMap<string, ReadonlySet<string>>;
}

export function viewOf(extraction: Extraction, stories: Stories = {}): DocumentView {
  const frames = new Set<string>();
  for (const entity of extraction.entities)
    if (entity.type === 'Zone' || entity.type === 'Place')
      for (const form of [entity.name, ...entity.aliases]) frames.add(foldForm(form));
  const byId = new Map(extraction.entities.map((entity) => [entity.id, entity]));
  return {
    id: documentId(extraction),
    extraction,
    byId,
    stories: extraction.articles.map(({ id }) => stories[id] ?? id),
    frames,
  };
}

/** The references of one kind, by key, sorted by document and id. `settingOf` says what stands beside an entity. */
export function groupReferences(
  kind: Kind,
  views: readonly DocumentView[],
  names: Names,
  settingOf: (view: DocumentView, entity: Entity) => Setting,
  keyOf: (view: DocumentView, entity: Entity) => string,
): Group[] {
  const blocks = new Map<string, Reference[]>();
  for (const view of views) {
    for (const entity of view.extraction.entities) {
      if (kindOf(entity.type) !== kind) continue;
      const key = keyOf(view, entity);
      const aliasKeys = [...new Set(entity.aliases.map((alias) => names.key(kind, alias)))]
        .filter((alias) => alias !== key)
        .sort();
      const block = blocks.get(key) ?? [];
      if (block.length === 0) blocks.set(key, block);
      block.push({ view, entity, key, aliasKeys, ...settingOf(view, entity) });
    }
  }
  const keys = [...blocks.keys()].sort();
  return keys.flatMap((key) => {
    const references = blocks.get(key) ?? [];
    const agreement = strictest(references.map((r) => names.agreement(kind, r.entity.name)));
    return splitReferences(references, agreement).map((part) => toGroup(kind, key, agreement, part));
  });
}

function strictest(all: readonly Agreement[]): Agreement {
  return (['context', 'no-conflict'] as const).find((one) => all.includes(one)) ?? 'name';
}

function toGroup(kind: Kind, key: string, agreement: Agreement, references: readonly Reference[]): Group {
  const aliases = new Map<string, Set<string>>();
  for (const { aliasKeys, view } of references)
    for (const alias of aliasKeys) aliases.set(alias, (aliases.get(alias) ?? new Set()).add(view.id));
  return {
    kind,
    key,
    agreement,
    references,
    documents: new Set(references.map((r) => r.view.id)),
    context: new Set(references.flatMap((r) => r.context)),
    aliases,
  };
}
