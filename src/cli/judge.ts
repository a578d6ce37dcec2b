import { userInfo } from 'node:os';
import { present } from '../model/assert.ts';
import { ENTITY_TYPES, type EntityType } from '../model/entity.ts';
import { YuantuError } from '../model/errors.ts';
import type { NamedThing, VERDICTS } from '../model/judgement.ts';
import { tellReport } from './build.ts';
import type { Context, ExitCode } from './context.ts';
import { keepSummary } from './diff.ts';
import { describeLine, tellContradictions } from './judgement-lines.ts';

export interface JudgeOptions {
  readonly by?: string;
  readonly why?: string;
  readonly type?: string;
  readonly relation?: string;
  readonly fact?: string;
  readonly value?: string;
  readonly right?: string;
  readonly rightFrom?: string;
  readonly rightTo?: string;
  readonly article?: string;
  readonly quote?: string;
  readonly property?: string;
  readonly json?: boolean;
}

export type JudgeVerb = (typeof VERDICTS)[number] | 'add' | 'article' | 'undo' | 'list';

/**
 * Records one judgement, or takes one back, and brings the graph up to date; `list` shows what was said. A thing is written
 * `Type:Name`, or `Type:Name@ARTICLE` where only that article's is meant.
 */
export async function runJudge(
  context: Context,
  verb: JudgeVerb,
  things: readonly string[],
  options: JudgeOptions,
): Promise<ExitCode> {
  if (verb === 'list') return listJudgements(context, options);
  const signed = {
    by: whoJudges(context, options),
    ...(options.why === undefined ? {} : { why: options.why }),
  };
  const given = { ...toJudgement(verb, things, options), ...signed };
  return context.withStore(async (store) => {
    const { review } = await context.review(store);
    const { lines, report } = await review.record([given]);
    for (const line of lines) context.print(`${line.id}  ${describeLine(line)}`);
    tellContradictions(context, review.history().standing.contradictions);
    await keepSummary(context, report);
    return tellReport(context, report);
  });
}

/** Who judges: as told, or the user of this machine. */
export function whoJudges(context: Context, { by }: { readonly by?: string }): string {
  return by ?? context.config.judge ?? userInfo().username;
}

async function listJudgements(context: Context, { json }: JudgeOptions): Promise<ExitCode> {
  const [log, { replay }] = await Promise.all([context.judgements(), import('../verdict/replay.ts')]);
  const lines = log.read();
  const { judgements, contradictions } = replay(lines);
  const stands = new Set(judgements.map(({ id }) => id));
  for (const line of lines)
    if (json === true) context.print(JSON.stringify({ ...line, stands: stands.has(line.id) }));
    else
      context.print(
        `${stands.has(line.id) ? '✓' : ' '} ${line.id}  ${line.at}  ${line.by}  ${describeLine(line)}`,
      );
  tellContradictions(context, contradictions);
  return 0;
}

function toJudgement(verb: string, things: readonly string[], options: JudgeOptions): object {
  const [first = '', second] = things;
  const count = (expected: number, example: string) => {
    if (things.length !== expected)
      throw new YuantuError(
        'SETTING',
        `${things.length} names given, ${expected} expected: yuantu judge ${example}`,
      );
  };
  if (verb === 'undo') {
    count(1, 'undo ID');
    return { say: 'undo', of: first };
  }
  const right = options.right === undefined ? {} : { right: options.right };
  const ends = () => ({ from: toThing(first), to: toThing(present(second, 'the second name')) });
  if (verb === 'article') {
    count(1, 'article ID [--property published --right 2024-05-28]');
    const property = options.property === undefined ? {} : { property: options.property };
    return { say: verb, article: first, ...property, ...right };
  }
  if (verb === 'add') {
    count(2, 'add Company:A Project:B --relation INVESTS_IN --article news/a.txt --quote …');
    const { relation, article, quote, value } = options;
    return {
      say: verb,
      ...ends(),
      relation,
      article,
      quote,
      ...(value === undefined ? {} : { title: value }),
    };
  }
  if (verb !== 'wrong' && verb !== 'right') {
    count(2, `${verb} Zone:南昌经开区 Zone:赣江新区经开组团`);
    return { say: verb, left: toThing(first), right: toThing(present(second, 'the second name')) };
  }
  const say = verb;
  if (options.relation !== undefined) {
    count(2, `${verb} Company:A Project:B --relation INVESTS_IN`);
    const { rightFrom, rightTo } = options;
    const moved = {
      ...(rightFrom === undefined ? {} : { rightFrom: toThing(rightFrom) }),
      ...(rightTo === undefined ? {} : { rightTo: toThing(rightTo) }),
    };
    return { say, what: 'relation', ...ends(), relation: options.relation, ...right, ...moved };
  }
  count(1, 'wrong Company:A [--type | --fact investment --value 100] [--right …]');
  const of = toThing(first);
  if (options.type !== undefined) return { say, what: 'type', of, right: options.type };
  if (options.fact === undefined) return { say, what: 'entity', of, ...right };
  const value = { value: toValue(options.value ?? '') };
  const corrected = options.right === undefined ? {} : { right: toValue(options.right) };
  return { say, what: 'value', of, fact: options.fact, ...value, ...corrected };
}

function toThing(written: string): NamedThing {
  const match = /^([A-Za-z]+):([^@]+)(?:@(.+))?$/u.exec(written);
  const type = ENTITY_TYPES.find((one) => one === match?.[1]);
  if (match === null || type === undefined)
    throw new YuantuError(
      'SETTING',
      `"${written}" names nothing; write TYPE:NAME or TYPE:NAME@ARTICLE, TYPE being one of ${ENTITY_TYPES.join(', ')}`,
    );
  const [, , name = '', article] = match;
  return { type: type as EntityType, name, ...(article === undefined ? {} : { article }) };
}

/** A value as a fact has it: a number where it is written as one. */
function toValue(written: string): string | number {
  return /^-?\d+(?:\.\d+)?$/u.test(written) ? Number(written) : written;
}
