// Whether Spark makes the same graph as one process: `node test/long/spark.mjs ARTICLES.jsonl`, after `npm run build`.
// The lines need an `id`. Needs Java and a Python with pyspark (pip install pyspark).
import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const [articles] = process.argv.slice(2);
if (articles === undefined) throw new Error('give a file of articles as JSON Lines');
const folder = mkdtempSync(join(tmpdir(), 'yuantu-spark-'));
const yuantu = [process.execPath, at('../../dist/cli/main.js')];

function run(what, [command, ...argv], options = {}) {
  const start = Date.now();
  const { status, error } = spawnSync(command, argv, { stdio: 'inherit', ...options });
  if (error) throw error;
  if (status !== 0) throw new Error(`${what} ended with ${status}`);
  console.log(`${what}: ${((Date.now() - start) / 1000).toFixed(1)} s`);
}

/** The graph of a file, as a dump. */
function graphOf(file, name) {
  const store = `grafeo:${join(folder, `${name}.grafeo`)}`;
  const dump = join(folder, `${name}.dump.jsonl`);
  run(`build from ${name}`, [...yuantu, 'build', file, '--source', 'news', '--store', store]);
  run(`dump of ${name}`, [...yuantu, 'dump', dump, '--store', store]);
  return readFileSync(dump);
}

try {
  const out = join(folder, 'spark');
  run('extraction with Spark', ['python3', at('./spark.py'), articles, out, ...yuantu, 'extract', '-']);
  const results = join(folder, 'results.jsonl');
  for (const part of readdirSync(out)
    .filter((name) => name.startsWith('part-'))
    .sort())
    await pipeline(createReadStream(join(out, part)), createWriteStream(results, { flags: 'a' }));
  const [one, other] = [graphOf(articles, 'texts'), graphOf(results, 'results')];
  if (!one.equals(other)) throw new Error('the graphs differ');
  console.log(`the same graph, ${one.length} bytes`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
