import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const TWINS = [
  ['README.md', 'README.zh.md'],
  ['cypher/README.md', 'cypher/README.zh.md'],
] as const;

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

  it('says the same commands in both languages', () => {
    const [one, other] = TWINS[0].map((file) =>
      [...readFileSync(file, 'utf8').matchAll(/```sh\n(.*?)```/gsu)].map(([, block = '']) =>
        block.replace(/ +#.*$/gmu, ''),
      ),
    );
    expect(other).toEqual(one);
  });
});
