import { present } from '../model/assert.ts';
import type { Entity } from '../model/entity.ts';
import { JudgedPairs, type Marks } from './judged.ts';
import {
  type DocumentView,
  findEntity,
  type KeptReference,
  type Reference,
  type Setting,
} from './reference.ts';
import { type Kind, kindOf, type Names } from './rules.ts';
import { NO_SETTING, type Surroundings } from './surroundings.ts';

const NONE: readonly never[] = [];

// Nothing is asked of their surroundings.
export const BY_NAME: ReadonlySet<Kind> = new Set(['Place', 'Industry']);

/** Makes of a document's entities the references that are resolved, with what they stand beside and what people judged of them. */
export class Referencer {
  /** What people judged of pairs of names, as it stands. */
  pairs = new JudgedPairs();
  private readonly names: Names;
  private readonly surroundings: Surroundings;

  constructor(names: Names, surroundings: Surroundings) {
    this.names = names;
    this.surroundings = surroundings;
  }

  referencesOf(kind: Kind, view: DocumentView): Reference[] {
    return view.extraction.entities.flatMap((entity, at) => {
      if (kindOf(entity.type) !== kind) return [];
      const key = view.divisions.get(entity.id)?.code ?? this.names.key(kind, entity.name);
      const forms = [entity.name, ...entity.aliases];
      const further = forms.flatMap((form) => this.names.furtherNames(kind, form, view));
      const aliases = [...entity.aliases, ...further]
        .map((alias) => this.names.key(kind, alias))
        .filter((one) => one !== key && !(kind === 'Company' && this.names.isWord(one)));
      const aliasKeys = aliases.length > 0 ? [...new Set(aliases)].sort() : NONE;
      const marks = this.marksOf(kind, view, entity);
      const { context, above } = this.settingOf(kind, view, entity);
      return [{ view, entity, at, key, aliasKeys, marks, context, above }];
    });
  }

  /** A reference of which its forms and what it stands beside are known. */
  restore(kind: Kind, view: DocumentView, [at, key, aliasKeys, context, above]: KeptReference): Reference {
    const entity = present(view.extraction.entities[at], `entity ${at} of ${view.id}`);
    return { view, entity, at, key, aliasKeys, marks: this.marksOf(kind, view, entity), context, above };
  }

  /** The reference as it is now; the same object when nothing about it changed. */
  refresh(kind: Kind, old: Reference): Reference {
    const setting = this.settingOf(kind, old.view, old.entity);
    const marks = this.marksOf(kind, old.view, old.entity);
    const same =
      setting.context.join() === old.context.join() &&
      setting.above.join() === old.above.join() &&
      [...marks].join() === [...old.marks].join();
    return same ? old : { ...old, ...setting, marks };
  }

  /** What people judged of an entity. A row of the public list counts by its name alone: no article says its other names. */
  private marksOf(kind: Kind, view: DocumentView, entity: Entity): Marks {
    const { extraction, listed } = view;
    return this.pairs.marksOf(
      kind,
      listed === undefined ? entity : { ...entity, aliases: [] },
      extraction.articles,
    );
  }

  private settingOf(kind: Kind, view: DocumentView, entity: Entity): Setting {
    return BY_NAME.has(kind) || view.listed !== undefined
      ? NO_SETTING
      : this.surroundings.of(view, entity, kind);
  }
}

/** The forms that may bring a reference of a kind together with another: its name, its aliases where `byAlias`, its judgements. */
export function formsOfReference(
  { key, aliasKeys, marks }: Pick<Reference, 'key' | 'aliasKeys' | 'marks'>,
  byAlias: boolean,
): string[] {
  const forms = byAlias ? [key, ...aliasKeys] : [key];
  for (const id of marks.keys()) forms.push(`judgement ${id}`);
  return forms;
}

/** The pairs of companies, by their keys, of which a document says that one belongs to the other. */
export function familiesIn(view: DocumentView | undefined, names: Names): string[] {
  return (view?.extraction.relations ?? []).flatMap(({ from, type, to }) =>
    type === 'SUBSIDIARY_OF'
      ? [
          [from, to]
            .map((id) => names.key('Company', present(view && findEntity(view, id), `entity ${id}`).name))
            .sort()
            .join('\n'),
        ]
      : [],
  );
}
