/** A question with one column, `r`: what stands before RETURN, and what it gives. */
export interface Asked {
  readonly before: string;
  readonly value: string;
}

export function toStatement({ before, value }: Asked): string {
  return `${before} RETURN ${value} AS r`.trim();
}

type Kind = 'number' | 'text' | 'boolean' | 'list' | 'map' | 'date' | 'null';

const KINDS: readonly Kind[] = [
  'number',
  'number',
  'text',
  'text',
  'boolean',
  'list',
  'list',
  'map',
  'date',
  'null',
];

const LITERALS: Readonly<Record<Exclude<Kind, 'null'>, readonly string[]>> = {
  number: ['0', '1', '2', '-3', '7', '10', '1.5', '2.0', '-0.5', '0.25', '12345678', '0.0'],
  text: ["'a'", "'b'", "'ab'", "''", "'1'", "'2'", "'1.5'", "'true'", "'园区'", "'A'", "' a '"],
  boolean: ['true', 'false'],
  list: [
    '[]',
    '[1, 2]',
    '[1, 2, 3]',
    "['a', 'b']",
    '[null]',
    '[1, null]',
    "[1, 'a']",
    '[[1], [2]]',
    '[1.5]',
    "['1']",
    '[true]',
  ],
  map: ['{}', '{k: 1}', "{k: 'a'}", '{k: null}', '{k: [1, 2]}', "{k: 1, l: 'b'}"],
  date: ["date('2024-05-28')", "date('2023-11-01')", 'date({year: 2024, month: 1, day: 2})'],
};

/** Regular expressions, written out: each of their parts stands for what it means to Java. */
const PATTERNS = [
  "'.*a.*'",
  "'[ab]+'",
  "'(?i)A.*'",
  "'(?i)[a-b]+'",
  "'\\\\w+'",
  "'\\\\d*'",
  "'[^\\\\s]*'",
  "'.\\\\W.?'",
  "'\\\\p{L}+'",
  "'a|b|'",
  "'(?:true|园.)'",
];

/** Random statements, the same ones for the same seed. */
export class RandomCypher {
  private state: number;

  constructor(seed: number) {
    this.state = seed;
  }

  /** An expression over literals, over named values, or over the items of a list. */
  expression(): Asked {
    const form = this.below(4);
    if (form === 0) return { before: '', value: this.of(this.kind(), 3, []) };
    if (form === 1) {
      const list = this.of('list', 1, []);
      return { before: `UNWIND ${list} AS x`, value: this.of(this.kind(), 2, [['x', this.kind()]]) };
    }
    const named = (['a', 'b', 'c'] as const).map((name) => [name, this.kind()] as const);
    const given = named.map(([name, kind]) => `${this.literal(kind)} AS ${name}`).join(', ');
    return { before: `WITH ${given}`, value: this.of(this.kind(), 3, named) };
  }

  /** A small pattern over the graph of the conformance suite, with a condition. */
  pattern(): Asked {
    const label = () =>
      this.pick(['', ':Company', ':Zone', ':Project', ':Company|Zone', ':Entity&!Place', ':Fact', ':%']);
    const type = () =>
      this.pick([
        '',
        ':LOCATED_IN',
        ':INVESTS_IN',
        ':PARTNERS_WITH|SUBSIDIARY_OF',
        ':!LOCATED_IN',
        ':HAS_FACT',
      ]);
    const node = (name: string) => `(${name}${label()})`;
    const link = () => {
      const inside = this.below(3) === 0 ? '' : `[r${type()}]`;
      return this.pick([`-${inside}->`, `<-${inside}-`, `-${inside}-`]);
    };
    const named: (readonly [string, Kind])[] = [
      ['n.name', 'text'],
      ['n.mentions', 'number'],
      ['n.confidence', 'number'],
      ['n.investment', 'number'],
      ['n.aliases', 'list'],
      ['n.value', 'number'],
    ];
    const only = this.below(2) === 0;
    const pattern = only ? node('n') : `${node('n')}${link()}${node('m')}`;
    const more: (readonly [string, Kind])[] = only
      ? []
      : [
          ['m.name', 'text'],
          ['m.mentions', 'number'],
        ];
    const scope = [...named, ...more];
    const where = this.below(3) === 0 ? '' : ` WHERE ${this.of('boolean', 2, scope)}`;
    const value = this.of(this.kind(), 2, scope);
    const match = `MATCH ${pattern}${where}`;
    return this.pick([
      { before: match, value: `[n.id, ${value}]` },
      { before: `${match} WITH count(*) AS c`, value: 'c' },
      { before: `${match} WITH n.type AS t, count(n) AS c`, value: '[t, c]' },
      { before: match, value: `{id: n.id, value: ${value}}` },
    ]);
  }

  private kind(): Kind {
    return this.pick(KINDS);
  }

  private literal(kind: Kind): string {
    return kind === 'null' ? 'null' : this.pick(LITERALS[kind]);
  }

