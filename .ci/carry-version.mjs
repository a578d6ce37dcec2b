// After `changeset version` has set it in package.json: carries the version to every other place that tells it, with today's date, and
// gives the unreleased notes of the changelog its head.
import { readFileSync, writeFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const today = new Date().toISOString().slice(0, 10);

/** Every pattern has to be found: a place that has moved would go on telling the old one. */
function put(file, ...changes) {
  let text = readFileSync(file, 'utf8');
  for (const [pattern, value] of changes) {
    if (!pattern.test(text)) throw new Error(`${file}: nothing like ${pattern} to put ${version} into`);
    text = text.replace(pattern, value);
  }
  writeFileSync(file, text);
}

put('clients/python/pyproject.toml', [/^version = ".*"$/mu, `version = "${version}"`]);
put(
  'CITATION.cff',
  [/^version: .*$/mu, `version: ${version}`],
  [/^date-released: .*$/mu, `date-released: "${today}"`],
);
for (const file of ['README.md', 'README.zh.md'])
  put(file, [/yuantu-\d[\d.]*\.tgz/u, `yuantu-${version}.tgz`]);
put('CHANGELOG.md', [/^## Unreleased$/mu, `## Unreleased\n\n## ${version} - ${today}`]);
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
lock.version = version;
lock.packages[''].version = version;
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
