// How many statements of each rule are right, of entities that are: node train/trust.mjs EXTRACTED GOLD [INDICATORS]
// EXTRACTED is what `yuantu extract --out` writes for annotated articles, GOLD and INDICATORS what people say of them. A sum is
// right that people give the project, a state one that its project has come to or has behind it; of when something is due nobody
// says anything, so that those were read one by one (docs/quality.md). Prints {rule: {said, right}} as JSON.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { matchEntities } from '../dist/eval/match.js';
import { PROJECT_STATUSES } from '../dist/model/entity.js';
import { isMeasure } from '../dist/model/indicator.js';

const [extracted, golds, indicators] = process.argv.slice(2);
const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
const fold = (text) =>
  String(text ?? '')
    .normalize('NFKC')
    .replace(/\s+/gu, '');
const isNear = (a, b) => Math.abs(a - b) <= 0.005 * Math.max(Math.abs(a), Math.abs(b), 1e-9);

const told = {};
function count(rule, right) {
  told[rule] ??= { said: 0, right: 0 };
  told[rule].said++;
  if (right) told[rule].right++;
}

for (const file of readdirSync(golds).filter((name) => name.endsWith('.json'))) {
  if (!existsSync(join(extracted, file))) continue;
  const [gold, found] = [read(join(golds, file)), read(join(extracted, file))];
  const { toGold } = matchEntities(gold.entities, found.entities);
  const figures =
    indicators && existsSync(join(indicators, file)) ? read(join(indicators, file)).indicators : undefined;
  for (const [i, { facts }] of found.entities.entries()) {
    const at = toGold.get(i);
    if (at === undefined) continue;
    const { name, aliases = [], attrs = {} } = gold.entities[at];
    const names = new Set([name, ...aliases].map(fold));
    for (const fact of facts) {
      if (isMeasure(fact.name)) {
        if (!figures) continue;
        const isIt = (one) =>
          names.has(fold(one.of)) &&
          one.name === fact.name &&
          (one.value == null
            ? fact.value === undefined && isNear(one.growth, fact.growth)
            : fact.value !== undefined && isNear(one.value, fact.value));
        count(fact.rule, figures.some(isIt));
      } else if (fact.name === 'investment' && typeof fact.value === 'number' && fact.currency === undefined)
        count(fact.rule, attrs.investment !== undefined && isNear(attrs.investment, fact.value));
      else if (fact.name === 'status') {
        const [reached, said] = [attrs.status, fact.value].map((one) => PROJECT_STATUSES.indexOf(one));
        count(fact.rule, said <= reached);
      }
    }
  }
}
process.stdout.write(`${JSON.stringify(told, undefined, 1)}\n`);
