import { choose } from '../../graph/choose.ts';
import { LEAST } from '../../model/certainty.ts';
import type { Choice, Chosen, Told } from '../../model/chosen.ts';
import type { NodeRecord, Properties, RelationshipRecord } from '../../model/snapshot.ts';
import { byId, type Row, toNode, toRelationship, toRelationships } from '../../store/records.ts';
import { spoolRows } from '../../store/spool.ts';
import type { Askable } from '../../store/store.ts';
import { listOf } from '../properties.ts';
import { byKey, byKeys, type Findings, one } from './look.ts';
import * as looks from './looks.ts';
import { makeSteadily } from './until-found.ts';

type Asked = Askable & { readonly place: string };

const from = (name: string): string => `read/neo4j/${name}`;

const NODE = byKeys<NodeRecord | undefined>(
  from('whole-nodes-by-id'),
  ([row]) => row && toNode(row),
  undefined,
);
const RELATIONSHIP = byKeys<RelationshipRecord | undefined>(
  from('relationships-by-id'),
  ([row]) => row && toRelationship(row),
  undefined,
);
/** By the ids of nodes as JSON. */
const AMONG = byKey<readonly RelationshipRecord[]>(
  (key) => [{ statement: from('relationships-among'), parameters: { ids: JSON.parse(key) as string[] } }],
  ([rows = []]) => toRelationships(rows),
  [],
);
const PUBLISHED = one<readonly string[]>(from('published'), (rows) => rows.map(([day]) => String(day)), []);

/** A part of a graph that a database holds: what is named by ids comes into memory, all else into files. */
export function chooseAsked(store: Asked, choice: Choice, isTold: boolean): Promise<Chosen> {
  const { ids } = choice;
  return ids === undefined
    ? chooseMany(store, choice, isTold)
    : makeSteadily(
        store,
        () => store.generation(),
        (findings) => chooseSome(findings, choice, ids, isTold),
      );
}

async function chooseMany(
  store: Asked,
  { all = false, certainty = 'doubtful' }: Choice,
  isTold: boolean,
): Promise<Chosen> {
  const parameters = { all, least: LEAST[certainty] };
  const { rows, close } = await spoolRows(store, [
    { statement: from('chosen-nodes'), parameters },
    { statement: from('chosen-relationships'), parameters },
    { statement: from('published') },
    ...(isTold ? [{ statement: from('told-articles') }, { statement: from('told-facts') }] : []),
  ]);
  const [nodes = [], relationships = [], published = [], articles = [], facts = []] = rows;
  return {
    nodes: made(nodes, (row) => ({ node: toNode(row), degree: Number(row[3]) })),
    relationships: made(relationships, toRelationship),
    published: made(published, ([day]) => String(day)),
    told: () => toTold(articles, facts),
    close,
  };
}

function toTold(articles: Iterable<Row>, facts: Iterable<Row>): Told {
  const factsOf = new Map<string, Properties[]>();
  for (const [, of, properties] of facts) {
    const { properties: own } = toNode([null, [], properties ?? {}]);
    const known = factsOf.get(String(of));
    if (known) known.push(own);
    else factsOf.set(String(of), [own]);
  }
  const known = new Map<string, Properties>();
  for (const [id, properties] of articles)
    known.set(String(id), toNode([id ?? null, [], properties ?? {}]).properties);
  return { articles: known, facts: factsOf };
}

/** What ids name, with all that is chosen along with it, as a small graph of which the same is chosen. */
function chooseSome(findings: Findings, choice: Choice, ids: readonly string[], isTold: boolean): Chosen {
  const least = LEAST[choice.certainty ?? 'doubtful'];
  const isSure = ({ properties: { confidence = 1 } }: RelationshipRecord) => Number(confidence) >= least;
  const wanted = new Set(ids);
  const named = [...wanted].flatMap((id) => findings.get(RELATIONSHIP, id) ?? []).filter(isSure);
  for (const { from: start, to } of named) wanted.add(start).add(to);
  const nodes = [...wanted].flatMap((id) => findings.get(NODE, id) ?? []);
  const relationships =
    named.length > 0 ? named : findings.get(AMONG, JSON.stringify(nodes.map(({ id }) => id).sort()));
  const snapshot = { nodes: byId(nodes), relationships: byId([...relationships]) };
  const chosen = choose(snapshot, choice);
  const told = isTold ? toldOf(findings, chosen) : NOTHING_TOLD;
  return { ...chosen, published: findings.get(PUBLISHED), told: () => told };
}

const NOTHING_TOLD: Told = { articles: new Map(), facts: new Map() };

/** The articles that a part names, and the facts of its nodes. */
function toldOf(findings: Findings, chosen: Chosen): Told {
  const nodes = Array.from(chosen.nodes, ({ node }) => node);
  const named = [...nodes, ...chosen.relationships].flatMap(({ properties }) =>
    listOf(properties, 'articles'),
  );
  const articles = [...new Set(named)].sort().flatMap((id) => findings.get(looks.NODE, id) ?? []);
  return {
    articles: new Map(articles.map(({ id, properties }) => [id, properties])),
    facts: new Map(
      nodes.map(({ id }) => [id, findings.get(looks.FACTS_OF, id).map(({ properties }) => properties)]),
    ),
  };
}

function made<T, U>(rows: Iterable<T>, make: (row: T) => U): Iterable<U> {
  return {
    *[Symbol.iterator]() {
      for (const row of rows) yield make(row);
    },
  };
}
