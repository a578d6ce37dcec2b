import type { Shelf, Table } from '../model/table.ts';
import { byPlace, type KeptReference, type Reference } from './reference.ts';
import { formsOfReference } from './referencer.ts';

type Restore = (kept: readonly KeptReference[], document: string) => readonly Reference[];

/** The references of one kind, by document and by every form that may bring two of them together. */
export class KindIndex {
  private readonly byDocument: Table<readonly Reference[]>;
  private readonly byForm: Table<Set<Reference>>;
  private readonly byAlias: boolean;

  /**
   * `byAlias`: whether an alias brings two together, or only a name does. `restore` makes the references of a document again, of
   * what `shelf` kept under `name`.
   */
  constructor(
    byAlias: boolean,
    { shelf, name, restore }: { readonly shelf: Shelf; readonly name: string; readonly restore: Restore },
  ) {
    this.byAlias = byAlias;
    this.byDocument = shelf.table<readonly Reference[]>(`references-${name}`, {
      pack: (references) =>
        references.map(
          ({ at, key, aliasKeys, context, above }): KeptReference => [at, key, aliasKeys, context, above],
        ),
      unpack: restore,
    });
    this.byForm = shelf.table<Set<Reference>>(`forms-${name}`, {
      pack: (filed) => [...filed].map(({ view, at }) => [view.id, at]),
      unpack: (places: readonly (readonly [document: string, at: number])[]) =>
        new Set(places.flatMap(([document, at]) => this.of(document).find((one) => one.at === at) ?? [])),
    });
  }

  of(document: string): readonly Reference[] {
    return this.byDocument.get(document) ?? [];
  }

  documents(): Iterable<string> {
    return this.byDocument.keys();
  }

  /** Puts references in the place of a document's; the forms by which they and the former ones are found. */
  replace(document: string, references: readonly Reference[]): string[] {
    const old = this.of(document);
    if (old.length === 0 && references.length === 0) return [];
    const staying = new Set(references);
    const leaving = old.filter((one) => !staying.has(one));
    const known = new Set(old);
    const coming = references.filter((one) => !known.has(one));
    for (const reference of leaving)
      for (const form of this.formsOf(reference)) {
        const filed = this.byForm.get(form);
        if (filed === undefined || !filed.delete(reference)) continue;
        if (filed.size === 0) this.byForm.delete(form);
        else this.byForm.set(form, filed);
      }
    for (const reference of coming)
      for (const form of this.formsOf(reference)) {
        const filed = this.byForm.get(form);
        this.byForm.set(form, filed?.add(reference) ?? new Set([reference]));
      }
    if (references.length === 0) this.byDocument.delete(document);
    else this.byDocument.set(document, references);
    return [...leaving, ...coming].flatMap((reference) => this.formsOf(reference));
  }

  /** The references that these forms lead to, those that belong together in one list: no form leads from one list to another. */
  components(forms: Iterable<string>): Reference[][] {
    const seenForms = new Set<string>();
    const seen = new Set<Reference>();
    const components: Reference[][] = [];
    for (const start of forms) {
      const component: Reference[] = [];
      const queue = [start];
      for (let form = queue.pop(); form !== undefined; form = queue.pop()) {
        if (seenForms.has(form)) continue;
        seenForms.add(form);
        for (const reference of this.byForm.get(form) ?? []) {
          if (seen.has(reference)) continue;
          seen.add(reference);
          component.push(reference);
          for (const other of this.formsOf(reference)) if (!seenForms.has(other)) queue.push(other);
        }
      }
      if (component.length > 0) components.push(component.sort(byPlace));
    }
    return components;
  }

  private formsOf(reference: Reference): string[] {
    return formsOfReference(reference, this.byAlias);
  }
}
