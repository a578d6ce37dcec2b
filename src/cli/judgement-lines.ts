import type {
  Contradiction,
  Judgement,
  JudgementLine,
  NamedThing,
  Overruled,
  RightJudgement,
} from '../model/judgement.ts';
import type { Words } from './words.ts';

/** Whoever can say something on standard error. */
interface Teller {
  readonly words: Words;
  readonly tell: (line: string) => void;
}

/** Says on standard error which judgements cannot stand. */
export function tellContradictions({ words, tell }: Teller, contradictions: readonly Contradiction[]): void {
  for (const { kept, dropped } of contradictions) {
    const against = kept === undefined ? '' : ` ↔ ${describeSigned(kept)}`;
    tell(words.labelled('contradiction', `${describeSigned(dropped)}${against}`));
  }
}

/** Says on standard error which judgements give way, because articles tie together what they name. */
export function tellOverruled({ words, tell }: Teller, overruled: readonly Overruled[]): void {
  for (const { kept, dropped } of overruled)
    tell(words.labelled('overruled', `${describeSigned(dropped)} ↔ ${describeSigned(kept)}`));
}

function describeSigned(line: JudgementLine): string {
  return `${line.id} ${describeLine(line)} (${line.by}, ${line.at})`;
}

/** A judgement in a line, in the words in which it is given. */
export function describeLine(line: JudgementLine): string {
  const why = line.why === undefined ? '' : `  # ${line.why}`;
  if (line.say === 'undo') return `undo ${line.of}${why}`;
  return `${line.say} ${describeContent(line)}${why}`;
}

function describeContent(line: Judgement): string {
  if ('left' in line) return `${describeThing(line.left)} ${describeThing(line.right)}`;
  if (line.say === 'add') return `${tie(line.from, line.relation, line.to)} "${line.quote}"@${line.article}`;
  if (line.say === 'article') {
    const { article, property, right = '' } = line;
    return property === undefined ? article : `${article} ${property} → ${right}`;
  }
  if (line.say === 'right') return describeRight(line);
  if (line.what === 'relation') {
    const { from, relation, to, right, rightFrom, rightTo } = line;
    const isRight = right !== undefined || rightFrom !== undefined || rightTo !== undefined;
    const instead = isRight ? ` → ${tie(rightFrom ?? from, right ?? relation, rightTo ?? to)}` : '';
    return `${tie(from, relation, to)}${instead}`;
  }
  const right = line.right === undefined ? '' : ` → ${line.right}`;
  const part = line.what === 'value' ? ` ${line.fact}=${line.value}` : line.what === 'type' ? ' (type)' : '';
  return `${describeThing(line.of)}${part}${right}`;
}

function describeRight(line: RightJudgement): string {
  if (line.what === 'relation') return tie(line.from, line.relation, line.to);
  return `${describeThing(line.of)}${line.what === 'value' ? ` ${line.fact}=${line.value}` : ''}`;
}

function tie(from: NamedThing, type: string, to: NamedThing): string {
  return `${describeThing(from)} -${type}-> ${describeThing(to)}`;
}

export function describeThing({ type, name, article }: NamedThing): string {
  return `${type}:${name}${article === undefined ? '' : `@${article}`}`;
}
