import { wrongAt } from '../../cypher-place.ts';
import type { Parameters } from '../../store.ts';
import { called, groups } from './functions.ts';
import * as K from './kinds.ts';
import { joined, truth } from './operators.ts';
import { nameOf, type Refuse, type Typed } from './raise.ts';
import { regexp } from './regexps.ts';
import type { Element, Expression, Pattern, Query } from './syntax.ts';
import {
  checkDate,
  isEither,
  item,
  labels,
  list,
  literal,
  property,
  quantified,
  quoted,
  signed,
  slice,
} from './values.ts';

export type Scope = ReadonlyMap<string, K.Type>;

/** What is to stand in place of [start, end) of the statement. */
export interface Replaced {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Compiles a query that stands in an expression; gives the replacements in it, and the type of its only column. */
export type Inner = (
  query: Query,
  scope: Scope,
) => { readonly edits: readonly Replaced[]; readonly column: K.Type };

/**
 * Expressions in words for Grafeo 0.6.0 that give what Neo4j gives. Where the kinds of what is reckoned with do not show, it is
 * found out while the engine works, or refused.
 */
export class Compiler {
  private readonly statement: string;
  private readonly parameters: Parameters;
  private readonly inner: Inner;

  constructor(statement: string, parameters: Parameters, inner: Inner) {
    this.statement = statement;
    this.parameters = parameters;
    this.inner = inner;
  }

  /** @throws {YuantuError} QUERY with line and column, saying what to write instead. */
  compile(node: Expression, scope: Scope): Typed {
    const refuse: Refuse = (message) => {
      throw wrongAt(this.statement, node.start, message);
    };
    const at = (one: Expression) => this.compile(one, scope);
    switch (node.is) {
      case 'literal':
        return literal(node, refuse);
      case 'parameter':
        if (!Object.hasOwn(this.parameters, node.name))
          refuse(`Expected the parameter ${node.name}, which is not given`);
        return { text: this.source(node.start, node.end), type: K.typeOf(this.parameters[node.name]) };
      case 'variable':
        return {
          text: this.source(node.start, node.end),
          type: scope.get(node.name) ?? refuse(`The variable ${node.name} is not defined`),
        };
      case 'brackets': {
        const inside = at(node.of);
        return { ...inside, text: inside.text.startsWith('(') ? inside.text : `(${inside.text})` };
      }
      case 'not':
        return { text: `(NOT ${truth(at(node.of), 'NOT', refuse)})`, type: K.of(K.BOOLEAN) };
      case 'minus':
      case 'plus':
        return signed(node.is, at(node.of), refuse);
      case 'binary': {
        const { sign, right: of } = node;
        const given = of.is === 'parameter' ? this.parameters[of.name] : undefined;
        const right = sign === '=~' ? regexp(at(of), given, refuse) : at(of);
        return joined(sign, at(node.left), right, refuse);
      }
      case 'null':
        return {
          text: `(${at(node.of).text} IS ${node.not ? 'NOT ' : ''}NULL)`,
          type: { kinds: K.BOOLEAN, open: false },
        };
      case 'property':
        return property(at(node.of), node.key, this.source(node.of.end, node.end), refuse);
      case 'item':
        return item(at(node.of), at(node.at), refuse);
      case 'slice':
        return slice(at(node.of), node.from && at(node.from), node.to && at(node.to), refuse);
      case 'list':
        return list(node.items.map(at));
      case 'map': {
        const entries = node.entries.map(({ key, value }) => [key, at(value)] as const);
        const text = entries.map(([key, { text }]) => `${quoted(key)}: ${text}`).join(', ');
        return {
          text: `{${text}}`,
          type: { kinds: K.MAP, open: false, fields: new Map(entries.map(([key, { type }]) => [key, type])) },
        };
      }
      case 'projection':
        return this.projection(node, scope, refuse);
      case 'comprehension':
        return this.comprehension(node, scope, refuse);
      case 'quantifier':
        return this.quantifier(node, scope, refuse);
      case 'reduce':
        return this.reduce(node, scope, refuse);
      case 'call':
        return this.call(node, scope, refuse);
      case 'case':
        return this.choice(node, scope, refuse);
      case 'labels':
        return labels(at(node.of), node.formula, refuse);
      case 'pattern':
        if (node.pattern.shortest)
          refuse('shortestPath stands in MATCH alone; write MATCH p = shortestPath((a)-[*..6]-(b))');
        return { text: this.pattern(node.pattern, scope), type: { kinds: K.BOOLEAN, open: false } };
      case 'patterns':
        return this.patterns(node, scope);
      case 'subquery':
        return this.subquery(node, scope, refuse);
    }
  }

  /** A pattern as it stands, with the expressions in it compiled. */
  pattern(pattern: Pattern, scope: Scope): string {
    const edits = pattern.elements.flatMap((element) => this.element(element, scope));
    return this.replaced(pattern.start, pattern.end, edits);
  }

