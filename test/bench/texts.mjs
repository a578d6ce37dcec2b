// What a question to the texts of articles costs: `npm run build && npm run bench:texts [articles]`. Articles are made up, of some
// 1,500 characters in words that are as frequent as words are; milliseconds are of this process, so that others beside it count little.
import { TextIndex } from '../../dist/answer/text-search.js';
import { WholeCatalogue } from '../../dist/answer/whole-catalogue.js';

const [ARTICLES, LENGTH, WORDS, TIMES] = [Number(process.argv[2] ?? 50_000), 1500, 20_000, 9];
/** Characters that words are made of, the frequent first. */
const SIGNS = { first: 0x4e00, count: 3000 };

let state = 7676;
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};
/** A place in a list of so many, by Zipf's law: the second is half as frequent as the first. */
const zipf = (count) => Math.floor(count ** random()) - 1;
const word = () => {
  const length = 2 + Math.floor(random() ** 2 * 3);
  return String.fromCharCode(...Array.from({ length }, () => SIGNS.first + zipf(SIGNS.count)));
};
const words = Array.from({ length: WORDS }, word);

function text() {
  let made = '';
  while (made.length < LENGTH) made += words[zipf(WORDS)] + (random() < 0.1 ? '。' : '');
  return made;
}

const nodes = Array.from({ length: ARTICLES }, (_, i) => ({
  id: `bench/${i}`,
  labels: ['Article'],
  properties: {
    source: 'bench',
    title: words[zipf(WORDS)],
    published: new Date(Date.UTC(2015, 0, 1 + Math.floor(random() * 4000))).toISOString().slice(0, 10),
    text: text(),
  },
}));
const cpu = (since) => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
};
const begun = process.cpuUsage();
const index = new TextIndex(new WholeCatalogue({ nodes, relationships: [] }));
await index.warm();
console.log(`${ARTICLES} articles, indexed in ${Math.round(cpu(begun))} ms`);
const questions = {
  'one word, in most articles': words[0],
  'two words, in most articles': `${words[0]} ${words[1]}`,
  'one word, frequent': words[100],
  'two words, frequent': `${words[100]} ${words[101]}`,
  'three words, rare together': `${words[0]} ${words[500]} ${words[5000]}`,
  'one word, rare': words[15_000],
  'a long word that is nowhere': words.slice(40, 44).join(''),
};
for (const [kind, question] of Object.entries(questions)) {
  const times = [];
  let total = 0;
  for (let i = 0; i < TIMES; i++) {
    const start = process.cpuUsage();
    ({ total } = await index.find(question, 12));
    times.push(cpu(start));
  }
  times.sort((a, b) => a - b);
  console.log(
    `${kind}: ${times[TIMES >> 1].toFixed(1)} ms, ${times.at(-1).toFixed(1)} at most; ${total} articles`,
  );
}
