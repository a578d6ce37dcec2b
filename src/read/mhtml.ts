import type { ArticleMetadata } from '../model/article.ts';
import { YuantuError } from '../model/errors.ts';
import type { ReadLimits } from '../model/read-limits.ts';
import { readHtml } from './html.ts';

/** Parts in each other; a page has two levels. */
const DEEPEST = 5;

interface Part {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/**
 * The article of a page that a browser saved into one file, frames and pictures with it: that of the HTML part that its head
 * names, or else of the first.
 *
 * @throws {YuantuError} `INPUT` when there is no page in it, and as `readHtml` does.
 * Source: RFC 2557, RFC 2045 and 2046
 */
export async function readMhtml(
  bytes: Uint8Array,
  limits: ReadLimits,
): Promise<{ text: string; metadata: ArticleMetadata; notes: readonly string[] }> {
  const whole = toPart(Buffer.from(bytes).toString('latin1'));
  const pages = [...listPages(whole, DEEPEST)];
  const page = pages.find((part) => isNamed(part, whole)) ?? pages[0];
  if (page === undefined) throw new YuantuError('INPUT', 'holds no page');
  const { text, metadata, notes } = await readHtml(toBytes(page), limits);
  const url = [whole.headers.get('snapshot-content-location'), page.headers.get('content-location')].find(
    (address) => address?.startsWith('http'),
  );
  return { text, metadata: { ...(url === undefined ? {} : { url }), ...metadata }, notes };
}

function toPart(text: string): Part {
  const [, head = '', body = ''] = /^([\s\S]*?)\r?\n\r?\n([\s\S]*)$/u.exec(text) ?? [];
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/gu, ' ').split(/\r?\n/u)) {
    const [, name, value = ''] = /^([\w-]{1,100}):\s{0,20}(.{0,10000})$/u.exec(line) ?? [];
    if (name !== undefined) headers.set(name.toLowerCase(), value.trim());
  }
  return { headers, body };
}

/** Whether the head of the file names a part as the page itself, by its address or id. */
function isNamed(part: Part, { headers }: Part): boolean {
  const address = headers.get('snapshot-content-location');
  const [, start] = /start\s{0,9}=\s{0,9}"?(<[^">]{1,500}>)/iu.exec(headers.get('content-type') ?? '') ?? [];
  return (
    (address !== undefined && part.headers.get('content-location') === address) ||
    (start !== undefined && part.headers.get('content-id') === start)
  );
}

function* listPages(part: Part, depth: number): Generator<Part> {
  const type = part.headers.get('content-type') ?? '';
  if (/^(?:text\/html|application\/xhtml\+xml)/iu.test(type)) yield part;
  const [, quoted, bare] = /boundary\s{0,9}=\s{0,9}(?:"([^"]{1,200})"|([^\s;]{1,200}))/iu.exec(type) ?? [];
  const boundary = quoted ?? bare;
  if (boundary === undefined || depth === 0) return;
  for (const piece of `\n${part.body}`.split(`\n--${boundary}`).slice(1)) {
    if (piece.startsWith('--')) break;
    yield* listPages(toPart(piece.replace(/^[ \t]*\r?\n/u, '')), depth - 1);
  }
}

function toBytes({ headers, body }: Part): Buffer {
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const plain = body
    .replace(/[ \t]{0,100}=[ \t]{0,100}\r?\n/gu, '')
    .replace(/=([0-9A-Fa-f]{2})/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(plain, 'latin1');
}
