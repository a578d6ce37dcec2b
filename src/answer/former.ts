import { hashId } from '../model/id.ts';
import type { JudgementLine, NamedThing } from '../model/judgement.ts';
import type { RelationType } from '../model/relation.ts';
import type { NodeRecord, RelationshipRecord } from '../model/snapshot.ts';
import { idNamesOf } from '../names/id-name.ts';
import type { Catalogue } from './catalogue.ts';
import { formsOf, kindOf } from './forms.ts';
import { typeOf } from './reference.ts';

/** How an id looks that is made of names. */
const ID = /^[0-9a-f]{16}$/u;

/** A name as ids are made of it. */
interface Name {
  readonly kind: string;
  readonly name: string;
}

/**
 * What has now the place of an id that no longer is: an entity that was renamed, joined or of another type, and a relation that
 * was moved or whose ends were. Ids come from names, so that the names that people judged, and every form that an entity goes
 * by, tell which it was. Undefined where nothing or more than one thing answers, or the id is there.
 */
export function findFormer(
  catalogue: Catalogue,
  lines: readonly JudgementLine[],
  id: string,
): string | undefined {
  if (!ID.test(id) || (catalogue.findNode(id) ?? catalogue.findRelation(id))) return undefined;
  const classes = namesJudgedOne(lines);
  const bearers = bearersOf(catalogue, classes);
  const judged = classes.flatMap((names, at) => {
    const nodes = bearers[at] ?? [];
    return nodes.some((node) => names.some((name) => idsOf(catalogue, name, node).has(id))) ? nodes : [];
  });
  const found = judged.length > 0 ? judged : formerlyOf(catalogue, id);
  const [only] = found;
  if (only !== undefined) return found.length === 1 ? only.id : undefined;
  return findFormerRelation(catalogue, lines, { classes, bearers }, id);
}

/** The names that judgements, undone ones too, gave to one thing. */
function namesJudgedOne(lines: readonly JudgementLine[]): readonly (readonly Name[])[] {
  const classes = new Map<string, Name[]>();
  const classOf = (name: Name): Name[] => classes.get(keyOf(name)) ?? [name];
  for (const line of lines) {
    const pair = onePair(line);
    if (pair === undefined) continue;
    const all = [...new Map(pair.flatMap(classOf).map((name) => [keyOf(name), name])).values()];
    for (const name of all) classes.set(keyOf(name), all);
  }
  return [...new Set(classes.values())];
}

function onePair(line: JudgementLine): readonly [Name, Name] | undefined {
  if (line.say === 'same') return [toName(line.left), toName(line.right)];
  if (line.say !== 'wrong' || line.right === undefined) return undefined;
  const before = 'of' in line ? toName(line.of) : undefined;
  if (before === undefined) return undefined;
  if (line.what === 'entity') return [before, { ...before, name: line.right }];
  return line.what === 'type' ? [before, { ...before, kind: kindOf(line.right) }] : undefined;
}

function bearersOf(
  catalogue: Catalogue,
  classes: readonly (readonly Name[])[],
): readonly (readonly NodeRecord[])[] {
  const at = new Map(classes.flatMap((names, place) => names.map((name) => [keyOf(name), place] as const)));
  const bearers: NodeRecord[][] = classes.map(() => []);
  if (at.size === 0) return bearers;
  for (const node of catalogue.named([...new Set(classes.flat().map(({ name }) => name))])) {
    const kind = kindOf(typeOf(node));
    const places = new Set(formsOf(node).flatMap((name) => at.get(keyOf({ kind, name })) ?? []));
    for (const place of places) bearers[place]?.push(node);
  }
  return bearers;
}

/** The ids that an entity may have had by a name: a homonym's has what it stands beside in it. */
function idsOf(catalogue: Catalogue, { kind, name }: Name, node: NodeRecord): Set<string> {
  const beside = catalogue.relationsOf(node.id).map(({ from, to }) => (from === node.id ? to : from));
  const tokens = beside.flatMap((id) => {
    const other = catalogue.findNode(id);
    return other === undefined ? [] : [`${kindOf(typeOf(other))}:${id}`];
  });
  const names = idNamesOf(kind, name);
  return new Set(
    names.flatMap((one) => [hashId(kind, one), ...tokens.map((token) => hashId(kind, one, token))]),
  );
}

/** The entities that have gone by a name of which the id is. */
function formerlyOf(catalogue: Catalogue, id: string): readonly NodeRecord[] {
  const found: NodeRecord[] = [];
  for (let after: string | undefined = ''; after !== undefined; ) {
    const page = catalogue.formerly({ id, after });
    found.push(...page.found);
    after = page.next;
  }
  return found;
}

interface Judged {
  readonly classes: readonly (readonly Name[])[];
  readonly bearers: readonly (readonly NodeRecord[])[];
}

function findFormerRelation(
  catalogue: Catalogue,
  lines: readonly JudgementLine[],
  { classes, bearers }: Judged,
  id: string,
): string | undefined {
  const moved = findMoved(catalogue, lines, id);
  if (moved !== undefined) return moved;
  const former = new Map<string, Set<string>>();
  bearers.forEach((nodes, at) => {
    for (const node of nodes)
      former.set(node.id, new Set((classes[at] ?? []).flatMap((name) => [...idsOf(catalogue, name, node)])));
  });
  const idsOfEnd = (end: string) => [end, ...(former.get(end) ?? [])];
  const was = ({ type, from, to }: RelationshipRecord) =>
    idsOfEnd(from).some((a) =>
      idsOfEnd(to).some((b) => hashId(type, a, b) === id || (isMutual(type) && hashId(type, b, a) === id)),
    );
  return [...former.keys()].flatMap((end) => catalogue.relationsOf(end)).find(was)?.id;
}

/** The relation that a judgement put in the place of one with this id, and the other way round once it was taken back. */
function findMoved(catalogue: Catalogue, lines: readonly JudgementLine[], id: string): string | undefined {
  const findAll = (thing: NamedThing): readonly NodeRecord[] =>
    catalogue.named([thing.name]).filter((node) => kindOf(typeOf(node)) === kindOf(thing.type));
  const idsBetween = ({ from, relation, to }: Told): readonly string[] =>
    findAll(from).flatMap((a) =>
      findAll(to).flatMap((b) => [hashId(relation, a.id, b.id), hashId(relation, b.id, a.id)]),
    );
  for (const line of lines) {
    if (line.say !== 'wrong' || line.what !== 'relation') continue;
    const { from, to, relation, right = relation, rightFrom = from, rightTo = to } = line;
    const [before, after] = [
      { from, relation, to },
      { from: rightFrom, relation: right, to: rightTo },
    ];
    for (const [was, now] of [
      [before, after],
      [after, before],
    ] as const) {
      if (!idsBetween(was).includes(id)) continue;
      const found = idsBetween(now).find((one) => catalogue.findRelation(one));
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** A relation by the names of its ends. */
interface Told {
  readonly from: NamedThing;
  readonly relation: RelationType;
  readonly to: NamedThing;
}

function isMutual(type: string): boolean {
  return type === 'PARTNERS_WITH';
}

function toName({ type, name }: NamedThing): Name {
  return { kind: kindOf(type), name };
}

function keyOf({ kind, name }: Name): string {
  return `${kind}\n${name}`;
}
