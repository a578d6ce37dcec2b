import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Fetched, type FetchOptions, fetchInto } from '../../src/fetch/index.ts';
import { readSources } from '../../src/read/index.ts';

/** What the site answers to a path; a function answers by itself. */
type Answer = string | ((headers: IncomingHttpHeaders, reply: ServerResponse) => void);

const PAGE = (text: string) =>
  `<html><head><title>晨星科技落户</title></head><body><p>${text}</p></body></html>`;

let site: Record<string, Answer> = {};
let asked: string[] = [];
let server: Server;
let at = '';
const folder = mkdtempSync(join(tmpdir(), 'yuantu-fetch-'));
const into = join(folder, 'news');

beforeAll(async () => {
  server = createServer(({ url = '', headers }, reply) => {
    asked.push(url);
    const answer = site[url];
    if (answer === undefined) reply.writeHead(404).end();
    else if (typeof answer === 'function') answer(headers, reply);
    else reply.setHeader('content-type', 'text/html').end(answer);
  });
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
  at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  site = {};
  asked = [];
  rmSync(into, { recursive: true, force: true });
});

async function fetched(
  addresses: readonly string[],
  options: Partial<FetchOptions> = {},
): Promise<readonly Fetched[]> {
  const all: Fetched[] = [];
  const given = {
    into,
    delay: 0,
    allows: (one: string) => one === '127.0.0.1',
    signal: new AbortController().signal,
  };
  for await (const one of fetchInto(addresses, { ...given, ...options })) all.push(one);
  return all;
}

const reasonsOf = (all: readonly Fetched[]) => all.map((one) => ('reason' in one ? one.reason : one.is));
const table = () => readFileSync(join(into, 'articles.csv'), 'utf8');

describe('pages', () => {
  it('come into the folder with their rows, and are read from there', async () => {
    site = { '/a/2024.html': PAGE('晨星科技公司落户云岭高新区，总投资5亿元。') };
    const [one] = await fetched([`${at}/a/2024.html#top`]);
    expect(one).toMatchObject({
      is: 'new',
      file: expect.stringMatching(/^127\.0\.0\.1-\d+-a-2024-[\da-f]{8}\.html$/u),
    });
    expect(table()).toContain(`,${at}/a/2024.html\r\n`);
    const read = [];
    for await (const item of readSources([into])) read.push(item);
    expect(read).toMatchObject([
      { text: expect.stringContaining('总投资5亿元'), metadata: { url: `${at}/a/2024.html` } },
    ]);
  });

  it('are asked for conditionally the next time, and written only where they have changed', async () => {
    let text = '晨星科技公司落户云岭高新区。';
    const seen: (string | undefined)[] = [];
    site['/a'] = (headers, reply) => {
      seen.push(headers['if-none-match'], headers['if-modified-since']);
      const etag = `"${text.length}"`;
      if (headers['if-none-match'] === etag) return void reply.writeHead(304).end();
      const modified = 'Wed, 05 Jun 2024 08:00:00 GMT';
      reply.writeHead(200, { 'content-type': 'text/html', etag, 'last-modified': modified }).end(PAGE(text));
    };
    site['/b'] = PAGE('云岭高新区。');
    const both = [`${at}/a`, `${at}/b`];
    expect(reasonsOf(await fetched(both))).toEqual(['new', 'new']);
    const before = statSync(join(into, 'articles.csv')).mtimeMs;
    expect(reasonsOf(await fetched(both))).toEqual(['unchanged', 'unchanged']);
    expect(statSync(join(into, 'articles.csv')).mtimeMs).toBe(before);
    expect(seen).toEqual([undefined, undefined, '"14"', 'Wed, 05 Jun 2024 08:00:00 GMT']);
    text = '晨星科技公司落户云岭经开区了。';
    expect(reasonsOf(await fetched(both))).toEqual(['changed', 'unchanged']);
    expect(table().match(/\/a\r\n/gu)).toHaveLength(1);
  });

  it('are fetched anew when their file is gone, and what people wrote into the table stays', async () => {
    site['/a'] = PAGE('云岭高新区。');
    const [one] = await fetched([`${at}/a`]);
    const file = one !== undefined && 'file' in one ? one.file : '';
    writeFileSync(join(into, 'articles.csv'), `file,outlet,note\n${file},云岭日报,mine\nother.txt,晨报,\n`);
    unlinkSync(join(into, file));
    expect(reasonsOf(await fetched([`${at}/a`]))).toEqual(['new']);
    expect(table()).toBe(
      `file,outlet,note,title,published,author,url\r\n${file},云岭日报,mine,,,,${at}/a\r\nother.txt,晨报,,,,,\r\n`,
    );
  });

  it('are unpacked, and told where they are no pages, too large, too late, or not there', async () => {
    site = {
      '/packed': (_, reply) =>
        reply
          .writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' })
          .end(gzipSync(PAGE('园区。'))),
      '/bomb': (_, reply) =>
        reply.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(3_000_000))),
      '/large': 'x'.repeat(1_000_001),
      '/picture': (_, reply) => reply.writeHead(200, { 'content-type': 'image/png' }).end('x'),
      '/slow': () => undefined,
      '/odd': (_, reply) => reply.writeHead(200, { 'content-encoding': 'zpaq' }).end('x'),
    };
    const all = await fetched(
      ['/packed', '/bomb', '/large', '/picture', '/slow', '/odd', '/none']
        .map((path) => at + path)
        .concat('news'),
      { bytes: 1_000_000, seconds: 1 },
    );
    expect(reasonsOf(all)).toEqual([
      'new',
      'holds more than 1 MB, which is not read',
      'holds more than 1 MB, which is not read',
      'is of the type image/png, which is not read',
      'takes more than 1 s',
      'is packed as zpaq, which is not read',
      'answers with 404',
      'is no address; write https://…',
    ]);
  });

  it('end with the run when it is stopped', async () => {
    const stopping = new AbortController();
    site['/slow'] = () => stopping.abort();
    await expect(fetched([`${at}/slow`], { signal: stopping.signal })).rejects.toThrow(/abort/iu);
    expect(existsSync(join(into, 'articles.csv'))).toBe(false);
  });
});

