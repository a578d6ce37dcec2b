import { present } from '../model/assert.ts';
import { isFullCompany } from '../names/company.ts';
import { normaliseForm } from '../names/normalise.ts';
import type { Marks } from './judged.ts';
import type { Reference } from './reference.ts';
import { type Agreement, type Kind, type Names, strictest } from './rules.ts';
import { splitPeople, splitReferences } from './split.ts';

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
  /** Every form, folded. */
  readonly forms: ReadonlySet<string>;
  /** Whether one of its names is a company's full one. */
  readonly legal: boolean;
  /** The marks of its references, each kind once. */
  readonly marks: readonly Marks[];
}

/** The groups among references, which come in order; `isDifferent` tells of a judgement whether it keeps its two sides apart. */
export function groupReferences(
  kind: Kind,
  references: readonly Reference[],
  names: Names,
  isDifferent: (judgement: string) => boolean,
): Group[] {
  const blocks = new Map<string, Reference[]>();
  for (const reference of references) {
    const block = blocks.get(reference.key);
    if (block === undefined) blocks.set(reference.key, [reference]);
    else block.push(reference);
  }
  return [...blocks.keys()].sort().flatMap((key) => {
    const block = present(blocks.get(key), `the references of ${key}`);
    const spoken = new Set(block.map((r) => r.entity.name));
    const agreement = strictest([...spoken].map((name) => names.agreement(kind, name)));
    const parts = kind === 'Person' ? splitPeople(block) : splitReferences(block, agreement);
    return parts
      .flatMap((part) => divide(part, isDifferent))
      .map((part) => toGroup(kind, key, agreement, part));
  });
}

/** Parts the references that a person called different; those that the judgement does not name go with the larger side. */
function divide(
  part: readonly Reference[],
  isDifferent: (judgement: string) => boolean,
): (readonly Reference[])[] {
  const marked = part.filter((r) => r.marks.size > 0);
  const judgements = new Set(marked.flatMap((r) => [...r.marks.keys()].filter(isDifferent)));
  for (const id of [...judgements].sort()) {
    const of = (side: 'left' | 'right') => part.filter((r) => r.marks.get(id) === side);
    const [left, right] = [of('left'), of('right')];
    if (left.length === 0 || right.length === 0) continue;
    const others = part.filter((r) => !r.marks.has(id));
    const sides = left.length >= right.length ? [[...left, ...others], right] : [left, [...right, ...others]];
    return sides.flatMap((side) => divide(side, isDifferent));
  }
  return [part];
}

function toGroup(kind: Kind, key: string, agreement: Agreement, references: readonly Reference[]): Group {
  const documents = new Set<string>();
  const tokens = new Set<string>();
  const aliases = new Map<string, Set<string>>();
  const spoken = new Set<string>();
  const others = new Set<string>();
  const marks = new Set<Marks>();
  for (const { aliasKeys, context, entity, view, marks: own } of references) {
    documents.add(view.id);
    for (const token of context) tokens.add(token);
    for (const alias of aliasKeys) {
      const users = aliases.get(alias);
      if (users === undefined) aliases.set(alias, new Set([view.id]));
      else users.add(view.id);
    }
    spoken.add(entity.name);
    for (const alias of entity.aliases) others.add(alias);
    if (own.size > 0) marks.add(own);
  }
  return {
    kind,
    key,
    agreement,
    references,
    documents,
    context: tokens,
    aliases,
    forms: new Set([...spoken, ...others].map(normaliseForm)),
    legal: [...spoken].some(isFullCompany),
    marks: [...marks],
  };
}
