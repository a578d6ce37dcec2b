import { createInterface } from 'node:readline/promises';
import type { DoubtRow, DoubtSide } from '../contract/review.ts';
import { tellReport } from './build.ts';
import type { Context, ExitCode } from './context.ts';
import { keepSummary } from './diff.ts';
import { whoJudges } from './judge.ts';
import { describeThing, tellContradictions, tellOverruled } from './judgement-lines.ts';

export interface ReviewOptions {
  readonly list?: boolean;
  readonly json?: boolean;
  readonly limit?: number;
  readonly by?: string;
}

const ANSWERS = { s: 'same', d: 'different', u: 'unsure' } as const;

/** Walks the doubtful pairs, those first whose answer changes most, and records what is answered; `list` only prints them. */
export async function runReview(context: Context, options: ReviewOptions): Promise<ExitCode> {
  const { print, words } = context;
  return context.withStore(async (store) => {
    const [{ review }, { askIn }, { byChange, toDoubtRow }] = await Promise.all([
      context.review(store),
      import('../answer/open.ts'),
      import('../answer/doubt.ts'),
    ]);
    const found = await review.doubts();
    const pairs = await askIn(store, (catalogue) => {
      const doubts = byChange(catalogue, found);
      const shown = doubts.slice(0, options.limit ?? doubts.length);
      return shown.flatMap((doubt) => toDoubtRow(catalogue, doubt) ?? []);
    });
    tellContradictions(context, review.history().standing.contradictions);
    tellOverruled(context, await review.overruled());
    if (options.json === true) {
      for (const pair of pairs) print(JSON.stringify(pair));
      return 0;
    }
    if (pairs.length === 0) print(words.say('noDoubts'));
    const given: object[] = [];
    if (options.list === true || pairs.length === 0) {
      for (const [i, pair] of pairs.entries()) show(context, pair, `${i + 1}/${pairs.length}`);
      return 0;
    }
    const asking = createInterface({ input: process.stdin, output: process.stdout });
    const ended = new Promise<undefined>((done) => asking.once('close', () => done(undefined)));
    const ask = (question: string) => Promise.race([asking.question(question), ended]);
    const by = whoJudges(context, options);
    for (let i = 0; i < pairs.length; i++) {
      const pair = pairs[i] as DoubtRow;
      show(context, pair, `${i + 1}/${pairs.length}`);
      const answer = (await ask(`${words.say('askPair')} `))?.trim().toLowerCase();
      if (answer === undefined || answer === 'q') break;
      if (answer === 'b') {
        given.pop();
        i = Math.max(-1, i - 2);
        continue;
      }
      const say = ANSWERS[answer as keyof typeof ANSWERS];
      if (say === undefined) continue;
      const why = (await ask(`${words.say('askWhy')} `))?.trim();
      given.push({ say, left: pair.left.names, right: pair.right.names, by, ...(why ? { why } : {}) });
    }
    asking.close();
    if (given.length === 0) return 0;
    const { report } = await review.record(given);
    tellContradictions(context, review.history().standing.contradictions);
    await keepSummary(context, report);
    return tellReport(context, report);
  });
}

/** A pair with the sentences of both sides, one above the other: Chinese sentences are too long to stand abreast. */
function show({ print, words }: Context, pair: DoubtRow, place: string): void {
  const { left, right, merged, score, via, features } = pair;
  const state = words.say(merged ? 'areOne' : 'areTwo');
  const reasons = features.map(({ name, detail }) => (detail === '' ? name : `${name} (${detail})`));
  print(`\n[${place}] ${state} · ${score.toFixed(2)} · ${via} · ${reasons.join(', ')}`);
  for (const [letter, side] of [
    ['A', left],
    ['B', right],
  ] as const)
    for (const line of sideLines(letter, side)) print(line);
}

function* sideLines(letter: string, side: DoubtSide): Generator<string> {
  const others = [side.name, ...side.aliases].filter((name) => name !== side.names.name);
  yield `  ${letter}  ${describeThing(side.names)}${others.length > 0 ? ` = ${others.slice(0, 6).join(', ')}` : ''}`;
  for (const { article, passages } of side.mentions)
    for (const { text } of passages)
      yield `     ${[article.outlet, article.published, article.id].filter(Boolean).join(' ')}: ${text.replace(/\s+/gu, ' ')}`;
}
