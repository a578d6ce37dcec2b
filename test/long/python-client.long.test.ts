import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installPythonClient } from '../support/python-client.mjs';

const PROGRAM = resolve('dist/cli/main.js');
const NOTEBOOK = resolve('clients/python/examples/first-look.ipynb');

/** A Python with the client; undefined, said aloud, where it cannot be had and nothing demands it. */
function findClient(): string | undefined {
  try {
    if (!existsSync(PROGRAM)) throw new Error(`${PROGRAM} is not there; run npm run build`);
    return installPythonClient();
  } catch (error) {
    if (process.env.YUANTU_TEST_READERS === 'required') throw error;
    console.warn(`SKIPPED: the Python client was not tried: ${String(error)}`);
    return undefined;
  }
}

const python = findClient();

/** The client by itself: frames that hold what the server says. */
const FRAMES = `
import json, sys
from yuantu import Problem, Yuantu
graph = Yuantu(sys.argv[1])
entities, relations, facts, articles = graph.entities(), graph.relations(), graph.facts(), graph.articles()
evidence = graph.evidence()
texts = articles["text"]
def units(text, start, end):
    return text.encode("utf-16-le")[2 * start:2 * end].decode("utf-16-le")
wrong = [row.quote for row in evidence.itertuples() if units(texts[row.article], row.start, row.end) != row.quote]
try:
    graph.query("MATCH (n")
    code = ""
except Problem as problem:
    code = problem.code
file = graph.export(sys.argv[2])
print(json.dumps({
    "counts": [len(entities), len(relations), len(articles)],
    "wrong": wrong, "code": code, "bytes": file.stat().st_size,
    "evidence": len(evidence), "facts": len(facts),
    "companies": len(graph.entities("Company")) == (entities["type"] == "Company").sum().item(),
    "asked": graph.query("MATCH (c:Company) WHERE c.name CONTAINS $part RETURN c.name AS name", part="公司").columns.tolist(),
    "found": len(graph.search("江西")),
    "again": graph.entities().equals(entities),
}))
`;

const RUN = `
import sys, nbformat
from nbclient import NotebookClient
notebook = nbformat.read(sys.argv[1], as_version=4)
NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
print(sum(1 for cell in notebook.cells for output in cell.get("outputs", []) if "text/html" in output.get("data", {})))
`;

describe.runIf(python !== undefined)('the Python client', () => {
  const folder = mkdtempSync(join(tmpdir(), 'yuantu-python-'));
  let server: ChildProcess;
  let address = '';

  const run = (parameters: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(python ?? '', parameters, {
      encoding: 'utf8',
      cwd: folder,
      env: { ...process.env, YUANTU_ADDRESS: address },
    });
    expect(status, stderr.slice(-2000)).toBe(0);
    return { stdout, stderr };
  };

  beforeAll(async () => {
    const env = { ...process.env, LC_ALL: 'C.UTF-8' };
    server = spawn(process.execPath, [PROGRAM, 'start', '--port', '0'], {
      cwd: folder,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (server.stdout === null) throw new Error('no output');
    for await (const line of createInterface(server.stdout)) {
      address = /^Yuantu is at (\S+)/u.exec(line)?.[1] ?? '';
      if (address !== '') break;
    }
    expect(address).not.toBe('');
  });
  afterAll(async () => {
    server.kill();
    if (server.exitCode === null) await once(server, 'exit');
    rmSync(folder, { recursive: true, force: true });
  });

  it('gives frames of what the server holds, every quote where it says', async () => {
    const told = JSON.parse(run(['-c', FRAMES, address, join(folder, 'graph.gexf')]).stdout);
    expect(told).toMatchObject({ wrong: [], code: 'QUERY', companies: true, asked: ['name'], again: true });
    expect(Math.min(...told.counts, told.evidence, told.facts, told.found, told.bytes)).toBeGreaterThan(0);
  });

  it('runs its notebook to the tables', () => {
    expect(Number(run(['-c', RUN, NOTEBOOK]).stdout)).toBeGreaterThanOrEqual(4);
  });

  it('can be made by others too, from the OpenAPI document', async () => {
    const document = join(folder, 'openapi.json');
    writeFileSync(document, await (await fetch(`${address}/api/v1/openapi.json`)).text());
    const made = join(folder, 'made');
    const { stdout, stderr } = run([
      '-m',
      'openapi_python_client',
      'generate',
      '--path',
      document,
      '--output-path',
      made,
      '--meta',
      'none',
    ]);
    // What it cannot take is one answer line by line, which is no JSON, and a workbook.
    expect(`${stdout}${stderr}`.match(/^(?:WARNING|Unable|Could not).*$/gmu)).toEqual([
      'WARNING parsing POST /api/v1/articles within default.',
      'WARNING parsing POST /api/v1/table within default.',
    ]);
    expect(readFileSync(join(made, 'api/default/post_query.py'), 'utf8')).toContain('QueryAnswer.from_dict');
    run(['-m', 'compileall', '-q', made]);
  });
});
