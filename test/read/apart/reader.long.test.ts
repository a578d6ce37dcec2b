import { afterAll, describe, expect, it } from 'vitest';
import { READ_LIMITS } from '../../../src/model/read-limits.ts';
import { type DocumentReader, openDocumentReader } from '../../../src/read/apart/reader.ts';
import { compiled } from '../../support/compiled.ts';
import { docxOf, pdfOf, pdfOfPages, streamOf } from '../../support/office.ts';

const SCRIPT = compiled('read/apart/process.js');

const reader = openDocumentReader({ ...READ_LIMITS, memory: 512, unpacked: 64 }, SCRIPT);
const hasty = openDocumentReader({ ...READ_LIMITS, seconds: 5, memory: 4096 }, SCRIPT);
afterAll(() => {
  reader.end();
  hasty.end();
});

const good = pdfOfPages([[{ text: '云岭高新区与晨星科技公司签约。', x: 70, y: 700 }]]);

/** What becomes of a document, and then of a good one. */
async function outcome(by: DocumentReader, kind: '.pdf' | '.docx', bytes: Uint8Array): Promise<string> {
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
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>',
      streamOf(Buffer.alloc(2 ** 30, 'q '), 2),
    ]);
    expect(bytes.length).toBeLessThan(20_000);
    expect(await outcome(reader, '.pdf', bytes)).toBe('takes more than 512 MB of memory to read');
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

  it('that takes too long is ended', async () => {
    const pages = Array.from({ length: 3000 }, () => [{ text: '园'.repeat(12_000), x: 0, y: 0 }]);
    expect(await outcome(hasty, '.pdf', pdfOfPages(pages))).toBe('takes more than 5 s to read');
  });
});
