import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Record<string, never>;
const { dependencies, devDependencies } = read('package.json') as unknown as Record<
  string,
  Record<string, string>
>;

/** Licences that ask for no more than their notice, file by file. */
const FINE = /^(?:MIT|ISC|Apache-2\.0|BSD-[23]-Clause|MPL-2\.0)(?: (?:AND|OR) .*)?$/u;

/** A package as it is installed. */
function describe(name: string): {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
} {
  const { version, license } = read(`node_modules/${name}/package.json`) as unknown as Record<string, string>;
  return { name, version: version ?? '', licence: license ?? '' };
}

it('every dependency has a licence that lets everyone use it', () => {
  const all = [...Object.keys(dependencies ?? {}), ...Object.keys(devDependencies ?? {})].map(describe);
  expect(all.filter(({ licence }) => !FINE.test(licence))).toEqual([]);
});

it('SECURITY.md lists what runs, with version and licence', () => {
  const row = ({ name, version, licence }: ReturnType<typeof describe>) =>
    `| ${name} | ${version} | ${licence} |`;
  const table = [
    '| package | version | licence |',
    '| --- | --- | --- |',
    ...Object.keys(dependencies ?? {})
      .sort()
      .map(describe)
      .map(row),
  ].join('\n');
  const text = readFileSync('SECURITY.md', 'utf8');
  const marked = /(?<=<!-- table -->\n).*(?=\n<!-- end -->)/su;
  if (process.env.YUANTU_WRITE_DOCS)
    writeFileSync(
      'SECURITY.md',
      text.replace(marked, () => table),
    );
  expect(readFileSync('SECURITY.md', 'utf8')).toContain(table);
});
