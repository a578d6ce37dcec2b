import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { READ_LIMITS } from '../../../src/model/read-limits.ts';
import { type DocumentReader, openDocumentReader } from '../../../src/read/apart/reader.ts';
import { docxOf, pdfOf, pdfOfPages, streamOf } from '../../support/office.ts';

const SCRIPT = fileURLToPath(new URL('../../support/read-process.mjs', import.meta.url));

const reader = openDocumentReader({ ...READ_LIMITS, memory: 512, pages: 100, unpacked: 64 }, SCRIPT);
const hasty = openDocumentReader({ ...READ_LIMITS, seconds: 1 }, SCRIPT);
afterAll(() => {
  reader.end();
  hasty.end();
});

const PAGE = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>';
const good = pdfOfPages([[{ text: '云岭高新区与晨星科技公司签约。', x: 70, y: 700 }]]);

/** What becomes of a document, and then of a good one. */
async function outcome(
  by: DocumentReader,
  kind: '.pdf' | '.docx' | '.html',
  bytes: Uint8Array,
): Promise<string> {
  const said = await by.read(kind, bytes).then(
    ({ text }) => `${text.length} characters`,
    (error: Error) => error.message,
  );
  expect((await by.read('.pdf', good)).text).toBe('云岭高新区与晨星科技公司签约。');
  return said;
}

function* repeated(piece: string, times: number): Generator<string> {
  for (let i = 0; i < times; i++) yield piece;
}

describe('a document that is made to unfold', () => {
  it('as a PDF whose stream is packed twice takes too much memory', async () => {
    const bytes = pdfOf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Count 1/Kids[3 0 R]>>',
      PAGE,
      streamOf(Buffer.alloc(2 ** 30, 'q '), 2),
    ]);
    expect(bytes.length).toBeLessThan(20_000);
    expect(await outcome(reader, '.pdf', bytes)).toBe('takes more than 512 MB of memory to read');
  });

  it('as a PDF of 200,000 pages is told by their number', async () => {
    const kids = '3 0 R '.repeat(200_000);
    const bytes = pdfOf([
      '<</Type/Catalog/Pages 2 0 R>>',
      `<</Type/Pages/Count 200000/Kids[${kids}]>>`,
      PAGE,
      streamOf('q Q'),
    ]);
    expect(await outcome(reader, '.pdf', bytes)).toBe('has 200000 pages; at most 100 are read');
  });

  it('as a DOCX that expands to 1 GB is told by what it unpacks to', async () => {
    const bytes = docxOf(repeated(' '.repeat(2 ** 20), 1024));
    expect(bytes.length).toBeLessThan(2 ** 21);
    expect(await outcome(reader, '.docx', bytes)).toMatch(/unpacks to more than 64 MB$/u);
  });

  it('as a DOCX of 400,000 paragraphs is read', async () => {
    const bytes = docxOf(repeated('<w:p><w:r><w:t>园</w:t></w:r></w:p>', 400_000));
    expect(await outcome(reader, '.docx', bytes)).toBe('799999 characters');
  });

  it.each([
    ['.docx', docxOf('<w:sdt>'.repeat(5000) + '</w:sdt>'.repeat(5000))],
    ['.html', Buffer.from(`${'<div>'.repeat(5000)}云岭高新区${'</div>'.repeat(5000)}`)],
  ] as const)('as %s of elements in each other is told by their depth', async (kind, bytes) => {
    expect(await outcome(reader, kind, bytes)).toMatch(/its elements are more than 256 deep in each other$/u);
  });

  it('that takes too long is ended', async () => {
    const pages = Array.from({ length: 3000 }, () => [{ text: '园'.repeat(2000), x: 0, y: 0 }]);
    expect(await outcome(hasty, '.pdf', pdfOfPages(pages))).toBe('takes more than 1 s to read');
  });
});

describe('documents one after the other', () => {
  it('come as they were asked for, however many ask at once', async () => {
    const texts = Array.from({ length: 12 }, (_, i) => `云岭高新区第${i}号公告。`);
    const read = texts.map((text) => reader.read('.pdf', pdfOfPages([[{ text, x: 70, y: 700 }]])));
    expect((await Promise.all(read)).map(({ text }) => text)).toEqual(texts);
  });

  it.runIf(existsSync('/proc/self/task'))('are read by two processes at most', () => {
    const children = readFileSync(`/proc/self/task/${readdirSync('/proc/self/task')[0]}/children`, 'utf8');
    const commands = children
      .split(' ')
      .filter((id) => existsSync(`/proc/${id}/cmdline`) && id !== '')
      .map((id) => readFileSync(`/proc/${id}/cmdline`, 'utf8'));
    expect(commands.filter((command) => command.includes('"memory":512')).length).toBeLessThanOrEqual(2);
  });
});
