// Writes sums of money as training reads them: node train/sums.mjs MODEL FOLDER… > sums.jsonl, for folders as `yuantu examples` takes them.
// Projects are those that the model finds, so that sums are learnt with what it misses; articles without an annotated project are left out.
import { matchEntities } from '../dist/eval/match.js';
import { toExample } from '../dist/extract/examples/example.js';
import { readAnnotatedTexts } from '../dist/extract/examples/read.js';
import { askSums, toCandidates } from '../dist/extract/indicator/candidate.js';
import { Scene } from '../dist/extract/indicator/scene.js';
import { LinkedDocument, proposeSums, toProjectScenes } from '../dist/extract/relate/index.js';
import { near, openModel } from './model.mjs';

const [model, ...folders] = process.argv.slice(2);
const { read, tools } = await openModel(model);

for (const folder of folders) {
  for (const article of readAnnotatedTexts(folder)) {
    if (!article.gold.entities.some(({ type }) => type === 'Project')) continue;
    const { document, entities } = await read({
      ...{ id: article.id, source: article.group, doc: article.id, text: article.text, metadata: {} },
    });
    const proposals = proposeSums(toProjectScenes(new LinkedDocument(document, entities)));
    if (proposals.length === 0) continue;
    const found = entities.map(({ type, forms: [name, ...aliases] }) => ({ type, name, aliases, attrs: {} }));
    const gold = article.gold.entities.map((entity) => ({ aliases: [], attrs: {}, ...entity }));
    const { toGold, toPredicted } = matchEntities(gold, found);
    const investments = found.map((_, k) => gold[toGold.get(k)]?.attrs.investment);
    const missed = gold.flatMap(({ attrs }, g) => (toPredicted.has(g) ? [] : [attrs.investment]));
    const candidates = toCandidates(new Scene(document, entities), askSums(proposals));
    const { id, group, text, sentences, channels, pieces, starts, windows } = toExample(article, tools);
    console.log(
      JSON.stringify({
        ...{ id, group, text, sentences, channels, pieces, starts, windows },
        ...{ entities: [], open: [], titles: [], relations: [], spare: [], groups: [], wanted: [] },
        projects: found.flatMap(({ type }, entity) =>
          type === 'Project' && toGold.has(entity) ? [{ entity, investment: investments[entity] }] : [],
        ),
        figures: candidates.map((candidate, i) => {
          const { entity = -1, amount } = proposals[i];
          const { value, currency, isPhase } = amount;
          const yuan = currency === undefined ? value : undefined;
          const owners = investments.flatMap((sum, k) => (near(yuan, sum) ? [k] : []));
          // The sum of a project that was not found is not known to be of none.
          const told = owners.length > 0 || (missed.some((sum) => near(yuan, sum)) ? null : false);
          return { ...candidate, value: isPhase ? null : (yuan ?? null), ruled: { entity }, told, owners };
        }),
      }),
    );
  }
}
