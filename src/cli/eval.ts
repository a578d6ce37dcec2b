import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatBands } from '../eval/calibration.ts';
import { type LabelledDocument, parseLabelled } from '../eval/document.ts';
import { scoreDocuments } from '../eval/score.ts';
import { formatScores } from '../eval/tally.ts';
import { openExtractor } from '../extract/open.ts';
import type { Extraction, RawDocument } from '../model/article.ts';
import { YuantuError } from '../model/errors.ts';
import { pathInPackage } from '../package.ts';
import type { Context, ExitCode } from './context.ts';

/** Extracts the labelled documents from their texts and prints precision, recall and F1 of everything that is scored, and what a confidence is worth. */
export async function runEval(
  context: Context,
  options: {
    readonly text?: string;
    readonly gold?: string;
    readonly json?: boolean;
    readonly list?: boolean;
  },
): Promise<ExitCode> {
  const { text = pathInPackage('seeds/articles'), gold = pathInPackage('test/golden') } = options;
  for (const folder of [text, gold])
    if (!existsSync(folder)) throw new YuantuError('INPUT', `${folder}: no such folder`);
  const files = readdirSync(gold)
    .filter((file) => file.endsWith('.json'))
    .sort();
  if (files.length === 0) throw new YuantuError('INPUT', `${gold}: holds no labelled document (*.json)`);

  const { readSources } = await import('../read/index.ts');
  const texts = new Map<string, RawDocument>();
  for await (const item of readSources([text])) if (!('reason' in item)) texts.set(item.doc, item);
  const extract = await openExtractor(await context.seeds());
  const pairs: { readonly gold: LabelledDocument; readonly predicted: LabelledDocument | undefined }[] = [];
  for (const file of files) {
    context.signal.throwIfAborted();
    const raw = texts.get(file.slice(0, -'.json'.length));
    pairs.push({
      gold: parseLabelled(readFileSync(join(gold, file), 'utf8'), join(gold, file)),
      predicted: raw === undefined ? undefined : toLabelled(await extract(raw)),
    });
  }
  const tally = scoreDocuments(pairs);
  const scores = tally.scores();
  const bands = tally.calibration.bands();
  if (options.list === true) for (const remark of tally.remarks) context.print(remark);
  context.print(
    options.json === true
      ? JSON.stringify({
          ...Object.fromEntries(scores.map((score) => [score.what, score])),
          calibration: bands,
        })
      : `${formatScores(scores)}\n\n${formatBands(bands)}`,
  );
  return pairs.some(({ predicted }) => predicted === undefined) ? 1 : 0;
}

function toLabelled({ doc, entities, relations }: Extraction): LabelledDocument {
  return {
    doc,
    entities: entities.map(({ attrs, ...entity }) => ({ ...entity, attrs: { ...attrs } })),
    relations: relations.map(({ attrs, ...relation }) => ({ ...relation, attrs: { ...attrs } })),
  };
}
