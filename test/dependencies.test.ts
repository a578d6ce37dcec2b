import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { shipped } from './support/upkeep.mjs';

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Record<string, never>;
const { dependencies, optionalDependencies, devDependencies } = read('package.json') as unknown as Record<
  string,
  Record<string, string>
>;

/** Licences that ask for no more than their notice, file by file. */
const FINE = /^(?:MIT|ISC|Apache-2\.0|BSD-[23]-Clause|MPL-2\.0)(?: (?:AND|OR) .*)?$/u;

const lock = read('package-lock.json') as unknown as {
  readonly packages: Readonly<Record<string, Record<string, string>>>;
};

/** A package as it is installed, or, where an optional one is missing, as it would be. */
function describe(name: string): {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
} {
  const place = `node_modules/${name}`;
  const isMissing = name in (optionalDependencies ?? {}) && !existsSync(place);
  const told = isMissing ? lock.packages[place] : read(`${place}/package.json`);
  const { version, license } = (told ?? {}) as Record<string, string>;
  return { name, version: version ?? '', licence: license ?? '' };
}

it('every dependency has a licence that lets everyone use it', () => {
  const all = Object.keys({ ...dependencies, ...optionalDependencies, ...devDependencies }).map(describe);
  expect(all.filter(({ licence }) => !FINE.test(licence))).toEqual([]);
});

/** When the registry was asked, and what it told. */
const upkeep = read('test/upkeep.json') as unknown as {
  readonly on: string;
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly version: string;
        readonly released: string;
        readonly newest: string;
        readonly newestReleased: string;
      }
    >
  >;
};

it('SECURITY.md lists what runs and what the explorer is built of, with version, licence and upkeep', () => {
  const rows = shipped().map((name) => {
    const { version, licence } = describe(name);
    const told = upkeep.packages[name];
    // Else the table would tell of another version: run node test/support/upkeep.mjs.
    expect(told?.version, name).toBe(version);
    const where =
      name in (dependencies ?? {})
        ? ''
        : name in (optionalDependencies ?? {})
          ? ' (optional)'
          : ' (explorer)';
    return `| ${name}${where} | ${version}, ${told?.released} | ${told?.newest === version ? 'it is' : `${told?.newest}, ${told?.newestReleased}`} | ${licence} |`;
  });
  const table = [
    `| package | version, released | newest on ${upkeep.on} | licence |`,
    '| --- | --- | --- | --- |',
    ...rows,
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
