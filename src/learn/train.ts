import { fileURLToPath } from 'node:url';
import type { Models } from '../extract/models.ts';
import { userWords } from '../extract/segment/dictionary.ts';
import { createSegmenter } from '../extract/segment/jieba.ts';
import { writeWhole } from '../files/write.ts';
import { createKnowledge } from '../knowledge/knowledge.ts';
import { loadSeeds } from '../knowledge/seeds.ts';
import { compileModel } from '../model/linear.ts';
import { pathInPackage } from '../package.ts';
import {
  type AnnotatedArticle,
  linkExamples,
  mentionExamples,
  readAnnotated,
  type Tools,
} from './examples.ts';
import { type TrainingOptions, trainLogistic } from './logistic.ts';

const MENTIONS: TrainingOptions = { epochs: 20, rate: 0.1, l2: 0.002, least: 3 };
const LINKS: TrainingOptions = { epochs: 12, rate: 0.15, l2: 0.003, least: 3 };
/** Relations are learnt over mentions that a model found which had not seen the article. */
const FOLDS = 5;

/** Train both models on annotated articles. The same articles give the same models, whatever their order in the folders. */
export function trainModels(articles: readonly AnnotatedArticle[], tools: Tools): Models {
  const mentions = articles.map((article) => mentionExamples(article, tools));
  const links = Array.from({ length: FOLDS }, (_, fold) => {
    const others = compileModel(
      trainLogistic(mentions.filter((_, i) => i % FOLDS !== fold).flat(), MENTIONS),
    );
    return articles
      .filter((_, i) => i % FOLDS === fold)
      .flatMap((article) => linkExamples(article, tools, others));
  });
  return { mention: trainLogistic(mentions.flat(), MENTIONS), link: trainLogistic(links.flat(), LINKS) };
}

/** `node dist/learn/train.js FOLDER…` writes `seeds/models.json`. */
async function main(folders: readonly string[]): Promise<void> {
  if (folders.length === 0) throw new Error('usage: npm run train -- FOLDER… (each with text/ and gold/)');
  const seeds = loadSeeds();
  const tools = { knowledge: createKnowledge(seeds), segmenter: createSegmenter(userWords(seeds)) };
  const models = trainModels(folders.flatMap(readAnnotated), tools);
  const file = pathInPackage('seeds/models.json');
  await writeWhole(file, [`${JSON.stringify(models, undefined, 1)}\n`]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