  /** The replacements for the expressions in a node or relationship; `made`: by CREATE, so that nothing is compared. */
  element({ is, formula, properties, where }: Element, scope: Scope, made = false): Replaced[] {
    const edits: Replaced[] = [];
    if (formula !== undefined && this.source(formula.start, formula.start + 2).toUpperCase() === 'IS')
      edits.push({ start: formula.start, end: formula.start + 2, text: ':' });
    if (is === 'relationship' && formula !== undefined && !isEither(formula))
      throw wrongAt(
        this.statement,
        formula.start,
        "The types of a relationship are names with | between them here; write [r] and WHERE type(r) <> 'A'",
      );
    if (properties?.is === 'map')
      for (const { key, value, end } of properties.entries) {
        const one = this.compile(value, scope);
        const refuse: Refuse = (message) => {
          throw wrongAt(this.statement, value.start, message);
        };
        const known = K.typeOfProperty(key);
        const mixed =
          (K.mayBe(known, K.NUMBER) && K.mayBe(one.type, K.TEXT)) ||
          (K.mayBe(known, K.TEXT) && K.mayBe(one.type, K.NUMBER));
        const plain = one.literal !== undefined && /^['"][^\d]*['"]$/.test(one.literal);
        if (!made && mixed && !plain && known.kinds !== K.ALL)
          refuse(
            `${key} is ${nameOf(known.kinds)} and never equal to ${nameOf(one.type.kinds)}, which the embedded store would take for one another; write it in WHERE`,
          );
        edits.push({ start: value.start, end, text: one.text });
      }
    else if (properties !== undefined) this.compile(properties, scope);
    if (where !== undefined)
      edits.push({ start: where.start, end: where.end, text: this.compile(where, scope).text });
    return edits;
  }

  replaced(start: number, end: number, edits: readonly Replaced[]): string {
    let text = '';
    let at = start;
    for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
      text += this.source(at, edit.start) + edit.text;
      at = edit.end;
    }
    return text + this.source(at, end);
  }

  private source(start: number, end: number): string {
    return this.statement.slice(start, end);
  }

  private projection(node: Expression & { is: 'projection' }, scope: Scope, refuse: Refuse): Typed {
    const of = this.compile(node.of, scope);
    if (!K.isOnly(of.type, K.MAP | K.THING))
      refuse(
        'A map is made of a node, a relationship or a map; the embedded store cannot see that this is one',
      );
    const fields = new Map<string, K.Type>();
    for (const key of node.keys)
      fields.set(
        key,
        K.isOnly(of.type, K.THING) ? K.typeOfProperty(key) : (of.type.fields?.get(key) ?? K.STORED),
      );
    const edits = node.entries.map(({ key, value, end }) => {
      const one = this.compile(value, scope);
      fields.set(key, one.type);
      return { start: value.start, end, text: one.text };
    });
    const type: K.Type = { kinds: K.MAP, open: of.type.open, ...(node.all ? {} : { fields }) };
    return { text: this.replaced(node.start, node.end, edits), type };
  }

  private listed(list: Typed, what: string, refuse: Refuse): K.Type {
    if (list.type.kinds !== 0 && !K.isOnly(list.type, K.LIST))
      refuse(`${what} goes over a list; the embedded store cannot see that this is one`);
    return K.itemOf(list.type);
  }

  private comprehension(node: Expression & { is: 'comprehension' }, scope: Scope, refuse: Refuse): Typed {
    const items = this.compile(node.list, scope);
    const item = this.listed(items, '[x IN …]', refuse);
    const inner = new Map(scope).set(node.variable, item);
    const where = node.where === undefined ? '' : ` WHERE ${this.condition(node.where, inner)}`;
    const value = node.value && this.compile(node.value, inner);
    const text = `[${quoted(node.variable)} IN ${items.text}${where}${value === undefined ? '' : ` | ${value.text}`}]`;
    return { text, type: { kinds: K.LIST, open: items.type.open, item: value?.type ?? item } };
  }

  /** What stands after WHERE. */
  condition(node: Expression, scope: Scope): string {
    const refuse: Refuse = (message) => {
      throw wrongAt(this.statement, node.start, message);
    };
    return truth(this.compile(node, scope), 'WHERE', refuse);
  }

  private quantifier(node: Expression & { is: 'quantifier' }, scope: Scope, refuse: Refuse): Typed {
    if (node.where === undefined)
      refuse(`${node.name}() asks something of each item; write ${node.name}(x IN list WHERE …)`);
    const items = this.compile(node.list, scope);
    const inner = new Map(scope).set(node.variable, this.listed(items, `${node.name}()`, refuse));
    const holds = this.condition(node.where as Expression, inner);
    if (holds.length + items.text.length > 1000)
      refuse('The embedded store cannot reckon so much in one go; give parts of it names with WITH first');
    return quantified(node.name, node.variable, items.text, holds);
  }

