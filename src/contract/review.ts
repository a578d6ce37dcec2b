import { z } from 'zod';
import {
  type AddedRelation,
  ARTICLE_PROPERTIES,
  type ArticleJudgement,
  type Contradiction,
  type JudgementLine,
  type NamedThing,
  type Overruled,
  type PairJudgement,
  type RightJudgement,
  type Unsigned,
  type WrongJudgement,
} from '../model/judgement.ts';
import type { Feature } from '../model/resolution.ts';
import type { Frozen } from './frozen.ts';
import { ArticleMentions, EntityReference, RelationKind, Type } from './reference.ts';
import { ROLES } from './roles.ts';

/** What the routes of judging take and answer with. */

const Name = z.string().min(1).max(1000);
const Value = z.union([z.string().min(1).max(200), z.number()]);

const Id = z.string().min(1).max(2000);

const Thing = z.strictObject({
  type: Type,
  name: Name,
  article: Id.exactOptional(),
}) satisfies z.ZodType<NamedThing>;

const Signature = { by: z.string().min(1).max(200), why: z.string().min(1).max(2000).exactOptional() };
const Recorded = { ...Signature, id: z.string(), at: z.string() };

/** A judgement on two names, with what signs it. */
const pairSignedBy = <T extends z.ZodRawShape>(signed: T) =>
  z.strictObject({ say: z.enum(['same', 'different', 'unsure']), left: Thing, right: Thing, ...signed });

/** A judgement with what signs it. */
const judgementSignedBy = <T extends z.ZodRawShape>(signed: T) => {
  const [right, wrong] = [{ say: z.literal('right') }, { say: z.literal('wrong') }];
  return z.discriminatedUnion('say', [
    pairSignedBy(signed),
    z.strictObject({
      say: z.literal('add'),
      from: Thing,
      relation: RelationKind,
      to: Thing,
      article: Id,
      quote: z.string().min(1).max(2000),
      title: z.string().min(1).max(200).exactOptional(),
      ...signed,
    }),
    z.strictObject({
      say: z.literal('article'),
      article: Id,
      property: z.enum(ARTICLE_PROPERTIES).exactOptional(),
      right: z.string().min(1).max(2000).exactOptional(),
      ...signed,
    }),
    z.discriminatedUnion('what', [
      z.strictObject({ ...right, what: z.literal('entity'), of: Thing, ...signed }),
      z.strictObject({
        ...right,
        what: z.literal('relation'),
        from: Thing,
        relation: RelationKind,
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
    ]),
    z.discriminatedUnion('what', [
      z.strictObject({
        ...wrong,
        what: z.literal('entity'),
        of: Thing,
        right: Name.exactOptional(),
        ...signed,
      }),
      z.strictObject({
        ...wrong,
        what: z.literal('type'),
        of: Thing,
        right: Type.exactOptional(),
        ...signed,
      }),
      z.strictObject({
        ...wrong,
        what: z.literal('relation'),
        from: Thing,
        relation: RelationKind,
        to: Thing,
        right: RelationKind.exactOptional(),
        rightFrom: Thing.exactOptional(),
        rightTo: Thing.exactOptional(),
        ...signed,
      }),
      z.strictObject({
        ...wrong,
        what: z.literal('value'),
        of: Thing,
        fact: z.string().min(1).max(50),
        value: Value,
        right: Value.exactOptional(),
        ...signed,
      }),
    ]),
  ]);
};

export const JudgementRequest = judgementSignedBy(Signature) satisfies z.ZodType<
  Unsigned<PairJudgement | RightJudgement | WrongJudgement | AddedRelation | Omit<ArticleJudgement, 'kept'>>
>;

export const UndoRequest = z.strictObject(Signature);
export const JudgementId = z.object({ id: z.string().min(1).max(64) });

const Line = z.union([
  judgementSignedBy(Recorded),
  z.object({ say: z.literal('undo'), of: z.string(), ...Recorded }),
]) satisfies z.ZodType<JudgementLine>;

const PairLine = pairSignedBy(Recorded) satisfies z.ZodType<PairJudgement>;

/** What recording a judgement did: the lines written, and how many nodes and relationships changed. */
export const RecordedAnswer = z.object({
  lines: z.array(Line),
  changed: z.object({ nodes: z.int(), relationships: z.int() }),
});
export type RecordedAnswer = Frozen<z.infer<typeof RecordedAnswer>>;

/** What people judged, newest first. `stands` is false for what was undone or ruled out. */
export const JudgementsAnswer = z.object({
  judgements: z.array(z.object({ line: Line, stands: z.boolean() })),
  contradictions: z.array(
    z.object({ kept: Line.exactOptional(), dropped: Line }) satisfies z.ZodType<Contradiction>,
  ),
});
export type JudgementsAnswer = Frozen<z.infer<typeof JudgementsAnswer>>;

export const DoubtsRequest = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).default(0),
});

/**
 * One side of a doubtful pair: the entity, what a judgement would name, how many articles name it, and a few sentences that
 * name it so.
 */
export const DoubtSide = EntityReference.extend({
  names: Thing,
  aliases: z.array(z.string()),
  articles: z.int(),
  mentions: z.array(ArticleMentions),
});
export type DoubtSide = Frozen<z.infer<typeof DoubtSide>>;

const Reason = z.object({
  name: z.string(),
  detail: z.string(),
  score: z.number(),
}) satisfies z.ZodType<Feature>;

/** Two names of which a person should say whether they are one. `merged`: they are one now. `score`: 0..1 and beyond, 0.5 is the edge. */
export const DoubtRow = z.object({
  left: DoubtSide,
  right: DoubtSide,
  via: z.string(),
  features: z.array(Reason),
  score: z.number(),
  merged: z.boolean(),
});
export type DoubtRow = Frozen<z.infer<typeof DoubtRow>>;

/** The most doubtful pairs, how many there are in all, and judgements that give way to others, because articles tie together what they name. */
export const DoubtsAnswer = z.object({
  total: z.int(),
  pairs: z.array(DoubtRow),
  overruled: z.array(z.object({ kept: PairLine, dropped: PairLine }) satisfies z.ZodType<Overruled>),
});
export type DoubtsAnswer = Frozen<z.infer<typeof DoubtsAnswer>>;

/** What the asking reader may do. `offered` is false where the server takes no judgements from anyone. */
export const RightsAnswer = z.object({ role: z.enum(ROLES), offered: z.boolean() });
export type RightsAnswer = Frozen<z.infer<typeof RightsAnswer>>;
