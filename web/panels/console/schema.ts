import { ENTITY_TYPES } from '../../../src/model/entity.ts';
import { RELATION_TYPES } from '../../../src/model/relation.ts';

/** What may stand where in a statement, as cypher/README.md has it. */
const LABELS = ['Entity', ...ENTITY_TYPES, 'Person', 'Article', 'Fact'];
const RELATIONSHIPS = [...RELATION_TYPES, 'MENTIONS', 'HAS_FACT', 'REPRINT_OF'];
const PROPERTIES = [
  ...[
    'id',
    'type',
    'name',
    'aliases',
    'articles',
    'stories',
    'mentions',
    'confidence',
    'firstSeen',
    'lastSeen',
  ],
  ...['investment', 'status', 'level', 'kind', 'title', 'community', 'pageRank', 'x', 'y'],
  ...['spans', 'quotes', 'rules', 'count', 'origin'],
  ...['source', 'published', 'outlet', 'author', 'url', 'text', 'story', 'hash'],
  ...['value', 'date', 'article', 'span', 'quote', 'rule'],
];
const KEYWORDS = [
  ...[
    'MATCH',
    'OPTIONAL MATCH',
    'WHERE',
    'RETURN',
    'WITH',
    'UNWIND',
    'ORDER BY',
    'DESC',
    'SKIP',
    'LIMIT',
    'DISTINCT',
  ],
  ...[
    'AND',
    'OR',
    'NOT',
    'IN',
    'CONTAINS',
    'STARTS WITH',
    'ENDS WITH',
    'IS NULL',
    'IS NOT NULL',
    'AS',
    'CASE',
    'WHEN',
  ],
  ...['THEN', 'ELSE', 'END', 'UNION', 'EXISTS', 'CALL'],
];
const FUNCTIONS = [
  ...[
    'count',
    'collect',
    'sum',
    'avg',
    'min',
    'max',
    'size',
    'coalesce',
    'labels',
    'type',
    'head',
    'last',
    'range',
  ],
  ...[
    'nodes',
    'relationships',
    'length',
    'shortestPath',
    'toLower',
    'toString',
    'toInteger',
    'substring',
    'split',
  ],
];

/** One thing that may stand at a place. */
export interface Completion {
  readonly label: string;
  readonly kind: 'class' | 'type' | 'property' | 'keyword' | 'function' | 'variable';
}

/** What the text before the cursor leaves open: where the word begins, and what may stand there. */
export function completionsAt(
  text: string,
): { readonly from: number; readonly completions: readonly Completion[] } | undefined {
  const word = /[\p{L}\p{N}_]*$/u.exec(text)?.[0] ?? '';
  const from = text.length - word.length;
  const before = text.slice(0, from);
  const of = (kind: Completion['kind'], labels: readonly string[]) =>
    labels.map((label): Completion => ({ label, kind }));
  if (isInText(before)) return undefined;
  if (/\[[\w\s]*(?::[\w|!:]*)?[:|]$/u.test(before)) return { from, completions: of('type', RELATIONSHIPS) };
  if (/[\w)(\s]:$/u.test(before) || /:[\w|]+[|:]$/u.test(before))
    return { from, completions: of('class', LABELS) };
  if (/[\w)\]]\.$/u.test(before) || /\{\s*$|\{[^}]*,\s*$/u.test(before))
    return { from, completions: of('property', PROPERTIES) };
  if (word === '') return undefined;
  const variables = [...text.slice(0, from).matchAll(/[([]\s*([a-z_]\w*)/giu)].map(([, name = '']) => name);
  return {
    from,
    completions: [
      ...of('variable', [...new Set(variables)]),
      ...of('keyword', KEYWORDS),
      ...of('function', FUNCTIONS),
    ],
  };
}

/** Whether a text ends inside a quoted string. */
function isInText(text: string): boolean {
  let quote = '';
  for (const unit of text) {
    if (quote === '' && (unit === "'" || unit === '"')) quote = unit;
    else if (unit === quote) quote = '';
  }
  return quote !== '';
}

/** The names of a statement's parameters, in order. */
export function parametersOf(statement: string): string[] {
  return [...new Set([...statement.matchAll(/\$([A-Za-z_]\w*)/gu)].map(([, name = '']) => name))];
}

/** Where in a statement a message says that it is wrong: by line and column, by offset, or by a name that it quotes. */
export function faultOf(
  statement: string,
  message: string,
): { readonly from: number; readonly to: number } | undefined {
  const place = /line (\d+)[,:]? (?:column|col) (\d+)/iu.exec(message) ?? /\b(\d+):(\d+)\b/u.exec(message);
  if (place) {
    const lines = statement.split('\n');
    const line = Math.min(Number(place[1]), lines.length) - 1;
    const start = lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, 0);
    return wordAt(statement, Math.min(statement.length, start + Math.max(0, Number(place[2]) - 1)));
  }
  for (const [, name = ''] of message.matchAll(/['"`]([^'"`\s]{1,60})['"`]/gu)) {
    const found = new RegExp(`(?<![\\p{L}\\p{N}_])${escapeName(name)}(?![\\p{L}\\p{N}_])`, 'u').exec(
      statement,
    );
    if (found) return { from: found.index, to: found.index + name.length };
  }
  return undefined;
}

function escapeName(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function wordAt(text: string, at: number): { readonly from: number; readonly to: number } {
  const length = /^[\p{L}\p{N}_]+/u.exec(text.slice(at))?.[0].length ?? 1;
  const from = Math.min(at, Math.max(0, text.length - 1));
  return { from, to: Math.min(text.length, from + Math.max(1, length)) };
}
