import { byPlace, type Reference } from './reference.ts';
import { formsOfReference } from './referencer.ts';

/** The references of one kind, by document and by every form that may bring two of them together. */
export class KindIndex {
  private readonly byDocument = new Map<string, readonly Reference[]>();
  private readonly byForm = new Map<string, Set<Reference>>();
  private readonly byAlias: boolean;

  /** Whether an alias brings two together, or only a name does. */
  constructor(byAlias: boolean) {
    this.byAlias = byAlias;
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
        filed?.delete(reference);
        if (filed?.size === 0) this.byForm.delete(form);
      }
    for (const reference of coming)
      for (const form of this.formsOf(reference)) {
        const filed = this.byForm.get(form);
        if (filed === undefined) this.byForm.set(form, new Set([reference]));
        else filed.add(reference);
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
