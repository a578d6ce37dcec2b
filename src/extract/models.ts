import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { YuantuError } from '../model/errors.ts';
import type { LinearModel } from '../model/linear.ts';
import { pathInPackage } from '../package.ts';

/** What was learnt from annotated articles: how likely a mention is, and a relation. */
export interface Models {
  readonly mention: LinearModel;
  readonly link: LinearModel;
}

const MODEL = z.object({ bias: z.number(), weights: z.record(z.string(), z.number()) });
const FILE = pathInPackage('seeds/models.json');

/** Read the weights that `npm run train` wrote. @throws {YuantuError} SEED when the file is missing or is none of ours. */
export function loadModels(file: string = FILE): Models {
  try {
    return z.object({ mention: MODEL, link: MODEL }).parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new YuantuError(
      'SEED',
      `${file}: expected the weights of two models; write them with npm run train`,
      { cause },
    );
  }
}
