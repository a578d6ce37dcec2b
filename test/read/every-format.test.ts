import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuildReport, build } from '../../src/collect/build.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { applyStore } from '../support/apply-store.ts';
import {
  bookOf,
  csvOf,
  linesOf,
  marked,
  mhtmlOf,
  type Piece,
  pageOf,
  pieceOf,
  printOf,
  rtfOf,
  textOf,
  toGb18030,
  utf16be,
  wordOf,
} from '../support/formats.ts';
import { seeds } from '../support/view.ts';

type Make = (piece: Piece) => string | Buffer;

/** Each holds an article of its own, and reads as the clean text of that does. */
const WHOLE: Readonly<Record<string, Make>> = {
  'utf8.txt': textOf,
  'utf8-mark.txt': (piece) => `\ufeff${textOf(piece)}`,
  'crlf.txt': (piece) => textOf(piece).replaceAll('\n', '\r\n'),
  'utf16le.txt': (piece) => Buffer.from(`\ufeff${textOf(piece)}`, 'utf16le'),
  'utf16be.txt': (piece) => utf16be(textOf(piece)),
  'utf16-bare.txt': (piece) => Buffer.from(textOf(piece), 'utf16le'),
  'gb18030.txt': (piece) => toGb18030(textOf(piece)),
  'gb18030-mark.txt': (piece) => marked([0x84, 0x31, 0x95, 0x33], toGb18030(textOf(piece))),
  'decomposed.txt': (piece) => textOf(piece).normalize('NFD'),
  'invisible.txt': (piece) => textOf(piece).replaceAll('高新', '高\u200b新\u00ad'),
  'full-width.txt': (piece) =>
    textOf(piece).replace(/(\d+)亿/u, (_, figures: string) => `${figures.replace(/\d/gu, wide)}亿`),
  'radicals.txt': (piece) => textOf(piece).replaceAll('高', '⾼').replaceAll('长', '⻓'),
  'traditional.txt': (piece) => textOf(piece).replaceAll('产业', '產業').replaceAll('项目', '項目'),
  'page-h.html': pageOf,
  'page-gbk.htm': (piece) => toGb18030(pageOf(piece).replace('utf-8', 'gb2312')),
  'page-x.xhtml': pageOf,
  'page-s.shtml': pageOf,
  'page-m.mhtml': mhtmlOf,
  'word.docx': wordOf,
  'rich.rtf': rtfOf,
  'print.pdf': printOf,
  'marks.md': (piece) => linesOf(piece).join('\n\n'),
  'lines.jsonl': (piece) => `${JSON.stringify({ id: '73', title: piece.title, text: textOf(piece) })}\n`,
  'table-c.csv': csvOf,
  'table-x.xlsx': bookOf,
  // What is broken here is said in no record.
  'broken-byte.txt': (piece) => breakAt(piece, '致辞'),
  'cut.txt': (piece) => Buffer.from(textOf(piece)).subarray(0, -1),
};
const wide = (digit: string) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0);

/** Each loses a letter at the broken place, and nothing else. */
const LOSING: Readonly<Record<string, Make>> = {
  'broken-sum.txt': (piece) => breakAt(piece, '总投资'),
  'broken-gb.txt': (piece) => {
    const bytes = toGb18030(textOf(piece));
    return Buffer.concat([bytes.subarray(0, bytes.length - 20), bytes.subarray(bytes.length - 19)]);
  },
};
const MENDED = ['broken-byte.txt', 'cut.txt', ...Object.keys(LOSING)];

const SET_ASIDE: Readonly<Record<string, Make>> = {
  'empty.txt': () => '',
  'torn.pdf': (piece) => printOf(piece).subarray(0, 300),
  'torn.docx': (piece) => wordOf(piece).subarray(0, 200),
  'shell.html': () => '<div id="app">正在加载，请稍候…</div>',
  'picture.txt': () => Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)),
};
const PASSED: Readonly<Record<string, Make>> = {
  '~$word.docx': () => '',
  '.hidden.txt': textOf,
  'picture.png': () => '',
  'page-h_files/ad.html': () => '<p>苍鹭集团投资80亿元的项目在苍鹭高新区开工。</p>',
};

