import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeZip } from '../../src/exchange/zip.ts';
import { clean } from '../../src/extract/clean/index.ts';
import type { FileAccount, RawDocument, Rejected } from '../../src/model/article.ts';
import { openAccount, readSources } from '../../src/read/index.ts';
import { docxOf, pdfOfPages } from '../support/office.ts';

const TITLE = '白鹭高新区签约三个新材料项目';
const HEAD = '2024年6月5日 来源：白鹭日报';
const BODY = [
  '6月4日，白鹭高新技术产业开发区举行项目集中签约仪式。远航新材料科技有限公司投资建设年产2万吨锂电隔膜项目，总投资30亿元，选址白鹭高新区东片区。',
  '白鹭高新区管委会主任李明远出席并致辞。远航新材料科技有限公司董事长周启文表示，项目预计2025年10月投产。',
];
const LINES = [TITLE, HEAD, ...BODY];
const TEXT = LINES.join('\n');
const [FIELDS, CELLS] = [
  ['正文', '标题', '日期', '媒体'],
  [TEXT, TITLE, '2024年6月5日', '白鹭日报'],
];

const paragraphs = LINES.map((line) => `<p>${line}</p>`).join('\n');
const page = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${TITLE}</title></head><body>
  <div class="nav"><a href="/">首页</a> <a href="/a">苍鹭经济技术开发区</a></div><h1>${TITLE}</h1>
  ${paragraphs.replace(`<p>${TITLE}</p>`, '')}<p>广告｜苍鹭地产80亿元项目</p>
  <h3>热榜</h3><ul><li><a href="/1">苍鹭集团项目开工</a></li></ul>
  <div class="footer">技术支持：云帆网络科技有限公司</div></body></html>`;

/** Characters of GB18030 in two bytes, by looking each code up. */
function toGb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, readonly number[]>();
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++) codes.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  return Buffer.from(
    [...text].flatMap((c) => (c.charCodeAt(0) < 0x80 ? [c.charCodeAt(0)] : (codes.get(c) ?? []))),
  );
}

const utf16be = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
const marked = (mark: readonly number[], bytes: Buffer) => Buffer.concat([Buffer.from(mark), bytes]);
const rtf = `{\\rtf1\\ansi\\uc1 ${[...TEXT]
  .map((c) =>
    c === '\n'
      ? '\\par '
      : c.charCodeAt(0) < 0x80
        ? c
        : `\\u${((c.charCodeAt(0) + 0x8000) % 0x10000) - 0x8000}?`,
  )
  .join('')}}`;
const mhtml = [
  'Content-Type: multipart/related; boundary="b"',
  '',
  '--b',
  'Content-Type: text/html; charset=utf-8',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from(page).toString('base64'),
  '--b--',
].join('\r\n');
const docx = docxOf(LINES.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join(''));
/** Broken at a fixed width, as a page is set, with a running foot. */
const pdf = pdfOfPages([
  [
    ...LINES.flatMap((line) => line.match(/.{1,36}/gu) ?? []).map((text, i) => ({
      text,
      x: 70,
      y: 780 - i * 20,
    })),
    { text: '1', x: 300, y: 30 },
  ],
]);
const csv = `\ufeff${[FIELDS, CELLS].map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n')}\r\n`;
const row = (cells: readonly string[], number: number) =>
  `<row r="${number}">${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`;
const xlsx = Buffer.concat([
  ...writeZip([
    {
      name: 'xl/workbook.xml',
      content: '<workbook xmlns:r="r"><sheets><sheet name="a" r:id="r1"/></sheets></workbook>',
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: '<Relationships><Relationship Id="r1" Target="a.xml"/></Relationships>',
    },
    {
      name: 'xl/a.xml',
      content: `<worksheet><sheetData>${row(FIELDS, 1)}${row(CELLS, 2)}</sheetData></worksheet>`,
    },
  ]),
]);

/** Each reads as the clean text does. */
const WHOLE: Readonly<Record<string, string | Buffer>> = {
  'utf8.txt': TEXT,
  'utf8-mark.txt': `\ufeff${TEXT}`,
  'crlf.txt': TEXT.replaceAll('\n', '\r\n'),
  'utf16le.txt': Buffer.from(`\ufeff${TEXT}`, 'utf16le'),
  'utf16be.txt': utf16be(TEXT),
  'gb18030.txt': toGb18030(TEXT),
  'gb18030-mark.txt': marked([0x84, 0x31, 0x95, 0x33], toGb18030(TEXT)),
  'decomposed.txt': TEXT.normalize('NFD'),
  'invisible.txt': TEXT.replaceAll('高新', '高\u200b新\u00ad'),
  'full-width.txt': TEXT.replace('30亿', '３０亿'),
  'radicals.txt': TEXT.replaceAll('高', '⾼').replaceAll('长', '⻓'),
  'traditional.txt': TEXT.replace('總', '总').replaceAll('产业', '產業').replaceAll('项目', '項目'),
  'page.html': page,
  'page-gbk.htm': toGb18030(page.replace('utf-8', 'gb2312')),
  'page.xhtml': page,
  'page.shtml': page,
  'page.mhtml': mhtml,
  'word.docx': docx,
  'rich.rtf': rtf,
  'print.pdf': pdf,
  'marks.md': LINES.join('\n\n'),
  'lines.jsonl': `${JSON.stringify({ id: '7312345678901234561', title: TITLE, text: TEXT })}\n`,
  'table.csv': csv,
  'table.xlsx': xlsx,
};

/** What each fault loses is known, and told. */
const broken = Buffer.from(TEXT);
broken[Buffer.byteLength(TEXT.slice(0, TEXT.indexOf('致辞'))) + 1] = 0xff;
const MENDED: Readonly<Record<string, string | Buffer>> = {
  'broken-byte.txt': broken,
  'cut.txt': Buffer.from(TEXT).subarray(0, -1),
};
const SET_ASIDE: Readonly<Record<string, string | Buffer>> = {
  'empty.txt': '',
  'torn.pdf': pdf.subarray(0, 300),
  'torn.docx': docx.subarray(0, 200),
  'shell.html': '<div id="app">正在加载，请稍候…</div>',
  'picture.txt': Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)),
};
const PASSED: Readonly<Record<string, string>> = {
  '~$word.docx': '',
  '.hidden.txt': TEXT,
  'picture.png': '',
  'page_files/ad.html': '<p>苍鹭集团投资80亿元的项目在苍鹭高新区开工。</p>',
};

