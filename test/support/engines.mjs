// Which packages ask for a newer Node than we promise: `node test/support/engines.mjs FOLDER` looks at what is installed there.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import semver from 'semver';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The oldest Node that we promise, such as 20.19.0. */
export function oldestNode() {
  const { engines } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));
  return semver.minVersion(engines.node).version;
}

/** The lines of Node that are tested, each at the release from which all of its kind are meant. */
const PROMISED = [oldestNode(), '22.13.0', '24.0.0'];

/** Of packages by place, as in a lock file, those that do not run on each Node that we promise: `place wants range`, sorted. */
export function tooNew(packages) {
  return Object.entries(packages)
    .filter(
      ([, { engines }]) => engines?.node && !PROMISED.every((node) => semver.satisfies(node, engines.node)),
    )
    .map(([place, { engines }]) => `${place} wants ${engines.node}`)
    .sort();
}

/** The packages under a folder's node_modules, at any depth, by place. */
function installed(folder, under = 'node_modules') {
  if (!existsSync(join(folder, under))) return {};
  const names = readdirSync(join(folder, under)).filter((name) => !name.startsWith('.'));
  const places = names.flatMap((name) =>
    name.startsWith('@')
      ? readdirSync(join(folder, under, name)).map((rest) => `${under}/${name}/${rest}`)
      : [`${under}/${name}`],
  );
  return Object.fromEntries(
    places.flatMap((place) => [
      [place, JSON.parse(readFileSync(join(folder, place, 'package.json'), 'utf8'))],
      ...Object.entries(installed(folder, `${place}/node_modules`)),
    ]),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const packages = installed(process.argv[2] ?? '.');
  const bad = tooNew(packages);
  console.log(bad.join('\n') || `all ${Object.keys(packages).length} packages run on Node ${PROMISED[0]}`);
  process.exitCode = bad.length === 0 && Object.keys(packages).length > 0 ? 0 : 1;
}
