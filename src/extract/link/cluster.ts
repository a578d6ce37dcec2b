import type { EntityType } from '../../model/entity.ts';
import type { Mention } from '../../model/mention.ts';

/** The mentions of one form, joined with others when two forms turn out to name one thing. */
interface Member {
  readonly type: EntityType;
  readonly mentions: Mention[];
  up: Member | undefined;
}

/** Mentions gathered under their forms. */
export class Clusters {
  private readonly types = new Map<EntityType, Map<string, Member>>();
  private readonly members: Member[] = [];
  private readonly alike = new Map<string, string[]>();

  constructor(mentions: readonly Mention[]) {
    for (const mention of mentions) this.add(mention);
  }

  add(mention: Mention): void {
    let forms = this.types.get(mention.type);
    if (!forms) {
      forms = new Map();
      this.types.set(mention.type, forms);
    }
    const known = forms.get(mention.form);
    if (known) known.mentions.push(mention);
    else {
      const member = { type: mention.type, mentions: [mention], up: undefined };
      forms.set(mention.form, member);
      this.members.push(member);
      const key = `${mention.type} ${mention.form.slice(0, 2)}`;
      const alike = this.alike.get(key);
      if (alike) alike.push(mention.form);
      else this.alike.set(key, [mention.form]);
    }
  }

  has(type: EntityType, form: string): boolean {
    return this.types.get(type)?.has(form) === true;
  }

  /** The forms of a type, each once, in order of first mention. */
  forms(type: EntityType): string[] {
    return [...(this.types.get(type)?.keys() ?? [])];
  }

  /** The forms of a type that begin with the same two units as a form, in order of first mention. */
  formsLike(type: EntityType, form: string): readonly string[] {
    return this.alike.get(`${type} ${form.slice(0, 2)}`) ?? [];
  }

  /** Where a form is first met. */
  firstOf(type: EntityType, form: string): number {
    return this.types.get(type)?.get(form)?.mentions[0]?.start ?? 0;
  }

  /** Some of the forms of a type, each cluster once, by the first of its forms that is among them. */
  apart(type: EntityType, forms: readonly string[]): string[] {
    const seen = new Set<Member>();
    return forms.filter((form) => {
      const root = this.root(type, form);
      if (!root || seen.has(root)) return false;
      seen.add(root);
      return true;
    });
  }

  join(type: EntityType, a: string, b: string): void {
    const [x, y] = [this.root(type, a), this.root(type, b)];
    if (x && y && x !== y) y.up = x;
  }

  /** Every cluster: its type and its mentions in text order. */
  groups(): { readonly type: EntityType; readonly mentions: Mention[] }[] {
    const groups = new Map<Member, Mention[]>();
    for (const member of this.members) {
      const root = rootOf(member);
      const group = groups.get(root);
      if (group) for (const mention of member.mentions) group.push(mention);
      else groups.set(root, [...member.mentions]);
    }
    return [...groups].map(([{ type }, mentions]) => ({
      type,
      mentions: mentions.sort((a, b) => a.start - b.start || b.end - a.end),
    }));
  }

  private root(type: EntityType, form: string): Member | undefined {
    const member = this.types.get(type)?.get(form);
    return member && rootOf(member);
  }
}

/** The member that stands for a cluster; the way to it is shortened for the next time. */
function rootOf(member: Member): Member {
  let at = member;
  while (at.up) {
    if (at.up.up) at.up = at.up.up;
    at = at.up;
  }
  return at;
}
