import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';

let folder = '';
beforeAll(() => {
  if (!existsSync('dist/index.js')) throw new Error('dist/index.js is not there; run npm run build');
  folder = mkdtempSync(join(tmpdir(), 'yuantu-library-'));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(process.cwd(), join(folder, 'node_modules', 'yuantu'));
  mkdirSync(join(folder, 'news'));
  writeFileSync(join(folder, 'news', 'a.txt'), '力元新能源科技有限公司落户宜春经开区。');
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

it.each(['README.md', 'README.zh.md'])('the example of %s builds a graph and serves it', async (file) => {
  const [, program = ''] = /```js\n(.*?)```/su.exec(readFileSync(file, 'utf8')) ?? [];
  writeFileSync(join(folder, 'example.mjs'), program);
  const running = spawn(process.execPath, ['example.mjs'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [line] = await once(createInterface(running.stdout), 'line');
    expect(line).toMatch(/^[01] \d+ http:/u);
  } finally {
    running.kill();
  }
});