describe('a folder with every format and every fault', () => {
  const folder = mkdtempSync(join(tmpdir(), 'yuantu-every-'));
  const documents = new Map<string, RawDocument>();
  const rejected: Rejected[] = [];
  let account: FileAccount;
  beforeAll(async () => {
    for (const [name, content] of Object.entries({ ...WHOLE, ...MENDED, ...SET_ASIDE, ...PASSED })) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    const { onFile, total } = openAccount();
    for await (const item of readSources([folder], { source: 's', onFile }))
      if ('reason' in item) rejected.push(item);
      else documents.set(item.id.replace(/^s\//u, '').replace(/:2$/u, ''), item);
    account = total();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const sentencesOf = (raw: RawDocument) => {
    const { text, sentences, articles } = clean(raw);
    const { title, published, outlet } = articles[0] ?? {};
    return { sentences: sentences.map(({ start, end }) => text.slice(start, end)), title, published, outlet };
  };
  const expected = sentencesOf({ id: 's/a', source: 's', doc: 'a', text: TEXT, metadata: {} });

  it('has articles of which the clean text tells all', () => {
    expect(expected).toMatchObject({ title: TITLE, published: '2024-06-05', outlet: '白鹭日报' });
    expect(expected.sentences.join('')).toContain('总投资30亿元');
  });

  it.each(Object.keys(WHOLE))('reads %s to the same sentences, and so to the same graph', (name) => {
    const raw = documents.get(name === 'lines.jsonl' ? '7312345678901234561' : name);
    expect(raw && sentencesOf(raw)).toEqual(expected);
  });

  it.each(Object.keys(MENDED))('loses of %s what is broken, and tells it', (name) => {
    const { sentences } = sentencesOf(documents.get(name) as RawDocument);
    const differ = sentences.filter((sentence) => !expected.sentences.includes(sentence));
    expect(differ).toHaveLength(1);
    expect(sentences).toHaveLength(expected.sentences.length);
    expect(account.notes?.some(({ place }) => place.endsWith(name))).toBe(true);
  });

  it('accounts for each of its files', () => {
    const named = (places: readonly { readonly place: string }[]) =>
      places.map(({ place }) => place.slice(folder.length + 1)).sort();
    expect(named(rejected)).toEqual(Object.keys(SET_ASIDE).sort());
    expect(named(account.passedOver)).toEqual(['.hidden.txt', 'page_files', 'picture.png', '~$word.docx']);
    expect(account.read).toBe(Object.keys({ ...WHOLE, ...MENDED }).length);
  });
});
