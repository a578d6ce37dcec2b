import type {
  ExplainedEnd,
  ExplainedMention,
  ExplainedRelation,
  ExplainedSentence,
  Explanation,
} from '../extract/explain.ts';
import { openExplainer } from '../extract/open.ts';
import type { RawDocument, Rejected } from '../model/article.ts';
import type { Span } from '../model/span.ts';
import type { Context, ExitCode } from './context.ts';
import type { Words } from './words.ts';

/** What is less likely than this is told in no case: nearly every stretch of a text is. */
const ALMOST_NOTHING = 0.001;

/** Prints of each document why its names and relations were taken or refused: for people, or as a line of JSON for each. */
export async function runExplain(
  context: Context,
  documents: AsyncIterable<RawDocument | Rejected>,
  options: { readonly all?: boolean; readonly json?: boolean },
): Promise<ExitCode> {
  const { words, print, tell, signal } = context;
  const explain = await openExplainer(await context.seeds());
  const colours = process.stdout.isTTY && !process.env.NO_COLOR;
  let [done, rejected] = [0, 0];
  for await (const item of documents) {
    signal.throwIfAborted();
    if ('reason' in item) {
      rejected++;
      tell(words.labelled('rejected', `${item.place}: ${words.told(item.reason)}`));
      continue;
    }
    const explanation = await explain(item, options.all === true ? { least: ALMOST_NOTHING } : {});
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
      ...sentence.mentions.flatMap((mention) => [
        `  ${paint(mentionLine(mention, words), mention.fate === 'taken' ? undefined : 2)}`,
        `      ${mentionReasons(mention, words).join(' · ')}`,
      ]),
      ...sentence.relations.map(
        (relation) => `  ${paint(relationLine(relation, words), relation.fate === 'taken' ? 1 : 2)}`,
      ),
    ].join('\n'),
  );
  return [`# ${doc}`, ...blocks].join('\n\n');
}

function nameOf(end: ExplainedEnd | undefined): string {
  return end === undefined ? '' : end.id === undefined ? end.name : `${end.id} ${end.name}`;
}

function mentionLine(mention: ExplainedMention, words: Words): string {
  const { text, type, rule, confidence, fate, lostTo, entity } = mention;
  const why = lostTo ? `${words.say('lostTo')} ${words.type(lostTo.type)} ${oneLine(lostTo.text)}` : '';
  const end = fate === 'taken' ? `→ ${nameOf(entity)}` : why || barred(mention, words);
  const sign = fate === 'taken' ? '+' : '-';
  return `${sign} ${words.type(type)} ${oneLine(text)}  ${confidence.toFixed(2)}  ${rule}  ${end}`;
}

/** What dropped something, with what it had to pass. */
function barred(
  { fate, least }: Pick<ExplainedMention | ExplainedRelation, 'fate' | 'least'>,
  words: Words,
): string {
  if (fate === 'taken') return '';
  const bar = fate === 'unlikely' || fate === 'unsure';
  return `${words.say(fate)}${bar ? ` (${words.say('mustPass')} ${least.toFixed(2)})` : ''}`;
}

/** What it might be instead, its words, and the lists that hold some of them. */
function mentionReasons({ runnerUp, words: cut, lists }: ExplainedMention, words: Words): string[] {
  const parts = cut.map(({ text, pos }) => `${oneLine(text)}/${pos}`).join(' ');
  return [
    ...(runnerUp
      ? [`${words.say('orElse')} ${words.type(runnerUp.type)} ${runnerUp.confidence.toFixed(2)}`]
      : []),
    `${words.say('cutInto')} ${parts}`,
    ...(lists.length > 0
      ? [`${words.say('listed')} ${lists.map(({ list, text }) => `${list} ${oneLine(text)}`).join(', ')}`]
      : []),
  ];
}

function relationLine(relation: ExplainedRelation, words: Words): string {
  const { from, type, to, rule, confidence, fate, runnerUp } = relation;
  const pair = `${nameOf(from)} —${words.type(type)}→ ${nameOf(to)}`;
  const next = runnerUp
    ? `${words.say('orElse')} ${words.type(runnerUp.type)} ${runnerUp.confidence.toFixed(2)}`
    : '';
  return [
    `${fate === 'taken' ? '+' : '-'} ${pair}`,
    confidence.toFixed(2),
    rule,
    barred(relation, words),
    next,
  ]
    .filter(Boolean)
    .join('  ');
}

/** The sentence on one line, what was taken in brackets with its type: [晨星科技|企业]落户[云岭高新区|园区]. */
function markMentions(
  { start: from, text, mentions }: ExplainedSentence,
  words: Words,
  paint: (text: string, code: number | undefined) => string,
): string {
  const taken = mentions.filter(({ fate }) => fate === 'taken');
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
