import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const TWINS = [
  ['README.md', 'README.zh.md'],
  ['cypher/README.md', 'cypher/README.zh.md'],
  ['docs/architecture.md', 'docs/architecture.zh.md'],
  ['docs/data.md', 'docs/data.zh.md'],
  ['docs/development.md', 'docs/development.zh.md'],
  ['docs/explorer.md', 'docs/explorer.zh.md'],
  ['docs/exports.md', 'docs/exports.zh.md'],
  ['docs/operations.md', 'docs/operations.zh.md'],
  ['docs/quality.md', 'docs/quality.zh.md'],
  ['docs/resolution.md', 'docs/resolution.zh.md'],
  ['docs/scale.md', 'docs/scale.zh.md'],
  ['docs/stores.md', 'docs/stores.zh.md'],
] as const;

/** Those that are the same from part to part. */
const ALIKE = TWINS.filter(([file]) => file !== 'cypher/README.md');

const partsOf = (file: string) => [...readFileSync(file, 'utf8').matchAll(/^#+ /gmu)].map(([mark]) => mark);

describe('the READMEs', () => {
  it.each(['README.md', 'README.zh.md'])('%s gives the two commands, each alone in its block', (file) => {
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('```sh\nnpm ci && npm start\n```');
    expect(text).toContain('```sh\nnpm ci && npm test\n```');
  });

  it.each(TWINS.flat())('%s points to files that are there', (file) => {
    const links = [...readFileSync(file, 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/gu)].map(
      ([, link]) => link,
    );
    expect(links.filter((link = '') => !existsSync(join(dirname(file), link)))).toEqual([]);
  });

  it.each(ALIKE)('%s and %s say the same commands', (...twins) => {
    const [one, other] = twins.map((file) =>
      [...readFileSync(file, 'utf8').matchAll(/```sh\n(.*?)```/gsu)].map(([, block = '']) =>
        block.replace(/ +#.*$/gmu, ''),
      ),
    );
    expect(other).toEqual(one);
  });

  it.each(ALIKE)('%s and %s have the same parts', (one, other) => {
    expect(partsOf(other)).toEqual(partsOf(one));
  });

  it.each(TWINS.map(([, other]) => other))('%s has the punctuation of Chinese', (file) => {
    const prose = readFileSync(file, 'utf8')
      .replaceAll(/```.*?```/gsu, '')
      .replaceAll(/`[^`\n]*`|\]\([^)]*\)|\*\*/gu, '');
    expect(prose.match(/\p{Script=Han}[,;:!?](?!\d)[^\n]{0,10}|\p{Script=Han}\([^\n]{0,10}/gu) ?? []).toEqual(
      [],
    );
  });
});