describe('feeds', () => {
  const RSS = `<?xml version="1.0"?><rss version="2.0"><channel><title>园区 & 新闻</title>
    <item><title>晨星科技落户</title><link>AT/1</link><pubDate>Wed, 05 Jun 2024 23:30:00 +0800</pubDate></item>
    <item><title>又一篇</title><guid>AT/2</guid></item></channel></rss>`;
  const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>n</title><entry><title>乙</title><link rel="self" href="x.xml"/>
    <link href="3"/><published>2024-06-06T01:00:00+08:00</published><author><name>张三</name></author></entry></feed>`;
  const JSON_FEED = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'n',
    items: [{ id: '1', url: 'AT/1', title: '甲', date_published: '2024-06-05T08:00:00Z' }],
  };

  it.each([
    ['RSS', 'application/rss+xml', RSS, ['晨星科技落户,2024-06-05,,,AT/1', '又一篇,,,,AT/2']],
    ['Atom', 'text/xml', ATOM, ['乙,2024-06-06,,张三,AT/3']],
    ['JSON', 'application/feed+json', JSON.stringify(JSON_FEED), ['甲,2024-06-05,,,AT/1']],
  ])('of %s give their articles, with what they tell of them', async (_, type, feed, rows) => {
    site = { '/1': PAGE('甲园区。'), '/2': PAGE('乙园区。'), '/3': PAGE('丙园区。') };
    site['/feed'] = (_, reply) =>
      reply.writeHead(200, { 'content-type': type }).end(feed.replaceAll('AT', at));
    const [first, ...others] = await fetched([`${at}/feed`]);
    expect(first).toMatchObject({ is: 'feed', entries: rows.length });
    expect(reasonsOf(others)).toEqual(rows.map(() => 'new'));
    for (const row of rows) expect(table()).toContain(row.replaceAll('AT', at));
  });

  it('within feeds are no articles, and XHTML is none', async () => {
    const xml =
      (text: string): Answer =>
      (_, reply) =>
        reply.writeHead(200, { 'content-type': 'text/xml' }).end(text);
    site['/feed'] = xml(RSS.replaceAll('AT', at));
    site['/1'] = xml(RSS.replaceAll('AT', at));
    site['/2'] = (_, reply) =>
      reply
        .writeHead(200, { 'content-type': 'application/xhtml+xml' })
        .end(`<?xml version="1.0"?>${PAGE('园区。')}`);
    expect(reasonsOf(await fetched([`${at}/feed`, `${at}/2`]))).toEqual([
      'feed',
      'is of the type text/xml, which is not read',
      'new',
    ]);
  });
});

describe('manners', () => {
  const robots =
    (text: string): Answer =>
    (_, reply) =>
      reply.writeHead(200, { 'content-type': 'text/plain' }).end(text);

  it('what robots.txt forbids is not asked for, by redirects either', async () => {
    site = {
      '/robots.txt': robots('User-agent: *\nDisallow: /\n\nUser-agent: Yuantu\nDisallow: /closed\n'),
      '/open': PAGE('园区。'),
      '/leads': (_, reply) => reply.writeHead(302, { location: '/closed/a' }).end(),
      '/closed/a': PAGE('园区。'),
    };
    const all = await fetched([`${at}/open`, `${at}/closed/a`, `${at}/leads`]);
    const refused = 'its robots.txt asks not to fetch it';
    expect(reasonsOf(all)).toEqual(['new', refused, refused]);
    expect(asked).toEqual(['/robots.txt', '/open', '/leads']);
  });

  it('where robots.txt cannot be had for now, nothing is asked for', async () => {
    site = { '/robots.txt': (_, reply) => reply.writeHead(500).end(), '/a': PAGE('园区。') };
    expect(reasonsOf(await fetched([`${at}/a`]))).toEqual(['its robots.txt asks not to fetch it']);
  });

  it('between two requests to a host there is a pause, of its own wish where that is longer', async () => {
    const pauses: number[] = [];
    const options = {
      delay: 30,
      async pause(milliseconds: number) {
        pauses.push(Math.round(milliseconds / 10_000));
      },
    };
    const pages = { '/a': PAGE('甲。'), '/b': PAGE('乙。') };
    site = pages;
    await fetched([`${at}/a`, `${at}/b`], options);
    expect(pauses).toEqual([3, 3]);
    site = { ...pages, '/robots.txt': robots('User-agent: *\nCrawl-delay: 50\n') };
    await fetched([`${at}/a`, `${at}/b`], options);
    expect(pauses.slice(2)).toEqual([5, 5]);
    site['/robots.txt'] = robots('User-agent: *\nCrawl-delay: 3600\n');
    expect(reasonsOf(await fetched([`${at}/a`]))[0]).toMatch(/asks to wait 3600 s/u);
  });

  it('a host that has too much to do is left alone for the rest', async () => {
    site = { '/a': (_, reply) => reply.writeHead(429).end(), '/b': PAGE('乙。') };
    const [, second] = reasonsOf(await fetched([`${at}/a`, `${at}/b`]));
    expect(second).toMatch(/has too much to do \(429\)/u);
    expect(asked).toEqual(['/robots.txt', '/a']);
  });
});

describe('addresses that are not of the open net', () => {
  it('are not asked, however they are written', async () => {
    const port = new URL(at).port;
    const hosts = [
      '127.0.0.1',
      '2130706433',
      '0x7f.1',
      'localhost',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '10.0.0.1',
      '169.254.169.254',
    ];
    const all = await fetched(
      hosts.map((host) => `http://${host}:${port}/a`),
      { allows: (await import('../../src/fetch/guard.ts')).isPublic },
    );
    expect(
      reasonsOf(all).filter((reason) => !/no address of the open net; --private allows it$/u.test(reason)),
    ).toEqual([]);
    expect(asked).toEqual([]);
  });

  it.each(['ftp://127.0.0.1/a', 'file:///etc/passwd', 'http://a:b@127.0.0.1/'])(
    '%s is not fetched',
    async (url) => {
      expect(reasonsOf(await fetched([url]))[0]).toMatch(/not fetched|only http and https/u);
    },
  );

  it('are not asked where a page leads on to them', async () => {
    site['/a'] = (_, reply) =>
      reply.writeHead(302, { location: `http://127.0.0.2:${new URL(at).port}/secret` }).end();
    expect(reasonsOf(await fetched([`${at}/a`]))).toEqual([
      '127.0.0.2 is at 127.0.0.2, no address of the open net; --private allows it',
    ]);
    expect(asked).not.toContain('/secret');
  });

  it('are not asked where a name changes its answer: what was looked at is what is asked', async () => {
    const { port } = new URL(at);
    site['/a'] = PAGE('园区。');
    const answers = ['127.0.0.1', '127.0.0.1', '10.0.0.1'];
    const looked: string[] = [];
    const all = await fetched([`http://news.example:${port}/a`, `http://news.example:${port}/b`], {
      resolve: (host, done) => {
        looked.push(host);
        done(null, [{ address: answers[looked.length - 1] ?? '', family: 4 }]);
      },
    });
    // Once for each connection: robots.txt, the first page, the second.
    expect(looked).toHaveLength(3);
    expect(reasonsOf(all)).toEqual([
      'new',
      'news.example is at 10.0.0.1, no address of the open net; --private allows it',
    ]);
  });
});
