import {
  createExplainer,
  type ExplainedEnd,
  type ExplainedSentence,
  type Explanation,
} from '../extract/explain.ts';
import { loadModels } from '../extract/models.ts';
import type { RawDocument, Rejected } from '../model/article.ts';
import type { Reason } from '../model/linear.ts';
import type { Span } from '../model/span.ts';
import type { Context, ExitCode } from './context.ts';
import type { Words } from './words.ts';

/** Prints of each document why its names and relations were taken or refused: for people, or as a line of JSON for each. */
export async function runExplain(
  context: Context,
  documents: AsyncIterable<RawDocument | Rejected>,
  options: { readonly all?: boolean; readonly json?: boolean },
): Promise<ExitCode> {
  const { words, print, tell, signal } = context;
  const explain = createExplainer(await context.seeds(), loadModels());
  const colours = process.stdout.isTTY && !process.env.NO_COLOR;
  let [done, rejected] = [0, 0];
  for await (const item of documents) {
    signal.throwIfAborted();
    if ('reason' in item) {
      rejected++;
      tell(`${words.say('rejected')}: ${item.place}: ${item.reason}`);
      continue;
    }
    const explanation = explain(item, options.all === true ? { least: 0 } : {});
    print(
      options.json === true ? JSON.stringify(explanation) : formatExplanation(explanation, words, colours),
    );
    done++;
  }
  return rejected === 0 ? 0 : done > 0 ? 1 : 2;
}

const COLOURS: Readonly<Record<string, number>> = {
  Company: 32,
  Zone: 34,
  Project: 35,
  Official: 31,
  Executive: 31,
  Organization: 36,
  Place: 33,
  Industry: 90,
};

/** The text, a sentence a line with its mentions in brackets, and under each what was taken (+) and refused (-), and why. */
export function formatExplanation({ doc, sentences }: Explanation, words: Words, colours: boolean): string {
  const paint = (text: string, code: number | undefined) =>
    colours && code !== undefined ? `\u001b[${code}m${text}\u001b[0m` : text;
  const blocks = sentences.map((sentence) =>
    [
      markMentions(sentence, words, paint),
      ...sentence.mentions.flatMap(({ text, type, rule, confidence, taken, lostTo, entity, ...reasons }) => {
        const fate = taken
          ? `→ ${nameOf(entity)}`
          : lostTo === undefined
            ? words.say('unlikely')
            : `${words.say('lostTo')} ${words.type(lostTo.type)} ${oneLine(lostTo.text)}`;
        const line = `${taken ? '+' : '-'} ${words.type(type)} ${oneLine(text)}  ${confidence.toFixed(2)}  ${rule}  ${fate}`;
        return [`  ${paint(line, taken ? undefined : 2)}`, ...formatReasons(reasons, words)];
      }),
      ...sentence.relations.flatMap(({ from, type, to, rule, confidence, fate, ...reasons }) => {
        const taken = fate === 'taken';
        const pair = `${nameOf(from)} —${words.type(type)}→ ${nameOf(to)}`;
        const line = `${taken ? '+' : '-'} ${pair}  ${confidence.toFixed(2)}  ${rule}${taken ? '' : `  ${words.say(fate)}`}`;
        return [`  ${paint(line, taken ? 1 : 2)}`, ...formatReasons(reasons, words)];
      }),
    ].join('\n'),
  );
  return [`# ${doc}`, ...blocks].join('\n\n');
}

function nameOf(end: ExplainedEnd | undefined): string {
  return end === undefined ? '' : end.id === undefined ? end.name : `${end.id} ${end.name}`;
}

function formatReasons(
  reasons: { readonly for: readonly Reason[]; readonly against: readonly Reason[] },
  words: Words,
): string[] {
  return (['for', 'against'] as const).flatMap((side) => {
    const list = reasons[side].map(({ feature, weight }) => `${feature} ${weight.toFixed(2)}`);
    return list.length === 0 ? [] : [`      ${words.say(side)}: ${list.join(' · ')}`];
  });
}

/** The sentence on one line, what was taken in brackets with its type: [晨星科技|企业]落户[云岭高新区|园区]. */
function markMentions(
  { start: from, text, mentions }: ExplainedSentence,
  words: Words,
  paint: (text: string, code: number | undefined) => string,
): string {
  const taken = mentions.filter((mention) => mention.taken);
  const marks = (side: keyof Span, at: number) => taken.filter((mention) => mention[side] === from + at);
  let line = '';
  for (let at = 0; at <= text.length; at++) {
    for (const { type } of marks('end', at).reverse()) line += paint(`|${words.type(type)}]`, COLOURS[type]);
    for (const { type } of marks('start', at)) line += paint('[', COLOURS[type]);
    line += text[at] ?? '';
  }
  return oneLine(line);
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
