import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { RawDocument, Rejected } from '../../src/model/article.ts';
import { isRejected, readJsonLines, readSources } from '../../src/read/index.ts';

const home = mkdtempSync(join(tmpdir(), 'yuantu-read-'));
const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));
afterAll(() => rmSync(home, { recursive: true }));

const TEXT = '晨星科技公司与云岭高新区签约。';
/** TEXT in GB18030. */
const GB = Buffer.from('b3bfd0c7bfc6bcbcb9abcbbed3ebd4c6c1ebb8dfd0c2c7f8c7a9d4bca1a3', 'hex');

/** A folder with these files in it. */
function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const dir = mkdtempSync(join(home, 'in-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), content);
  }
  return dir;
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

async function read(path: string | readonly string[], source = 's'): Promise<(RawDocument | Rejected)[]> {
  return all(readSources([path].flat(), { source }));
}

const ids = (items: readonly (RawDocument | Rejected)[]): string[] =>
  items.map((item) => (isRejected(item) ? `! ${item.reason}` : item.id));

async function readOne(name: string, content: string | Uint8Array): Promise<RawDocument> {
  const [item] = await read(join(folder({ [name]: content }), name));
  if (!item || isRejected(item)) throw new Error(item?.reason ?? 'nothing was read');
  return item;
}

describe('a folder', () => {
  it('is walked in name order, and other kinds of file are passed over', async () => {
    const dir = folder({
      'b.txt': TEXT,
      'a/2.TXT': TEXT,
      'a/1.txt': TEXT,
      'note.png': TEXT,
      'articles.csv': 'file,title\nb.txt,签约\n',
      '.hidden.txt': TEXT,
    });
    expect(ids(await read(dir))).toEqual(['s/a/1.txt', 's/a/2.TXT', 's/b.txt']);
  });

  it('names its source after itself', async () => {
    const dir = folder({ '001_x.txt': TEXT });
    const [item] = await all(readSources([`${dir}/`]));
    const source = dir.split('/').at(-1);
    expect(item).toEqual({ id: `${source}/001_x.txt`, source, doc: '001_x', text: TEXT, metadata: {} });
  });

  it('goes on past what cannot be read', async () => {
    const dir = folder({
      '1.txt': '',
      '2.txt': ' \r\n\u3000',
      '3.txt': new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 1]),
      '4.txt': new Uint8Array(10 * 1024 * 1024 + 1).fill(0x61),
      '5.txt': Buffer.from('80ff81ff80ff81fe9dff', 'hex'),
      '6.pdf': 'no pdf',
      '7.docx': 'no docx',
      '8.html': '<html><body></body></html>',
      '9.txt': TEXT,
    });
    expect(ids(await read(dir))).toEqual([
      '! is empty',
      '! is empty',
      '! binary: it holds zero bytes',
      '! 10.5 MB; at most 10 MB is read',
      '! neither UTF-8 nor GB18030; save it as UTF-8',
      '! is no readable PDF',
      '! is no readable Word document: is no archive',
      '! is empty',
      's/9.txt',
    ]);
  });

  it('tells of its files in articles.csv, and the nearest table is believed', async () => {
    const dir = folder({
      'articles.csv': '\ufefffile,title,published,outlet\nin/a.txt,外,2024-05,云岭日报\nin/b.txt,乙,未知,\n',
      'in/articles.csv': 'published,file\n2024年6月5日,a.txt\n',
      'in/a.txt': TEXT,
      'in/b.txt': TEXT,
    });
    const items = await read(dir);
    expect(items.map((item) => !isRejected(item) && item.metadata)).toEqual([
      { published: '2024-06-05' },
      { title: '乙' },
    ]);
    const [alone] = await read(join(dir, 'in/a.txt'));
    expect(alone).toMatchObject({ id: 's/a.txt', metadata: { published: '2024-06-05' } });
  });

  it('tells of its files in articles.csv with Chinese heads and semicolons too', async () => {
    const dir = folder({
      'a.txt': TEXT,
      'articles.csv': '文件名;标题;日期;媒体\r\na.txt; 签约 ;2024/6/5;白鹭日报\r\n',
    });
    expect(await read(dir)).toMatchObject([
      { metadata: { title: '签约', published: '2024-06-05', outlet: '白鹭日报' } },
    ]);
  });

  it('keeps apart the rows of its tables that are counted alike', async () => {
    const table = `序号,正文\n1,${TEXT}\n`;
    expect(ids(await read(folder({ '6月.csv': table, '7月.csv': table })))).toEqual([
      's/6月.csv:1',
      's/7月.csv:1',
    ]);
  });

  it('with a broken articles.csv is read without it', async () => {
    const dir = folder({ 'articles.csv': 'name,title\na.txt,甲\n', 'a.txt': TEXT });
    expect(ids(await read(dir))).toEqual([expect.stringMatching(/^! has no column "file"/), 's/a.txt']);
  });
});

