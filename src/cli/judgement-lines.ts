import type { Contradiction, Judgement, JudgementLine, NamedThing, Overruled } from '../model/judgement.ts';
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
    tell(`${words.say('contradiction')}: ${describeSigned(dropped)}${against}`);
  }
}

/** Says on standard error which judgements give way, because articles tie together what they name. */
export function tellOverruled({ words, tell }: Teller, overruled: readonly Overruled[]): void {
  for (const { kept, dropped } of overruled)
    tell(`${words.say('overruled')}: ${describeSigned(dropped)} ↔ ${describeSigned(kept)}`);
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
  if (line.say !== 'wrong') return `${describeThing(line.left)} ${describeThing(line.right)}`;
  const right = line.right === undefined ? '' : ` → ${line.right}`;
  if (line.what === 'relation')
    return `${describeThing(line.from)} -${line.relation}-> ${describeThing(line.to)}${right}`;
  const part = line.what === 'value' ? ` ${line.fact}=${line.value}` : line.what === 'type' ? ' (type)' : '';
  return `${describeThing(line.of)}${part}${right}`;
}

export function describeThing({ type, name, article }: NamedThing): string {
  return `${type}:${name}${article === undefined ? '' : `@${article}`}`;
}