  /** The sum takes the kinds of what it begins with and of what each step gives, until these grow no more. */
  private reduce(node: Expression & { is: 'reduce' }, scope: Scope, refuse: Refuse): Typed {
    const [first, items] = [this.compile(node.first, scope), this.compile(node.list, scope)];
    const item = this.listed(items, 'reduce()', refuse);
    let sum = first.type;
    for (let tries = 0; tries < 4; tries++) {
      const inner = new Map(scope).set(node.sum, sum).set(node.variable, item);
      const value = this.compile(node.value, inner);
      const next = K.either(sum, value.type);
      if (
        next.kinds === sum.kinds &&
        next.open === sum.open &&
        next.item?.kinds === sum.item?.kinds &&
        next.item?.open === sum.item?.open
      ) {
        if (first.type.kinds !== 0 && !K.isOnly(value.type, first.type.kinds))
          refuse(`reduce() begins with ${nameOf(first.type.kinds)}, and each step must give that again`);
        const text = `reduce(${quoted(node.sum)} = ${first.text}, ${quoted(node.variable)} IN ${items.text} | ${value.text})`;
        return { text, type: { ...next, open: true } };
      }
      sum = next;
    }
    return refuse('The embedded store cannot see what this reduce() gives; reckon with one kind of value');
  }

  private call(node: Expression & { is: 'call' }, scope: Scope, refuse: Refuse): Typed {
    const [only] = node.given;
    const head = `${this.source(node.start, this.statement.indexOf('(', node.start) + 1)}${node.distinct ? 'DISTINCT ' : ''}`;
    if (node.star) {
      if (node.name.toLowerCase() !== 'count') refuse(`${node.name}(*) is not known`);
      return { text: 'count(*)', type: { kinds: K.INTEGER, open: false } };
    }
    if (node.distinct && !groups(node.name))
      refuse(`DISTINCT stands in functions over rows, such as count(DISTINCT x)`);
    // size([(a)--(b) | b]) counts what COUNT { } counts.
    if (node.name.toLowerCase() === 'size' && only?.is === 'patterns') {
      const where =
        only.where === undefined
          ? ''
          : ` WHERE ${this.condition(only.where, this.within(only.pattern, scope))}`;
      return {
        text: `COUNT { MATCH ${this.pattern(only.pattern, scope)}${where} }`,
        type: { kinds: K.INTEGER, open: false },
      };
    }
    if (only?.is === 'pattern' && node.name.toLowerCase() === 'size')
      refuse('size() takes no pattern; write COUNT { (a)--(b) }');
    const given = node.given.map((one) => this.compile(one, scope));
    checkDate(node.name, given, refuse);
    return called(node.name, head, given, refuse);
  }

  private choice(node: Expression & { is: 'case' }, scope: Scope, refuse: Refuse): Typed {
    const of = node.of && this.compile(node.of, scope);
    const types: K.Type[] = [];
    const cases = node.cases.map(({ when, gives }) => {
      const result = this.compile(gives, scope);
      types.push(result.type);
      const asked =
        of === undefined
          ? this.condition(when, scope)
          : joined('=', of, this.compile(when, scope), refuse).text;
      return `WHEN ${asked} THEN ${result.text}`;
    });
    const other = node.other && this.compile(node.other, scope);
    types.push(other?.type ?? K.NULL);
    const text = `(CASE ${cases.join(' ')}${other === undefined ? '' : ` ELSE ${other.text}`} END)`;
    return { text, type: types.reduce(K.either) };
  }

  private patterns(node: Expression & { is: 'patterns' }, scope: Scope): Typed {
    const inner = this.within(node.pattern, scope);
    const value = this.compile(node.value, inner);
    const where = node.where === undefined ? '' : ` WHERE ${this.condition(node.where, inner)}`;
    return {
      text: `[${this.pattern(node.pattern, inner)}${where} | ${value.text}]`,
      type: K.listOf(value.type, false),
    };
  }

  /** What a pattern names, added to what has a name already. */
  within({ path, elements }: Pattern, scope: Scope, open = false): Map<string, K.Type> {
    const inner = new Map(scope);
    if (path !== undefined) inner.set(path, { kinds: K.PATH, open });
    for (const { is, variable, many } of elements) {
      if (variable === undefined || scope.has(variable)) continue;
      const one = { kinds: is === 'node' ? K.NODE : K.RELATIONSHIP, open };
      inner.set(variable, many ? K.listOf({ ...one, open: false }, open) : one);
    }
    return inner;
  }

  private subquery(node: Expression & { is: 'subquery' }, scope: Scope, refuse: Refuse): Typed {
    if (node.name === 'collect')
      refuse('COLLECT { } is not known to the embedded store; write OPTIONAL MATCH … and collect(x)');
    for (const clause of node.query.parts.flat()) {
      if (clause.is === 'match') continue;
      throw wrongAt(
        this.statement,
        clause.start,
        `In ${node.name.toUpperCase()} { } the embedded store takes MATCH and WHERE alone; leave RETURN out, and say the rest in the patterns and in WHERE`,
      );
    }
    const { edits } = this.inner(node.query, scope);
    const kinds = node.name === 'exists' ? K.BOOLEAN : K.INTEGER;
    return { text: this.replaced(node.start, node.end, edits), type: { kinds, open: false } };
  }
}