/** A byte of the last character of these words is no UTF-8. */
function breakAt(piece: Piece, words: string): Buffer {
  const text = textOf(piece);
  const bytes = Buffer.from(text);
  bytes[Buffer.byteLength(text.slice(0, text.indexOf(words) + words.length)) - 1] = 0xff;
  return bytes;
}

/** What a record has besides what it says: where in the text it stands and in which letters, and what follows from others or was told beside it. */
const BESIDE =
  /^(?:id|x|y|spans?|text|hash|quotes?|confidence|community|pageRank|count|mentions|articles|stor(?:y|ies)|(?:first|last)Seen|until|untilFrom|given)$/u;

/** What a graph says: each record in a line, its article by the stem of its file. */
function recordsOf({ nodes, relationships }: Snapshot): Set<string> {
  const stem = (id: string) => id.replace(/\.[a-z]+(?::2)?$/u, '').replace(/\/73$/u, '/lines');
  const told = (properties: Readonly<Record<string, unknown>>) =>
    Object.entries(properties)
      .filter(([key]) => !BESIDE.test(key))
      .map(([key, value]) => `${key}=${typeof value === 'string' ? stem(value) : JSON.stringify(value)}`)
      .sort()
      .join(' ');
  const names = new Map(
    nodes.map(({ id, properties: { name, article, value } }) => [
      id,
      `${name ?? stem(id)} ${value ?? ''} ${stem(String(article ?? ''))}`.trim(),
    ]),
  );
  return new Set([
    ...nodes.map(({ labels, properties }) => `${labels.join(':')} ${told(properties)}`),
    ...relationships.map(
      ({ type, from, to, properties }) => `${names.get(from)} ${type} ${names.get(to)} ${told(properties)}`,
    ),
  ]);
}

describe('a folder with every format and every fault', () => {
  const home = mkdtempSync(join(tmpdir(), 'yuantu-every-'));
  const folder = join(home, 'dirty');
  let report: BuildReport;
  let [clean, dirty] = [new Set<string>(), new Set<string>()];

  async function graphOf(files: Readonly<Record<string, string | Buffer>>, path: string) {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), content);
    }
    const store = applyStore();
    const told = await build({ store, seeds, paths: [path], source: 's' });
    return { told, records: recordsOf(await store.read()) };
  }

  beforeAll(async () => {
    const all = Object.entries({ ...WHOLE, ...LOSING, ...SET_ASIDE, ...PASSED });
    const made = all.map(([name, make], n) => [name, make(pieceOf(n))] as const);
    ({ told: report, records: dirty } = await graphOf(Object.fromEntries(made), folder));
    const texts = Object.keys({ ...WHOLE, ...LOSING }).map(
      (name, n) => [`${name.replace(/\.[a-z]+$/u, '')}.txt`, textOf(pieceOf(n))] as const,
    );
    ({ records: clean } = await graphOf(Object.fromEntries(texts), join(home, 'clean')));
  });
  afterAll(() => rmSync(home, { recursive: true }));

  it('gives the graph of the clean texts: a byte that breaks beside a sum loses none of it', () => {
    expect(clean.size).toBeGreaterThan(600);
    // Beside a broken byte the model may be surer or less sure of a relation of the same article; that is its own affair.
    const isModels = (record: string) => record.includes('rules=["model/relation"]');
    const lost = [...clean].filter((record) => !dirty.has(record) && !isModels(record));
    const made = [...dirty].filter((record) => !clean.has(record) && !isModels(record));
    expect({ lost, made }).toEqual({ lost: [], made: [] });
  });

  it('accounts for each of its files', () => {
    const named = (places: readonly { readonly place: string }[] = []) =>
      places.map(({ place }) => place.slice(folder.length + 1)).sort();
    expect(named(report.rejected)).toEqual(Object.keys(SET_ASIDE).sort());
    expect(named(report.files?.passedOver)).toEqual([
      '.hidden.txt',
      'page-h_files',
      'picture.png',
      '~$word.docx',
    ]);
    expect(report.files?.read).toBe(Object.keys({ ...WHOLE, ...LOSING }).length);
    expect(named(report.files?.notes)).toEqual(MENDED.sort());
  });
});
