import { z } from 'zod';
import { ENTITY_TYPES } from '../model/entity.ts';
import { YuantuError } from '../model/errors.ts';
import { hashId } from '../model/id.ts';
import type { JudgementLine } from '../model/judgement.ts';
import { RELATION_TYPES } from '../model/relation.ts';

// Names are kept as extraction gives them: NFKC, without white space.
const Name = z
  .string()
  .transform((name) => name.normalize('NFKC').replace(/\s/gu, ''))
  .pipe(z.string().min(1).max(200));
const Thing = z.strictObject({
  type: z.enum(ENTITY_TYPES),
  name: Name,
  article: z.string().min(1).max(2000).optional(),
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

const Line = z.union([
  z.strictObject({ say: z.enum(['same', 'different', 'unsure']), ...pair, ...signed }),
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
  z.strictObject({ say: z.literal('undo'), of: z.string().min(1), ...signed }),
]);

/**
 * A judgement from outside: its names as extraction writes them, its id from its content.
 *
 * @throws {YuantuError} INPUT, beginning with `place`, when it is none, or sets a company beside a zone.
 */
export function parseJudgement(given: unknown, place: string): JudgementLine {
  const parsed = Line.safeParse(given);
  if (!parsed.success)
    throw new YuantuError(
      'INPUT',
      `${place}: not a judgement; expected say (same, different, unsure, wrong, undo), by, at and what it is about`,
      { cause: parsed.error },
    );
  const { id: _, ...content } = parsed.data;
  const line = { id: hashId(JSON.stringify(sorted(content))), ...content } as JudgementLine;
  if ('left' in line && kindOf(line.left.type) !== kindOf(line.right.type))
    throw new YuantuError(
      'INPUT',
      `${place}: ${line.left.name} is a ${line.left.type}, ${line.right.name} a ${line.right.type}; judge the type of one first (say wrong, what type)`,
    );
  return line;
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
