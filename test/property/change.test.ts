import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openStore } from '../../src/store/index.ts';
import { describeChange } from '../contract/change.ts';

const folder = mkdtempSync(join(tmpdir(), 'yuantu-change-'));
const place = join(folder, 'store');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeChange('change on the embedded store', {
  open: () => openStore(`grafeo:${join(place, 'graph.grafeo')}`),
  reset: async () => rmSync(place, { recursive: true, force: true }),
  runs: 8,
});
