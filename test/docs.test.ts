import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const DOCUMENTS = [
  'README.md',
  'README.zh.md',
  'SECURITY.md',
  ...markdownIn('docs'),
  ...markdownIn('cypher'),
];

function markdownIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join(folder, file))
    .sort();
}

describe('the documents', () => {
  it.each(DOCUMENTS)('%s names only paths that are there', (file) => {
    const named = [
      ...readFileSync(file, 'utf8').matchAll(
        /`((?:src|web|test|cypher|seeds|docs|train|models|spark|clients)\/[\w./-]*)`/gu,
      ),
    ].map(([, path = '']) => path);
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
  });
});
