import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { MODEL } from '../../../src/extract/open.ts';

it('the card has length and hash of every file of the model', () => {
  const card = JSON.parse(readFileSync(join(MODEL, 'card.json'), 'utf8'));
  const files = readdirSync(MODEL).filter((name) => !['README.md', 'card.json'].includes(name));
  const hashes = files.map((name) => {
    const content = readFileSync(join(MODEL, name));
    return [
      name,
      { bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') },
    ] as const;
  });
  expect(card.files).toEqual(Object.fromEntries(hashes));
});
