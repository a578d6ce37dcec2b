import { wrongAt } from '../../cypher-place.ts';
import { tokenise } from '../../cypher-text.ts';
import type { Parameters } from '../../store.ts';
import { Compiler, type Replaced, type Scope } from './compile.ts';
import * as K from './kinds.ts';
import { parse } from './parse.ts';
import type { Clause, Expression, Item, Pattern, Query } from './syntax.ts';

/** Procedures that the embedded store has, and what their columns are. */
const PROCEDURES: Readonly<Record<string, Readonly<Record<string, K.Type>>>> = {
  'db.labels': { label: K.of(K.TEXT) },
  'db.relationshiptypes': { relationshipType: K.of(K.TEXT) },
  'db.propertykeys': { propertyKey: K.of(K.TEXT) },
  'db.index.fulltext.querynodes': {
    node: { kinds: K.NODE, open: false },
    score: { kinds: K.FLOAT, open: false },
  },
};

/**
 * A statement whose expressions are put in words for Grafeo 0.6.0 that give what Neo4j gives, and whose columns have the names
 * that Neo4j gives them.
 *
 * @throws {YuantuError} QUERY with line and column: what is wrong, or what to write in place of what cannot be answered.
 */
export function compileStatement(statement: string, parameters: Parameters): string {
  const { query } = parse(statement);
  if (query === undefined) return statement;
  return new Walk(statement, parameters).whole(query);
}

/** What a query gives: its replacements, and the names and types of its columns. */
interface Given {
  readonly edits: Replaced[];
  readonly columns: Map<string, K.Type>;
}

class Walk {
  private readonly statement: string;
  private readonly compiler: Compiler;

  constructor(statement: string, parameters: Parameters) {
    this.statement = statement;
    this.compiler = new Compiler(statement, parameters, (query, scope) => {
      const { edits, columns } = this.query(query, scope, false);
      return { edits, column: [...columns.values()][0] ?? K.ANY };
    });
  }

  whole(query: Query): string {
    const { edits } = this.query(query, new Map(), true);
    return this.compiler.replaced(0, this.statement.length, edits);
  }

  /** `mustEnd`: whether it has to return, write or finish at its end. */
  private query({ parts, bare }: Query, scope: Scope, mustEnd: boolean): Given {
    if (bare !== undefined) {
      const edits: Replaced[] = [];
      const inner = this.patterns(bare.patterns, scope, false, edits);
      if (bare.where) edits.push(this.condition(bare.where, inner));
      return { edits, columns: new Map() };
    }
    const edits: Replaced[] = [];
    let columns: Map<string, K.Type> | undefined;
    for (const clauses of parts) {
      const given = this.clauses(clauses, scope, mustEnd);
      edits.push(...given.edits);
      columns = columns === undefined ? given.columns : eachEither(columns, given.columns);
    }
    return { edits, columns: columns ?? new Map() };
  }

  private clauses(clauses: readonly Clause[], outer: Scope, mustEnd: boolean): Given {
    const edits: Replaced[] = [];
    let scope = new Map(outer);
    let columns = new Map<string, K.Type>();
    for (const clause of clauses) {
      if (clause.is === 'return') columns = this.projected(clause, scope, edits);
      else scope = this.clause(clause, scope, edits);
    }
    const last = clauses.at(-1);
    if (mustEnd && last !== undefined && ['match', 'unwind', 'with'].includes(last.is)) {
      const word = /^\w+/.exec(this.statement.slice(last.start))?.[0].toUpperCase();
      throw wrongAt(
        this.statement,
        last.start,
        `A query cannot end with ${word}; say with RETURN what it should give`,
      );
    }
    return { edits, columns };
  }

  private clause(
    clause: Exclude<Clause, { is: 'return' }>,
    scope: Map<string, K.Type>,
    edits: Replaced[],
  ): Map<string, K.Type> {
    switch (clause.is) {
      case 'match': {
        const inner = this.patterns(clause.patterns, scope, clause.optional, edits);
        if (clause.where) {
          this.refuseShortest(clause.patterns, clause.where);
          edits.push(this.condition(clause.where, inner));
        }
        return inner;
      }
      case 'unwind': {
        const { text, type } = this.compiler.compile(clause.list, scope);
        edits.push({ start: clause.list.start, end: clause.list.end, text: asList(text, type) });
        return new Map(scope).set(clause.variable, itemsOf(type));
      }
      case 'with':
        return this.projected(clause, scope, edits);
      case 'write': {
        const inner = this.patterns(clause.patterns, scope, false, edits, clause.makes);
        for (const value of clause.values) this.expression(value, inner, edits);
        return inner;
      }
      case 'call':
        return this.procedure(clause, scope, edits);
      case 'subquery':
        return this.subquery(clause, scope, edits);
      case 'foreach': {
        const item = K.itemOf(this.expression(clause.list, scope, edits));
        edits.push(...this.clauses(clause.clauses, new Map(scope).set(clause.variable, item), false).edits);
        return scope;
      }
      default:
        return scope;
    }
  }

  /** Patterns with the expressions in them put in our words; gives what has a name after them. */
  private patterns(
    patterns: readonly Pattern[],
    scope: Scope,
    optional: boolean,
    edits: Replaced[],
    made = false,
  ): Map<string, K.Type> {
    let inner = new Map(scope);
    for (const pattern of patterns) inner = this.compiler.within(pattern, inner, optional);
    for (const { elements } of patterns)
      for (const element of elements) edits.push(...this.compiler.element(element, inner, made));
    return inner;
  }

