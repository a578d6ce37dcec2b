import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { READ_LIMITS } from '../../../src/model/read-limits.ts';
import { openDocumentReader } from '../../../src/read/apart/reader.ts';
import { compiled } from '../../support/compiled.ts';
import { docxOf, pdfOf, pdfOfPages, streamOf } from '../../support/office.ts';

const limits = { ...READ_LIMITS, memory: 512, pages: 100 };
const reader = openDocumentReader(limits, compiled('read/apart/process.js'));
afterAll(() => reader.end());

describe('a document past a limit', () => {
  it('of 200,000 pages is told by their number', async () => {
    const kids = '3 0 R '.repeat(200_000);
    const bytes = pdfOf([
      '<</Type/Catalog/Pages 2 0 R>>',
      `<</Type/Pages/Count 200000/Kids[${kids}]>>`,
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>',
      streamOf('q Q'),
    ]);
    await expect(reader.read('.pdf', bytes)).rejects.toThrow('has 200000 pages; at most 100 are read');
  });

  it.each([
    ['.docx', docxOf('<w:sdt>'.repeat(5000) + '</w:sdt>'.repeat(5000))],
    ['.html', Buffer.from(`${'<div>'.repeat(5000)}云岭高新区${'</div>'.repeat(5000)}`)],
  ] as const)('%s of elements in each other is told by their depth', async (kind, bytes) => {
    await expect(reader.read(kind, bytes)).rejects.toThrow(
      /its elements are more than 256 deep in each other$/u,
    );
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
