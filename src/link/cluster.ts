import type { EntityType } from '../model/entity.ts';
import type { Mention } from '../model/mention.ts';

/** Mentions gathered under their forms, joined when two forms turn out to name one thing. */
export class Clusters {
  private readonly parent = new Map<string, string>();
  private readonly members = new Map<string, Mention[]>();

  constructor(mentions: readonly Mention[]) {
    for (const mention of mentions) this.add(mention);
  }

  add(mention: Mention): void {
    const key = keyOf(mention.type, mention.form);
    const list = this.members.get(key);
    if (list) list.push(mention);
    else this.members.set(key, [mention]);
    if (!this.parent.has(key)) this.parent.set(key, key);
  }

  has(type: EntityType, form: string): boolean {
    return this.members.has(keyOf(type, form));
  }

  /** The forms of a type, each once, in order of first mention. */
  forms(type: EntityType): string[] {
    const prefix = `${type} `;
    return [...this.members.keys()]
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length));
  }

  same(type: EntityType, a: string, b: string): boolean {
    return this.root(keyOf(type, a)) === this.root(keyOf(type, b));
  }

  join(type: EntityType, a: string, b: string): void {
    const [x, y] = [this.root(keyOf(type, a)), this.root(keyOf(type, b))];
    if (x !== y) this.parent.set(y, x);
  }

  /** How often a form is met. */
  count(type: EntityType, form: string): number {
    return this.members.get(keyOf(type, form))?.length ?? 0;
  }

  /** Every cluster: its type and its mentions in text order. */
  groups(): { readonly type: EntityType; readonly mentions: Mention[] }[] {
    const groups = new Map<string, Mention[]>();
    for (const [key, list] of this.members) {
      const root = this.root(key);
      groups.set(root, [...(groups.get(root) ?? []), ...list]);
    }
    return [...groups].map(([key, mentions]) => ({
      type: key.slice(0, key.indexOf(' ')) as EntityType,
      mentions: mentions.sort((a, b) => a.start - b.start || b.end - a.end),
    }));
  }

  private root(key: string): string {
    let at = key;
    for (let up = this.parent.get(at); up !== undefined && up !== at; up = this.parent.get(at)) at = up;
    return at;
  }
}

function keyOf(type: EntityType, form: string): string {
  return `${type} ${form}`;
}
