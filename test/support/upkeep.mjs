// Writes test/upkeep.json: when each package that runs, or is part of the explorer, was released, and its newest release, as the npm
// registry tells. `node test/support/upkeep.mjs`, after a version changes; then YUANTU_WRITE_DOCS=1 with test/dependencies.test.ts.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Packages at run time, and those that the explorer is built of. */
export function shipped() {
  const { dependencies, optionalDependencies, devDependencies } = JSON.parse(
    readFileSync(`${ROOT}package.json`, 'utf8'),
  );
  const sources = readdirSync(`${ROOT}web`, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/u.test(file))
    .map((file) => readFileSync(`${ROOT}web/${file}`, 'utf8'))
    .join('\n');
  const used = Object.keys(devDependencies).filter((name) =>
    new RegExp(`^(?:import|export)(?! type).* from '${name}(?:/[^']*)?'`, 'mu').test(sources),
  );
  return [...new Set([...Object.keys({ ...dependencies, ...optionalDependencies }), ...used])].sort();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const packages = Object.fromEntries(
    shipped().map((name) => {
      const { version } = JSON.parse(readFileSync(`${ROOT}node_modules/${name}/package.json`, 'utf8'));
      const told = execFileSync('npm', ['view', name, 'time', 'dist-tags.latest', '--json'], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const { time, 'dist-tags.latest': newest } = JSON.parse(told);
      const month = (of) => time[of].slice(0, 7);
      return [name, { version, released: month(version), newest, newestReleased: month(newest) }];
    }),
  );
  const told = { source: 'npm view', on: new Date().toISOString().slice(0, 10), packages };
  writeFileSync(`${ROOT}test/upkeep.json`, `${JSON.stringify(told, null, 2)}\n`);
}
