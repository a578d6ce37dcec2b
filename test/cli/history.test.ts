import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { historyFile, keepHistory, readHistory } from '../../src/cli/history.ts';

describe('what was said in the shell', () => {
  const folder = mkdtempSync(join(tmpdir(), 'yuantu-history-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is kept in the home, elsewhere, or nowhere', () => {
    expect(historyFile({})).toBe(join(homedir(), '.yuantu_history'));
    expect(historyFile({ YUANTU_HISTORY: '/x' })).toBe('/x');
    expect(historyFile({ YUANTU_HISTORY: '' })).toBe('');
  });

  it('is there the next time, the last line first, for nobody else to read', async () => {
    const file = join(folder, 'history');
    expect(readHistory(file)).toEqual([]);
    void keepHistory(file, ['RETURN 1;']);
    await keepHistory(file, ['RETURN 2;', 'RETURN 1;']);
    expect(readHistory(file)).toEqual(['RETURN 2;', 'RETURN 1;']);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is forgotten where it has no file or none can be written, and that is no error', async () => {
    const before = readdirSync(folder);
    await keepHistory('', ['RETURN 1;']);
    await keepHistory(join(folder, 'history', 'inside'), ['RETURN 1;']);
    expect(readdirSync(folder)).toEqual(before);
    expect([readHistory(''), existsSync(join(folder, 'none'))]).toEqual([[], false]);
  });
});
