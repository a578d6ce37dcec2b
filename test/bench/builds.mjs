// What builds by the command cost, each in a process of its own: the first, one that finds nothing changed, one with an article
// more, and a dump. Articles are simulated (test/support/simulated.mjs), what they say is given: news of zones, or general news, which
// name a quarter as much. NODE_OPTIONS=--max-old-space-size=3000 bounds their heap.
//   npm run build && npm run bench:builds -- [--general] [ARTICLES…]
// Needs GNU time at /usr/bin/time.
import { spawnSync } from 'node:child_process';
import { appendFileSync, closeSync, mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const [MAIN, SIMULATED] = [here('../../dist/cli/main.js'), here('../support/simulated.mjs')];
const MORE = { id: 'more', text: '晨星科技有限公司落户苏州工业园区，总投资10亿元。' };
// So many drawn, some of them twice, are 3.3 names an article.
const NAMES = process.argv.includes('--general') ? ['3.45'] : [];
const sizes = process.argv.slice(2).flatMap((word) => (word.startsWith('--') ? [] : Number(word)));

/** Runs the program under a folder of its own; a line of what it took. */
function measure(name, folder, ...words) {
  const { status, stderr } = spawnSync(
    '/usr/bin/time',
    ['-f', '%e %U %S %M', process.execPath, MAIN, ...words],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(`yuantu ${words.join(' ')} ended with ${status}: ${stderr}`);
  const [clock, user, system, memory] = stderr.trim().split('\n').at(-1).split(' ').map(Number);
  const told = [(user + system).toFixed(1), clock.toFixed(1), String(Math.round((memory * 1024) / 1e6))];
  console.log(`  ${name.padEnd(16)}${told.map((cell) => cell.padStart(10)).join('')}`);
}

for (const size of sizes.length > 0 ? sizes : [5000, 20_000]) {
  const folder = mkdtempSync(join(tmpdir(), 'yuantu-builds-'));
  try {
    mkdirSync(join(folder, 'news'));
    const lines = openSync(join(folder, 'news/articles.jsonl'), 'w');
    spawnSync(process.execPath, [SIMULATED, String(size), ...NAMES], { stdio: ['ignore', lines, 'inherit'] });
    closeSync(lines);
    console.log(`${size} articles: seconds of CPU, by the clock, MB at most`);
    const store = ['--store', 'grafeo:graph.grafeo'];
    measure('first', folder, 'build', 'news', ...store);
    measure('nothing changed', folder, 'build', 'news', ...store);
    appendFileSync(join(folder, 'news/more.jsonl'), `${JSON.stringify(MORE)}\n`);
    measure('one more', folder, 'build', 'news', ...store);
    measure('dump', folder, 'dump', 'dump.jsonl', ...store);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
