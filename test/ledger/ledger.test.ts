import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../src/store/index.ts';
import { describeLedger } from './describe-ledger.ts';

describeLedger('the embedded store', () =>
  openStore(`grafeo:${join(mkdtempSync(join(tmpdir(), 'yuantu-ledger-')), 'graph')}`),
);