  /** Mostly of that kind; sometimes of another, or null. */
  private of(kind: Kind, depth: number, scope: readonly (readonly [string, Kind])[]): string {
    const odd = this.below(14);
    if (odd === 0) return this.of(this.kind(), depth, scope);
    if (odd === 1) return 'null';
    const names = scope.filter(([, one]) => one === kind).map(([name]) => name);
    if (names.length > 0 && this.below(3) > 0) return this.pick(names);
    if (depth <= 0 || this.below(4) === 0) return this.literal(kind);
    const down = (one: Kind) => this.of(one, depth - 1, scope);
    const any = () => down(this.kind());
    const item = (one: Kind) => this.of(one, depth - 1, [...scope, ['i', this.pick(['number', 'text'])]]);
    switch (kind) {
      case 'number':
        return this.pick([
          () => `(${down('number')} ${this.pick(['+', '-', '*', '/', '%', '^'])} ${down('number')})`,
          () => `size(${down(this.pick(['list', 'text']))})`,
          () => `${this.pick(['abs', 'sign', 'ceil', 'floor', 'round'])}(${down('number')})`,
          () => `toInteger(${any()})`,
          () => `toFloat(${down(this.pick(['number', 'text']))})`,
          () => `coalesce(${down('number')}, ${down('number')})`,
          () => `reduce(s = 0, i IN ${down('list')} | s + ${item('number')})`,
          () => `(-${down('number')})`,
          () => `CASE WHEN ${down('boolean')} THEN ${down('number')} ELSE ${down('number')} END`,
          () => `CASE ${any()} WHEN ${any()} THEN ${down('number')} END`,
          () => `${down('map')}.k`,
          () => `head(${down('list')})`,
        ])();
      case 'text':
        return this.pick([
          () => `(${down('text')} + ${any()})`,
          () => `(${any()} + ${down('text')})`,
          () => `toString(${any()})`,
          () => `${this.pick(['toUpper', 'toLower', 'trim', 'reverse'])}(${down('text')})`,
          () => `substring(${down('text')}, ${this.pick(['0', '1', '5'])})`,
          () => `left(${down('text')}, ${this.pick(['0', '1', '5'])})`,
          () => `replace(${down('text')}, 'a', ${down('text')})`,
          () => `coalesce(${down('text')}, ${down('text')})`,
          () => `nullIf(${down('text')}, ${any()})`,
          () => `${down('list')}[${this.pick(['0', '1', '-1', '9'])}]`,
        ])();
      case 'boolean':
        return this.pick([
          () => `(${any()} ${this.pick(['=', '<>'])} ${any()})`,
          () => `(${down('number')} ${this.pick(['<', '<=', '>', '>=', '='])} ${down('number')})`,
          () =>
            `(${down('text')} ${this.pick(['<', '>=', 'STARTS WITH', 'ENDS WITH', 'CONTAINS', '='])} ${down('text')})`,
          () => `(${down('date')} ${this.pick(['<', '<=', '=', '<>'])} ${down('date')})`,
          () => `(${any()} < ${any()})`,
          () => `(${down('boolean')} ${this.pick(['AND', 'OR', 'XOR'])} ${down('boolean')})`,
          () => `(NOT ${down('boolean')})`,
          () => `(${any()} IN ${down('list')})`,
          () => `(${any()} IS ${this.pick(['', 'NOT '])}NULL)`,
          () =>
            `${this.pick(['any', 'all', 'none', 'single'])}(i IN ${down('list')} WHERE ${item('boolean')})`,
          () => `(${down('text')} =~ ${this.pick(PATTERNS)})`,
          () => `isEmpty(${down(this.pick(['list', 'text']))})`,
          () => `toBoolean(${any()})`,
        ])();
      case 'list':
        return this.pick([
          () => `[${any()}, ${any()}]`,
          () => `(${down('list')} + ${any()})`,
          () => `(${any()} + ${down('list')})`,
          () => `[i IN ${down('list')} | ${item(this.kind())}]`,
          () => `[i IN ${down('list')} WHERE ${item('boolean')}]`,
          () => `tail(${down('list')})`,
          () => `reverse(${down('list')})`,
          () => `${down('list')}[${this.pick(['0..1', '1..', '..2', '..'])}]`.replace('[..]', '[0..]'),
          () => `range(${this.pick(['0', '1', '3'])}, ${this.pick(['0', '2', '5'])})`,
          () => `split(${down('text')}, 'a')`,
          () => `keys(${down('map')})`,
          () => `reduce(s = [], i IN ${down('list')} | s + i)`,
        ])();
      case 'map':
        return this.pick([() => `{k: ${any()}}`, () => `{k: ${any()}, l: ${any()}}`])();
      case 'date':
        return this.pick([
          () => `coalesce(${down('date')}, ${down('date')})`,
          // Of a node's text only where nothing is met by a pattern: which condition is asked first is each store's own.
          () =>
            `date(${scope.some(([name]) => name.startsWith('n.')) ? this.literal('text') : down('text')})`,
        ])();
      case 'null':
        return 'null';
    }
  }

  private pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)] as T;
  }

  private below(most: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % most;
  }
}
