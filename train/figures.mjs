// Writes annotated figures as training reads them: node train/figures.mjs MODEL TEXTS:FIGURES… > figures.jsonl
// TEXTS is a folder as `yuantu examples` takes it, FIGURES a folder of NAME.json or a file of JSON Lines: {"doc", "indicators"}.
// Things are those that the model finds, so that figures are learnt with what it misses.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { toExample } from '../dist/extract/examples/example.js';
import { readAnnotatedTexts } from '../dist/extract/examples/read.js';
import { askFigures, toCandidates } from '../dist/extract/indicator/candidate.js';
import { proposeIndicators } from '../dist/extract/indicator/proposal.js';
import { Scene } from '../dist/extract/indicator/scene.js';
import { near, openModel } from './model.mjs';

const [model, ...sources] = process.argv.slice(2);
const { read, tools } = await openModel(model);
const fold = (text) =>
  String(text ?? '')
    .normalize('NFKC')
    .replace(/\s+/gu, '');
const json = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** Annotated figures by article. */
function figuresOf(path) {
  const rows = statSync(path).isDirectory()
    ? readdirSync(path).map((file) => json(join(path, file)))
    : readFileSync(path, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
  return new Map(rows.map(({ doc, indicators }) => [doc, indicators]));
}

/** Which proposal each annotated figure is: of one measure and number, in the words that are annotated if there are several. */
function matchFigures(wanted, proposals, { text, toOriginal }) {
  const matched = new Map();
  const open = new Set();
  for (const figure of wanted) {
    const same = proposals.flatMap(({ reading }, i) => {
      const isSame =
        reading.name === figure.name &&
        (figure.value === null
          ? reading.figure === undefined && near(reading.growth, figure.growth)
          : near(reading.figure?.value, figure.value));
      return isSame ? [i] : [];
    });
    for (const i of same) open.add(i);
    const spots = [];
    for (let at = text.indexOf(figure.quote); at >= 0; at = text.indexOf(figure.quote, at + 1))
      spots.push([at, at + figure.quote.length]);
    const free = same.filter((i) => !matched.has(i));
    const said = free.filter((i) => {
      const { start, end } = toOriginal(proposals[i].reading.figure ?? proposals[i].reading);
      return spots.some(([from, to]) => start < to && end > from);
    });
    const [best] = said.length > 0 ? said : free.length === 1 ? free : [];
    if (best !== undefined) matched.set(best, figure);
  }
  return { matched, open };
}

for (const source of sources) {
  const [folder, path] = source.split(':');
  const annotated = figuresOf(path);
  for (const article of readAnnotatedTexts(folder)) {
    const wanted = annotated.get(article.id);
    if (!wanted) continue;
    const { document, entities, findings } = await read({
      ...{ id: article.id, source: article.group, doc: article.id, text: article.text, metadata: {} },
    });
    const subjects = entities.map(({ type, forms, mentions }, i) => ({
      ...{ forms, mentions, type: findings.types[i] ?? type, status: findings.attrs[i]?.status },
    }));
    const names = new Map(
      article.gold.entities.flatMap(({ name, aliases = [] }) =>
        [name, ...aliases].map((form) => [fold(form), fold(name)]),
      ),
    );
    const nameOf = (form) => names.get(fold(form)) ?? fold(form);
    const groups = subjects.map(({ forms }) => [...new Set(forms.map(nameOf))]);
    const scene = new Scene(document, subjects);
    const proposals = proposeIndicators(scene);
    const toOriginal = (span) => document.toOriginal(span);
    const { matched, open } = matchFigures(wanted, proposals, { text: document.raw.text, toOriginal });
    const candidates = toCandidates(scene, askFigures(proposals));
    const { id, group, text, sentences, channels, pieces, starts, windows } = toExample(article, tools);
    console.log(
      JSON.stringify({
        ...{ id, group, text, sentences, channels, pieces, starts, windows },
        ...{ entities: [], open: [], titles: [], relations: [], spare: [] },
        groups,
        wanted: wanted.map((figure) => ({ ...figure, group: nameOf(figure.of) })),
        figures: candidates.map((candidate, i) => {
          const figure = matched.get(i);
          const { reading, entity, isOfPart } = proposals[i];
          const owners =
            figure === undefined
              ? []
              : groups.flatMap((own, k) => (own.includes(nameOf(figure.of)) ? [k] : []));
          return {
            ...candidate,
            ...{ name: reading.name, value: reading.figure?.value ?? null, growth: reading.growth ?? null },
            ruled: {
              entity: entity ?? -1,
              isOfPart,
              isFixed: reading.owner !== undefined,
            },
            ...(figure === undefined ? { told: open.has(i) ? null : false } : { told: true, owners }),
          };
        }),
      }),
    );
  }
}