  /** The engine seeks the shortest path first and asks the WHERE of it afterwards. */
  private refuseShortest(patterns: readonly Pattern[], where: Expression): void {
    const words = new Set(tokenise(this.statement.slice(where.start, where.end)).map(({ text }) => text));
    for (const { shortest, path, elements } of patterns) {
      const links = elements.flatMap(({ is, variable }) => (is === 'relationship' ? [variable] : []));
      if (shortest && [path, ...links].some((name) => name !== undefined && words.has(name)))
        throw wrongAt(
          this.statement,
          where.start,
          'The embedded store seeks the shortest path first and asks the WHERE of it afterwards. Name the relationship types in the pattern, or write MATCH p = (a)-[*..5]-(b) WHERE … RETURN p ORDER BY length(p) LIMIT 1',
        );
    }
  }

  private projected(
    clause: Clause & { is: 'with' | 'return' },
    scope: Map<string, K.Type>,
    edits: Replaced[],
  ): Map<string, K.Type> {
    const after = new Map(clause.star ? scope : []);
    for (const item of clause.items) {
      if (after.has(item.name) && !clause.star)
        throw wrongAt(
          this.statement,
          item.start,
          `Two columns are called ${item.name}; name them apart with AS`,
        );
      after.set(item.name, this.item(item, clause.is, scope, edits));
    }
    // What is ordered by may have either name.
    const both = new Map([...scope, ...after]);
    for (const one of clause.order) this.expression(one, both, edits);
    for (const one of clause.page) this.page(one, both);
    if (clause.offset) edits.push({ ...clause.offset, text: 'SKIP' });
    if (clause.where) edits.push(this.condition(clause.where, both));
    return after;
  }

  private item(item: Item, is: 'with' | 'return', scope: Scope, edits: Replaced[]): K.Type {
    const { value, named, name } = item;
    const { text, type } = this.compiler.compile(value, scope);
    if (!named && is === 'with' && value.is !== 'variable')
      throw wrongAt(this.statement, item.start, 'What WITH hands on needs a name; write AS name after it');
    const column = named || value.is === 'variable' ? '' : ` AS \`${name.replaceAll('`', '``')}\``;
    edits.push({ start: value.start, end: value.end, text: `${text}${column}` });
    return type;
  }

  /** SKIP and LIMIT take numbers of their own. */
  private page(node: Expression, scope: Scope): void {
    const { type, literal } = this.compiler.compile(node, scope);
    if (!K.isOnly(type, K.INTEGER) || type.kinds === 0 || literal?.startsWith('-'))
      throw wrongAt(this.statement, node.start, 'SKIP and LIMIT take an integer that is not negative');
  }

  private procedure(
    { name, given, columns, where, start }: Clause & { is: 'call' },
    scope: Map<string, K.Type>,
    edits: Replaced[],
  ): Map<string, K.Type> {
    const known = Object.hasOwn(PROCEDURES, name.toLowerCase()) ? PROCEDURES[name.toLowerCase()] : undefined;
    if (known === undefined)
      throw wrongAt(
        this.statement,
        start,
        `The embedded store has no procedure ${name}; it has db.labels, db.relationshipTypes, db.propertyKeys and db.index.fulltext.queryNodes`,
      );
    for (const one of given) this.expression(one, scope, edits);
    const after = new Map(scope);
    const names = columns.length === 0 ? Object.keys(known).map((one) => ({ of: one, as: one })) : columns;
    for (const { of, as } of names) after.set(as, known[of] ?? K.ANY);
    if (where) edits.push(this.condition(where, after));
    return after;
  }

  private subquery(
    { query, variables }: Clause & { is: 'subquery' },
    scope: Map<string, K.Type>,
    edits: Replaced[],
  ): Map<string, K.Type> {
    const inner = new Map([...scope].filter(([name]) => variables?.includes(name) ?? true));
    const given = this.query(query, inner, false);
    edits.push(...given.edits);
    return new Map([...scope, ...given.columns]);
  }

  private expression(node: Expression, scope: Scope, edits: Replaced[]): K.Type {
    const { text, type } = this.compiler.compile(node, scope);
    edits.push({ start: node.start, end: node.end, text });
    return type;
  }

  private condition(node: Expression, scope: Scope): Replaced {
    return { start: node.start, end: node.end, text: this.compiler.condition(node, scope) };
  }
}

function eachEither(one: Map<string, K.Type>, other: Map<string, K.Type>): Map<string, K.Type> {
  return new Map([...one].map(([name, type]) => [name, K.either(type, other.get(name) ?? K.NULL)]));
}

/** UNWIND takes what is no list for a list of it. */
function asList(text: string, type: K.Type): string {
  if (type.kinds === 0 || K.isOnly(type, K.LIST)) return text;
  const list = K.mayBe(type, K.LIST) ? `coalesce([_part IN ${text} | _part], [${text}])` : `[${text}]`;
  return type.open ? `CASE WHEN ${text} IS NULL THEN [] ELSE ${list} END` : list;
}

function itemsOf(type: K.Type): K.Type {
  if (type.kinds === 0 || K.isOnly(type, K.LIST)) return K.itemOf(type);
  const other = { ...type, kinds: type.kinds & ~K.LIST, open: false };
  return K.mayBe(type, K.LIST) ? K.either(K.itemOf(type), other) : other;
}
