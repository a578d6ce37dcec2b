import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { makeFolder } from '../files/folder.ts';
import { YuantuError } from '../model/errors.ts';
import { type FeedEntry, readFeed } from './feed.ts';
import { isPublic } from './guard.ts';
import { fileNameFor, Shelf } from './shelf.ts';
import { type Manners, type Visited, Visitor } from './visitor.ts';

/** Kinds of file that are read afterwards, by what a server calls them. */
const KINDS: readonly (readonly [type: RegExp, extension: string])[] = [
  [/^(?:text\/html|application\/xhtml\+xml)\b/iu, '.html'],
  [/^application\/pdf\b/iu, '.pdf'],
  [/^text\/(?:plain|markdown)\b/iu, '.txt'],
  [/^application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.document\b/iu, '.docx'],
  [/^(?:application|text)\/rtf\b/iu, '.rtf'],
];
/** What a server calls that does not know what it gives: then the address tells. */
const UNKNOWN = /^(?:application\/octet-stream|binary\/octet-stream|)(?:;|$)/iu;

const DEFAULTS = { delay: 2, seconds: 30, bytes: 10_000_000, allows: isPublic } as const;
/** Of a feed so many of its first articles are fetched. */
const MOST_ENTRIES = 100;

/** What became of an address. */
export type Fetched =
  | { readonly url: string; readonly file: string; readonly is: 'new' | 'changed' | 'unchanged' }
  | { readonly url: string; readonly entries: number; readonly is: 'feed' }
  | { readonly url: string; readonly reason: string };

export interface FetchOptions extends Partial<Manners> {
  /** The folder that the pages go into; it is made. */
  readonly into: string;
  readonly signal: AbortSignal;
}

/**
 * Fetches pages, and the pages that feeds tell of, one after another into a folder: a file each, with its row in `articles.csv`.
 * What is there already is asked for conditionally, and written only where it has changed. What cannot be fetched is told with the
 * reason, and the rest goes on; what was fetched before stays then.
 *
 * Politely: see `Visitor`. Only over http and https, and only from the open net unless `allows` says otherwise, whatever a name
 * leads to and wherever a page leads on.
 */
export async function* fetchInto(
  addresses: readonly string[],
  { into, ...given }: FetchOptions,
): AsyncGenerator<Fetched> {
  makeFolder(into);
  const shelf = await Shelf.open(into);
  const visitor = new Visitor({ ...DEFAULTS, ...given });
  const seen = new Set<string>();
  const waiting: FeedEntry[] = addresses.map((url) => ({ url }));
  // A feed within a feed is no article: it is not followed.
  const asked = new Set(addresses);
  for (let entry = waiting.shift(); entry !== undefined; entry = waiting.shift()) {
    given.signal.throwIfAborted();
    const { url } = entry;
    if (seen.has(withoutFragment(url))) continue;
    seen.add(withoutFragment(url));
    try {
      const found = await fetchOne(entry, shelf, visitor, asked.has(url));
      if (Array.isArray(found)) {
        waiting.unshift(...found.slice(0, MOST_ENTRIES));
        yield { url, entries: found.length, is: 'feed' };
      } else yield { url, ...found };
    } catch (error) {
      if (given.signal.aborted || !(error instanceof YuantuError) || error.code === 'FILE') throw error;
      yield { url, reason: error.message };
    }
  }
}

async function fetchOne(
  { url: written, ...told }: FeedEntry,
  shelf: Shelf,
  visitor: Visitor,
  mayBeFeed: boolean,
): Promise<FeedEntry[] | { readonly file: string; readonly is: 'new' | 'changed' | 'unchanged' }> {
  if (!URL.canParse(written)) throw new YuantuError('INPUT', 'is no address; write https://…');
  const url = withoutFragment(written);
  const kept = shelf.find(url);
  const visited = await visitor.visit(new URL(url), {
    ...(kept?.etag === undefined ? {} : { 'if-none-match': kept.etag }),
    ...(kept?.modified === undefined ? {} : { 'if-modified-since': kept.modified }),
  });
  const { status, body, header } = visited;
  if (status === 304 && kept !== undefined) return { file: kept.file, is: 'unchanged' };
  if (status !== 200) throw new YuantuError('INPUT', `answers with ${status}`);
  const entries = mayBeFeed ? readFeed(body, header('content-type') ?? '', visited.url) : undefined;
  if (entries !== undefined) return entries;
  const hash = createHash('sha256').update(body).digest('hex');
  if (kept?.hash === hash) return { file: kept.file, is: 'unchanged' };
  const file = kept?.file ?? fileNameFor(new URL(url), extensionOf(visited));
  const [etag, modified] = [header('etag'), header('last-modified')];
  const known = { file, hash, ...(etag ? { etag } : {}), ...(modified ? { modified } : {}) };
  await shelf.put(url, known, body, { ...told, url });
  return { file, is: kept === undefined ? 'new' : 'changed' };
}

function extensionOf({ url, header }: Visited): string {
  const type = header('content-type') ?? '';
  const known = KINDS.find(([pattern]) => pattern.test(type))?.[1];
  if (known !== undefined) return known;
  const written = extname(url.pathname).toLowerCase();
  if (UNKNOWN.test(type) && KINDS.some(([, extension]) => extension === written)) return written;
  throw new YuantuError('INPUT', `is of the type ${type || 'none'}, which is not read`);
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/su, '');
}
