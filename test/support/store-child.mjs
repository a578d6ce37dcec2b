// A process that works on a store until it is killed: `node store-child.mjs URL hold|write [FROM]`, with the settings of the
// store as JSON in $STORE_SETTINGS. `hold` opens it and says `ready`; `write` writes generation after generation, each a whole
// other graph, and says its number when it is kept.
import { diffSnapshots } from '../../.compiled/graph/diff.js';
import { GrafeoStore } from '../../.compiled/store/grafeo/index.js';
import { Neo4jStore } from '../../.compiled/store/neo4j/index.js';
import { generation } from './generation.mjs';

const [url, task, from = '1'] = process.argv.slice(2);
const settings = JSON.parse(process.env.STORE_SETTINGS ?? '{}');
const store = url.startsWith('grafeo:')
  ? await GrafeoStore.open(url.slice('grafeo:'.length), settings)
  : await Neo4jStore.open(url, settings);
await store.prepare();
console.log('ready');
if (task === 'hold') setInterval(() => {}, 1000);
else {
  let before = await store.read();
  for (let number = Number(from); ; number++) {
    const after = generation(number);
    await store.apply(diffSnapshots(before, after));
    console.log(number);
    before = after;
  }
}
