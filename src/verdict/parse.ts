import { z } from 'zod';
import { ENTITY_TYPES } from '../model/entity.ts';
import { YuantuError } from '../model/errors.ts';
import { hashId } from '../model/id.ts';
import { ARTICLE_PROPERTIES, type JudgementLine } from '../model/judgement.ts';
import { mayJoin, RELATION_TYPES } from '../model/relation.ts';

// Names are kept as extraction gives them: NFKC, without white space.
const Name = z
  .string()
  .transform((name) => name.normalize('NFKC').replace(/\s/gu, ''))
  .pipe(z.string().min(1).max(200));
const Id = z.string().min(1).max(2000);
const Thing = z.strictObject({ type: z.enum(ENTITY_TYPES), name: Name, article: Id.optional() });
const Kept = z.strictObject({
  source: z.string(),
  doc: z.string(),
  text: z.string(),
  metadata: z.partialRecord(z.enum(ARTICLE_PROPERTIES), z.string()),
});
const Value = z.union([z.string().min(1).max(200), z.number()]);
const signed = {
  id: z.string().optional(),
  by: z.string().min(1).max(200),
  at: z.iso.datetime({ offset: true }),
  why: z.string().min(1).max(2000).optional(),
};
const pair = { left: Thing, right: Thing };
const wrong = { say: z.literal('wrong') };
const right = { say: z.literal('right') };

const Line = z.union([
  z.strictObject({ say: z.enum(['same', 'different', 'unsure']), ...pair, ...signed }),
  z.strictObject({ ...right, what: z.literal('entity'), of: Thing, ...signed }),
  z.strictObject({
    ...right,
    what: z.literal('relation'),
    from: Thing,
    relation: z.enum(RELATION_TYPES),
    to: Thing,
    ...signed,
  }),
  z.strictObject({
    ...right,
    what: z.literal('value'),
    of: Thing,
    fact: z.string().min(1).max(50),
    value: Value,
    ...signed,
  }),
  z.strictObject({ ...wrong, what: z.literal('entity'), of: Thing, right: Name.optional(), ...signed }),
  z.strictObject({
    ...wrong,
    what: z.literal('type'),
    of: Thing,
    right: z.enum(ENTITY_TYPES).optional(),
    ...signed,
  }),
  z.strictObject({
    ...wrong,
    what: z.literal('relation'),
    from: Thing,
    relation: z.enum(RELATION_TYPES),
    to: Thing,
    right: z.enum(RELATION_TYPES).optional(),
    rightFrom: Thing.optional(),
    rightTo: Thing.optional(),
    ...signed,
  }),
  z.strictObject({
    ...wrong,
    what: z.literal('value'),
    of: Thing,
    fact: z.string().min(1).max(50),
    value: Value,
    right: Value.optional(),
    ...signed,
  }),
  z.strictObject({
    say: z.literal('add'),
    from: Thing,
    relation: z.enum(RELATION_TYPES),
    to: Thing,
    article: Id,
    quote: z.string().min(1).max(2000),
    title: z.string().min(1).max(200).optional(),
    ...signed,
  }),
  z.strictObject({
    say: z.literal('article'),
    article: Id,
    property: z.enum(ARTICLE_PROPERTIES).optional(),
    right: z.string().min(1).max(2000).optional(),
    kept: Kept.optional(),
    ...signed,
  }),
  z.strictObject({ say: z.literal('undo'), of: z.string().min(1), ...signed }),
]);

/**
 * A judgement from outside: its names as extraction writes them, its id from its content.
 *
 * @throws {YuantuError} INPUT, beginning with `place`, when it is none, sets a company beside a zone, ties what such a relation
 * cannot, or dates an article by no day, month or year.
 */
export function parseJudgement(given: unknown, place: string): JudgementLine {
  const parsed = Line.safeParse(given);
  if (!parsed.success)
    throw new YuantuError(
      'INPUT',
      `${place}: not a judgement; expected say (same, different, unsure, right, wrong, add, article, undo), by, at and what it is about`,
      { cause: parsed.error },
    );
  const { id: _, ...content } = parsed.data;
  const line = { id: hashId(JSON.stringify(sorted(content))), ...content } as JudgementLine;
  if ('left' in line && kindOf(line.left.type) !== kindOf(line.right.type))
    throw new YuantuError(
      'INPUT',
      `${place}: ${line.left.name} is a ${line.left.type}, ${line.right.name} a ${line.right.type}; judge the type of one first (say wrong, what type)`,
    );
  const tie = tieOf(line);
  if (tie && !mayJoin(tie.relation, tie.from.type, tie.to.type))
    throw new YuantuError(
      'INPUT',
      `${place}: ${tie.relation} does not lead from a ${tie.from.type} to a ${tie.to.type}`,
    );
  if (line.say === 'article' && line.property === 'published' && line.right !== undefined)
    if (!DATE.test(line.right))
      throw new YuantuError(
        'INPUT',
        `${place}: "${line.right}" is no date; write 2024, 2024-05 or 2024-05-28`,
      );
  return line;
}

const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/u;

/** The relation that a judgement puts into the graph. */
function tieOf(line: JudgementLine) {
  if (line.say === 'add') return line;
  if (line.say !== 'wrong' || line.what !== 'relation') return undefined;
  const { right, rightFrom, rightTo, relation, from, to } = line;
  // Whether the ends of what is wrong may be tied so shows when it is applied: their types may be judged too.
  if (rightFrom === undefined && rightTo === undefined) return undefined;
  return { relation: right ?? relation, from: rightFrom ?? from, to: rightTo ?? to };
}

function kindOf(type: string): string {
  return type === 'Official' || type === 'Executive' ? 'Person' : type;
}

/** The same content gives the same JSON, in whatever order it was written. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => [name, sorted(one)]),
  );
}
