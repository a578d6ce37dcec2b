import { YuantuError } from '../../model/errors.ts';
import { type CypherToken, isKeyword, tokenise } from '../cypher-text.ts';

/** What a plan says of itself, as the driver gives it. */
export interface Plan {
  readonly operatorType: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly children: readonly Plan[];
}

/** Operators of Neo4j's plans that read the graph or work on rows; `@neo4j` behind their names is left out. */
const OPERATORS = [
  /(Scan|Seek|SeekByRange|Join|Expand|Union|Aggregation|Distinct|CountStore|ApplyPlan|Lookup)(\(.*\))?$/,
  /^(Anti|Let|Select|Semi|RollUp|Conditional|AntiConditional)\w*Apply$/,
  /^(OptionalExpand|VarLengthExpand|PruningVarExpand|BFSPruningVarExpand|ShortestPath|StatefulShortestPath|ProjectEndpoints|TriadicSelection|TriadicBuild|TriadicFilter|(Bidirectional)?Repeat)\b/,
  /^(Apply|Argument|ArgumentTracker|AssertSameNode|AssertSameRelationship|CacheProperties|CartesianProduct|Eager|EmptyResult|EmptyRow|ErrorPlan|ExhaustiveLimit|Filter|Limit|NonFuseable|NonPipelined|Optional|Partial(Sort|Top)|PreserveOrder|ProduceResults|Projection|RemoteBatchProperties|Skip|Sort|Top|Top1WithTies|Unwind|PartitionedUnwind)$/,
  /^Show(Indexes|Constraints|Functions|Procedures)$/,
];

/** Procedures that only tell what is in the graph; others may reach the network, files or settings. */
const PROCEDURES =
  /^(db\.(labels|relationshipTypes|propertyKeys|info|ping|schema\.\w+|index\.fulltext\.(queryNodes|queryRelationships|listAvailableAnalyzers))|dbms\.components)$/;

/** Functions with a dot in their names that reckon and no more. Those without one are Neo4j's own, which a plug-in cannot add to. */
const FUNCTIONS =
  /^((date|datetime|localdatetime|localtime|time)\.(truncate|realtime|statement|transaction|fromEpoch|fromEpochMillis)|duration\.(between|inMonths|inDays|inSeconds)|point\.(distance|withinBBox)|vector\.similarity\.(cosine|euclidean))$/i;

const INSTEAD =
  'A question may read the graph (MATCH, OPTIONAL MATCH, UNWIND, WITH, CALL { }, RETURN), call the procedures that cypher/README.md lists, and SHOW INDEXES, CONSTRAINTS, FUNCTIONS or PROCEDURES';

/**
 * Refuses what does more than read this graph and shows in the words of a statement alone: another database (`USE`), and
 * functions that a plug-in brings.
 *
 * @throws {YuantuError} FORBIDDEN
 */
export function refuseByWords(statement: string): void {
  const tokens = tokenise(statement);
  for (const i of tokens.keys()) {
    if (isKeyword(tokens, i, 'USE') && beginsQuery(tokens, i))
      throw forbidden('USE asks another database', 'name one with --database in place of USE');
    const name = calledName(tokens, i);
    if (name !== undefined && !FUNCTIONS.test(name))
      throw forbidden(`The function ${name} is not known to only read`, 'use functions of Cypher itself');
  }
}

/**
 * Refuses a statement that does more than read the graph, by what Neo4j's EXPLAIN says of it: every operator must be one that is
 * known to read. READ mode alone routes a statement, and lets it read files, settings and other people's questions.
 *
 * @throws {YuantuError} FORBIDDEN
 */
export function refuseByPlan(queryType: string, plan: Plan | false): void {
  const operators = plan === false ? [] : flatten(plan);
  const names = operators.map(({ operatorType }) => operatorType.replace(/@.*$/, ''));
  if (names.some((name) => name.startsWith('LoadCSV')))
    throw new YuantuError(
      'FORBIDDEN',
      'LOAD CSV reads files and addresses outside the graph and is not allowed here; bring data in with `yuantu build` or `yuantu restore`.',
    );
  if (queryType.includes('w'))
    throw new YuantuError(
      'FORBIDDEN',
      'This statement writes, and only reading is allowed here; on the command line, --write allows it.',
    );
  for (const [i, name] of names.entries()) {
    if (name.startsWith('ProcedureCall')) {
      const procedure = String(operators[i]?.arguments.Details).split('(')[0] ?? '';
      if (!PROCEDURES.test(procedure))
        throw forbidden(`The procedure ${procedure} is not among those that may be called here`);
    } else if (!OPERATORS.some((pattern) => pattern.test(name)))
      throw forbidden(`${name} administers, or is not known to only read`);
  }
  // Some procedures count as schema, as dbms.components does; what has no plan at all administers.
  if (queryType !== 'r' && operators.length === 0) throw forbidden('This statement administers');
}

function forbidden(what: string, instead?: string): YuantuError {
  return new YuantuError(
    'FORBIDDEN',
    `${what}, and only reading is allowed here. ${INSTEAD}${instead === undefined ? '' : `; ${instead}`}. On the command line, --write allows the rest.`,
  );
}

/** Whether a query, or a part of one, begins at this token. */
function beginsQuery(tokens: readonly CypherToken[], i: number): boolean {
  const before = tokens[i - 1];
  const word = ['EXPLAIN', 'PROFILE', 'UNION', 'ALL', 'DISTINCT'].some((one) =>
    isKeyword(tokens, i - 1, one),
  );
  return (
    before === undefined || before.text === '{' || before.text === ';' || before.kind === 'number' || word
  );
}

/** `a.b.c` where a function of this name is called from the token at `i` on, and not a procedure. */
function calledName(tokens: readonly CypherToken[], i: number): string | undefined {
  const before = tokens[i - 1]?.text;
  if (tokens[i]?.kind !== 'word' || before === '.' || before === '$' || isKeyword(tokens, i - 1, 'CALL'))
    return undefined;
  let last = i;
  while (tokens[last + 1]?.text === '.' && tokens[last + 2]?.kind === 'word') last += 2;
  if (last === i || tokens[last + 1]?.text !== '(') return undefined;
  return tokens
    .slice(i, last + 1)
    .map(({ text }) => text.replaceAll('`', ''))
    .join('');
}

function flatten(plan: Plan): Plan[] {
  return [plan, ...plan.children.flatMap(flatten)];
}
