import { parseFeed } from 'feedsmith';
import type { ArticleMetadata } from '../model/article.ts';

/** An article that a feed tells of, and where it is. */
export interface FeedEntry extends Pick<ArticleMetadata, 'title' | 'published' | 'author'> {
  readonly url: string;
}

const FEED_TYPE = /\b(?:rss|atom|rdf|xml|feed\+json)\b/iu;
const FEED_START = /^\s{0,100}(?:<\?xml|<rss|<feed|<rdf)/iu;

/** What feeds of the four kinds have in common, by the names that they use. */
interface Entry {
  readonly title?: string | { readonly value?: string };
  readonly url?: string;
  readonly link?: string;
  readonly links?: readonly { readonly href?: string; readonly rel?: string }[];
  readonly guid?: { readonly value?: string; readonly isPermaLink?: boolean };
  readonly pubDate?: string;
  readonly published?: string;
  readonly updated?: string;
  readonly date_published?: string;
  readonly dc?: { readonly date?: string; readonly dates?: readonly string[] };
  readonly authors?: readonly { readonly name?: string }[];
}

/**
 * The articles that a feed of RSS, Atom, RDF or JSON tells of, in its order; undefined when it is none. Addresses are taken from
 * where the feed is.
 */
export function readFeed(body: Buffer, type: string, at: URL): FeedEntry[] | undefined {
  const text = body.toString('utf8');
  if (!FEED_TYPE.test(type) && !FEED_START.test(text)) return undefined;
  let entries: readonly Entry[];
  try {
    const { feed } = parseFeed(text) as { feed: { items?: readonly Entry[]; entries?: readonly Entry[] } };
    entries = feed.items ?? feed.entries ?? [];
  } catch {
    // XHTML begins as a feed may.
    return undefined;
  }
  return entries.flatMap((entry) => {
    const address = addressOf(entry);
    if (address === undefined || !URL.canParse(address, at.href)) return [];
    const { title, author, published } = {
      title: typeof entry.title === 'string' ? entry.title : entry.title?.value,
      author: entry.authors?.flatMap(({ name }) => name ?? []).join('、'),
      published: dayOf(entry),
    };
    return [
      {
        url: new URL(address, at).href,
        ...(title ? { title } : {}),
        ...(author ? { author } : {}),
        ...(published ? { published } : {}),
      },
    ];
  });
}

function addressOf({ url, link, links, guid }: Entry): string | undefined {
  const page = links?.find(({ rel = 'alternate' }) => rel === 'alternate') ?? links?.[0];
  return url ?? link ?? page?.href ?? (guid?.isPermaLink === false ? undefined : guid?.value);
}

/** The day as the feed writes it, where it was published and not where we are. */
function dayOf({ pubDate, published, updated, date_published, dc }: Entry): string | undefined {
  const written = published ?? date_published ?? pubDate ?? dc?.date ?? dc?.dates?.[0] ?? updated;
  if (written === undefined) return undefined;
  const [iso] = /^\d{4}-\d{2}-\d{2}/u.exec(written.trim()) ?? [];
  if (iso !== undefined) return iso;
  const [, day = '', month = '', year = ''] =
    /(\d{1,2})\s([A-Z][a-z]{2})[a-z]{0,6}\s(\d{4})/u.exec(written) ?? [];
  const number = MONTHS.indexOf(month) + 1;
  return number === 0 ? undefined : `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
