import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../src/store/index.ts';
import { describeStore } from '../contract/store.ts';

describeStore('the embedded store', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yuantu-store-'));
  return {
    open: (settings) => openStore(`grafeo:${join(folder, 'deep', 'graph.grafeo')}`, settings),
    reset: async () => rmSync(folder, { recursive: true, force: true }),
    runs: 30,
  };
});
