import { readdirSync, readFileSync } from 'node:fs';
import { parseSync } from 'vite';

/** A text in the source, with `{}` for what is filled in, and whether it is prose. */
export interface Message {
  readonly place: string;
  readonly text: string;
  readonly isProse: boolean;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

/** Words in a row, as no name, path, or statement of Cypher has them. */
const PROSE = /[a-z']{2,} (?:[a-z({]|U\+)|^\{\} [a-z]{3,}|^[a-z]{3,} \{/u;
const CYPHER = /^(?:\(?CASE WHEN|MATCH|RETURN|CREATE|UNWIND|SHOW) |IS NOT NULL/u;

/** Calls whose words are for whoever mends the program, or for none: assertions, warnings of Node, parts of what is written. */
const ELSEWHERE =
  /^(?:present|must|emitWarning|describe|RangeError|TypeError|split|includes|startsWith|exec|test)$/u;

/** The texts in files of `src/`: what the program says is among them. */
export function messagesIn(isRead: (file: string) => boolean): Message[] {
  return readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && isRead(file))
    .sort()
    .flatMap((file) => {
      const source = readFileSync(`src/${file}`, 'utf8');
      const found: Message[] = [];
      walk(parseSync(file, source, { lang: 'ts' }).program as unknown as Node, (text, { start }) =>
        found.push({
          place: `src/${file}:${source.slice(0, start).split('\n').length}`,
          text,
          isProse: PROSE.test(text) && !CYPHER.test(text),
        }),
      );
      return found;
    });
}

function walk(node: Node, tell: (text: string, at: Node) => void): void {
  if (node.type === 'ImportDeclaration' || node.type === 'TSLiteralType') return;
  if (calls(node)) return;
  const text = textOf(node);
  if (text !== undefined) tell(text, node);
  // The halves of a text that goes over two lines are one.
  if (text !== undefined && node.type === 'BinaryExpression') return;
  for (const value of Object.values(node))
    for (const one of Array.isArray(value) ? value : [value]) if (isNode(one)) walk(one, tell);
}

function calls(node: Node): boolean {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return false;
  const callee = node.callee as Node;
  const named = (callee.type === 'MemberExpression' ? callee.property : callee) as Node;
  return ELSEWHERE.test(String(named.name ?? ''));
}

function textOf(node: Node): string | undefined {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'TemplateLiteral')
    return (node.quasis as readonly { readonly value: { readonly cooked: string } }[])
      .map(({ value }) => value.cooked)
      .join('{}');
  if (node.type !== 'BinaryExpression' || node.operator !== '+') return undefined;
  const [left, right] = [textOf(node.left as Node), textOf(node.right as Node)];
  return left === undefined || right === undefined ? undefined : left + right;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}
