import { describe, expect, it } from 'vitest';
import { openDocumentReader } from '../../src/read/apart/reader.ts';
import { readDocx } from '../../src/read/docx.ts';
import { kindOf } from '../../src/read/kind.ts';
import { docxOf } from '../support/office.ts';

const TEXT = '远航新材料科技有限公司与白鹭高新区签约，总投资30亿元。';
const docx = docxOf(`<w:p><w:r><w:t>${TEXT}</w:t></w:r></w:p>`);
const page = `<!DOCTYPE html><html><body><p>${TEXT}</p></body></html>`;
const rtf = `{\\rtf1\\ansi ${[...TEXT].map((c) => `\\u${((c.charCodeAt(0) + 0x8000) % 0x10000) - 0x8000}?`).join('')}}`;
const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
const locked = Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')]);

describe('a file whose name tells another kind', () => {
  it.each([
    ['.doc', docx],
    ['.doc', rtf],
    ['.doc', page],
    ['.wps', docx],
    ['.txt', page],
    ['.docx', rtf],
  ] as const)('named %s is read as what it is', async (kind, content) => {
    const reader = openDocumentReader();
    try {
      expect((await reader.read(kind, Buffer.from(content))).text).toBe(TEXT);
    } finally {
      reader.end();
    }
  });

  it.each([
    ['.docx', old, '.doc'],
    ['.docx', locked, '.docx'],
    ['.txt', Buffer.from('<html 是网页的开头。'), '.txt'],
    ['.md', Buffer.from(page), '.md'],
  ] as const)('%s is told by how it begins', (named, bytes, kind) => {
    expect(kindOf(named, bytes)).toBe(kind);
  });

  it('is told to be locked where it is', async () => {
    await expect(readDocx(locked)).rejects.toThrow('locked by a password');
  });
});
