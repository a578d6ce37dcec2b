// What both figures and sums are written with: the stages of a model, the tools of examples, and when two numbers are one.
import { join } from 'node:path';
import { createStages } from '../dist/extract/document.js';
import { openReader } from '../dist/extract/encode/reader.js';
import { readVocabulary } from '../dist/extract/encode/vocabulary.js';
import { createTools } from '../dist/extract/examples/example.js';
import { userWords } from '../dist/extract/segment/dictionary.js';
import { createSegmenter } from '../dist/extract/segment/jieba.js';
import { loadSeeds } from '../dist/knowledge/seeds.js';

/** Open the model of a folder: `read` takes a document through its stages, `tools` make its example. */
export async function openModel(folder) {
  const seeds = loadSeeds();
  const segmenter = createSegmenter(userWords(seeds));
  return {
    read: createStages(await openReader(folder, seeds), seeds),
    tools: createTools(seeds, segmenter, readVocabulary(join(folder, 'vocabulary.tsv'))),
  };
}

export const near = (a, b) => a !== undefined && b !== undefined && Math.abs(a - b) <= 0.005 * Math.abs(b);
