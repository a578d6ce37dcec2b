import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const DOCUMENTS = [
  'README.md',
  'README.zh.md',
  'SECURITY.md',
  'CONTRIBUTING.md',
  'CODE_OF_CONDUCT.md',
  'clients/python/README.md',
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

it('Zenodo is told what the citation tells', () => {
  const zenodo = JSON.parse(readFileSync('.zenodo.json', 'utf8'));
  const citation = readFileSync('CITATION.cff', 'utf8');
  expect(citation).toContain(`title: "${zenodo.title}"`);
  for (const { name } of zenodo.creators) expect(citation).toContain(`- name: ${name}`);
  expect(citation.toLowerCase()).toContain(`license: ${zenodo.license}`);
  expect(zenodo).toMatchObject({ upload_type: 'software', access_right: 'open' });
});

it('every place that tells the version tells the same', () => {
  const told = (file: string, pattern: RegExp) => pattern.exec(readFileSync(file, 'utf8'))?.[1];
  const version = told('package.json', /"version": "([^"]+)"/u);
  expect(told('clients/python/pyproject.toml', /^version = "([^"]+)"$/mu)).toBe(version);
  expect(told('CITATION.cff', /^version: (.+)$/mu)).toBe(version);
});