describe('a path', () => {
  it('that is missing, or of a kind that is not read, is set aside', async () => {
    const dir = folder({ 'a.pptx': TEXT });
    const items = await read([join(dir, 'nowhere'), join(dir, 'a.pptx')]);
    expect(ids(items)).toEqual([
      '! there is no such file or folder',
      expect.stringMatching(/^! ".pptx" is not read/),
    ]);
    expect(items[1]).toMatchObject({ place: join(dir, 'a.pptx') });
  });

  it('that gives an id for the second time is set aside', async () => {
    const file = join(folder({ 'a.txt': TEXT }), 'a.txt');
    expect(ids(await read([file, file]))).toEqual(['s/a.txt', '! s/a.txt was read before; the first stays']);
  });
});

describe('text', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
    ['GB18030', GB],
  ])('in %s is decoded', async (_, bytes) => {
    expect((await readOne('a.txt', bytes)).text).toBe(TEXT);
  });

  it('keeps its line ends and blanks', async () => {
    const text = ` ${TEXT}\r\n\u3000\u3000${TEXT}\n`;
    expect((await readOne('a.txt', text)).text).toBe(text);
  });

  it('in another encoding is not taken for GB18030', async () => {
    const big5 = Buffer.from('b1e1ac50aceca7dea4bda571bb50b6b3c0adb0aab773b0cfc3b1acf9', 'hex');
    await expect(readOne('a.txt', big5)).rejects.toThrow('neither UTF-8 nor GB18030');
  });
});

describe('JSON Lines', () => {
  it('give an article a line; a bad line is set aside with its number', async () => {
    const lines = [
      JSON.stringify({
        id: 'n1',
        text: TEXT,
        title: '签约',
        published: '2024-6-5',
        outlet: null,
        author: '',
      }),
      '{"text": ',
      '',
      '[1]',
      '{"title": "无文"}',
      JSON.stringify({ text: TEXT, title: 7 }),
      JSON.stringify({ text: `\ufeff${TEXT}` }),
      JSON.stringify({ id: 8, text: TEXT }),
    ];
    const file = join(folder({ 'a.jsonl': `\ufeff${lines.join('\r\n')}` }), 'a.jsonl');
    expect(await read(file)).toEqual([
      {
        id: 's/n1',
        source: 's',
        doc: 'n1',
        text: TEXT,
        metadata: { title: '签约', published: '2024-06-05' },
      },
      { place: `${file}:2`, reason: 'is no JSON' },
      { place: `${file}:4`, reason: 'is not a JSON object' },
      { place: `${file}:5`, reason: 'has no "text"' },
      { id: 's/6', source: 's', doc: '6', text: TEXT, metadata: { title: '7' } },
      { id: 's/7', source: 's', doc: '7', text: TEXT, metadata: {} },
      { id: 's/8', source: 's', doc: '8', text: TEXT, metadata: {} },
    ]);
  });

  it('are read by the names that tables have, lists of texts as one', async () => {
    const lines = [
      {
        标题: '签约',
        正文: TEXT,
        发布时间: '2024-06-05 08:00',
        来源: '白鹭日报',
        链接: 'https://example.org',
      },
      { title: '签约', content: [TEXT, TEXT], author: ['李文', '王平'], outlet: { name: 'x' } },
    ];
    const dir = folder({ 'a.jsonl': lines.map((line) => JSON.stringify(line)).join('\n') });
    expect(await read(join(dir, 'a.jsonl'))).toMatchObject([
      {
        text: TEXT,
        metadata: { title: '签约', published: '2024-06-05', outlet: '白鹭日报', url: 'https://example.org' },
      },
      { text: `${TEXT}\n${TEXT}`, metadata: { title: '签约', author: '李文、王平' } },
    ]);
  });

  it('keep ids that are numbers past 2^53 exact', async () => {
    const lines = ['7312345678901234561', '7312345678901234567'].map((id) => `{"id":${id},"text":"${TEXT}"}`);
    expect(ids(await read(join(folder({ 'a.jsonl': lines.join('\n') }), 'a.jsonl')))).toEqual([
      's/7312345678901234561',
      's/7312345678901234567',
    ]);
  });

  it('in UTF-16, or with one broken byte in a line, give their articles all the same', async () => {
    const line = JSON.stringify({ id: '1', text: TEXT });
    const utf16 = Buffer.from(`\ufeff${line}\n`, 'utf16le');
    expect(await readOne('a.jsonl', utf16)).toMatchObject({ id: 's/1', text: TEXT });
    const broken = Buffer.from(line.replace('与', '~'));
    broken[broken.indexOf('~')] = 0xff;
    expect(await readOne('a.jsonl', broken)).toMatchObject({ text: TEXT.replace('与', '\ufffd') });
  });

  it('of several files without ids do not get in each other’s way', async () => {
    const line = JSON.stringify({ text: TEXT });
    expect(ids(await read(folder({ 'a.jsonl': line, 'b.jsonl': line })))).toEqual([
      's/a.jsonl:1',
      's/b.jsonl:1',
    ]);
  });

  it('come from a stream in any pieces, and a line that is too long is let go', async () => {
    async function* pieces(): AsyncGenerator<Uint8Array> {
      const bytes = Buffer.from(`${JSON.stringify({ text: TEXT })}\n"`);
      for (let i = 0; i < bytes.length; i += 7) yield bytes.subarray(i, i + 7);
      for (let i = 0; i < 11; i++) yield Buffer.alloc(1024 * 1024, 0x61);
      yield Buffer.from(`"\n${JSON.stringify({ text: TEXT })}`);
    }
    const items = await all(readJsonLines(pieces(), { source: '-', place: '-' }));
    expect(items.map((item) => (isRejected(item) ? item : item.text))).toEqual([
      TEXT,
      { place: '-:2', reason: 'the line is longer than 10 MB' },
      TEXT,
    ]);
  });
});

