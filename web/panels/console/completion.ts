import { LABELS, PROPERTIES, RELATIONSHIP_TYPES } from '../../../src/model/schema.ts';
import { propertiesFor } from './statement-names.ts';

/** What a statement may be made of beside the names of the schema. */
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
  if (/\[[\w\s]*(?::[\w|!:]*)?[:|]$/u.test(before))
    return { from, completions: of('type', RELATIONSHIP_TYPES) };
  if (/[\w)(\s]:$/u.test(before) || /:[\w|]+[|:]$/u.test(before))
    return { from, completions: of('class', LABELS) };
  const [, variable] = /([\p{L}_][\p{L}\p{N}_]*)\.$/u.exec(before) ?? [];
  if (variable !== undefined) return { from, completions: of('property', propertiesFor(variable, text)) };
  if (/[\w)\]]\.$/u.test(before) || /\{\s*$|\{[^}]*,\s*$/u.test(before))
    return { from, completions: of('property', Object.keys(PROPERTIES)) };
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