describe('other formats', () => {
  it('PDF: a line a paragraph, also where the character map is not in the file', async () => {
    const [item] = await read(join(fixtures, 'article.pdf'));
    expect(item).toMatchObject({
      id: 's/article.pdf',
      doc: 'article',
      text: '晨星科技落户云岭高新区\n6月1日,云岭高新区与晨星科技公司签约,总投资12亿元的晨星智能传感器生产基地项目落户园区。',
    });
  });

  it('DOCX: a line a paragraph, tables too', async () => {
    const [item] = await read(join(fixtures, 'article.docx'));
    expect(item).toMatchObject({
      text: '晨星科技落户云岭高新区\n6月1日,云岭高新区与晨星科技公司签约。\n总投资\t12亿元',
    });
  });
});

describe('a piece of a page', () => {
  it.each([
    [
      'a.jsonl',
      JSON.stringify({ title: '签约', text: `<p class="x">${TEXT}</p>\n<p>总投资<b>12</b>亿元。</p>` }),
    ],
    ['a.csv', `title,text\n签约,"${TEXT}<br/>\n&nbsp;&nbsp;总投资12亿元。"\n`],
    ['a.txt', `<div>${TEXT}</div><div>总投资12亿元。</div>`],
  ])('as sites keep it is read as one: %s', async (name, content) => {
    const { text, metadata } = await readOne(name, content);
    expect(text.split('\n')).toEqual([TEXT, '总投资12亿元。']);
    if (name !== 'a.txt') expect(metadata.title).toBe('签约');
  });

  it('keeps the line ends that part its paragraphs, and is set aside where it has no text', async () => {
    const lines = [`${TEXT}\n<strong>总投资</strong>12亿元。`, '<p><img src="a.png"></p>'];
    const dir = folder({ 'a.jsonl': lines.map((text) => JSON.stringify({ text })).join('\n') });
    expect(await read(join(dir, 'a.jsonl'))).toMatchObject([
      { text: `${TEXT}\n总投资12亿元。` },
      { place: `${join(dir, 'a.jsonl')}:2`, reason: 'has no "text"' },
    ]);
  });
});
