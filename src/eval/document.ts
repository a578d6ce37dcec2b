import { z } from 'zod';
import { ENTITY_TYPES } from '../model/entity.ts';
import { YuantuError } from '../model/errors.ts';
import { RELATION_TYPES } from '../model/relation.ts';

const Attributes = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({});

const Labelled = z.object({
  doc: z.string(),
  entities: z.array(
    z.object({
      id: z.string(),
      type: z.enum(ENTITY_TYPES),
      name: z.string(),
      aliases: z.array(z.string()).default([]),
      attrs: Attributes,
    }),
  ),
  relations: z.array(
    z.object({ from: z.string(), type: z.enum(RELATION_TYPES), to: z.string(), attrs: Attributes }),
  ),
});

/** What a document says, by a person or by the extractor; an `Extraction` is one too. */
export interface LabelledDocument {
  readonly doc: string;
  readonly entities: readonly LabelledEntity[];
  readonly relations: readonly LabelledRelation[];
}

export interface LabelledEntity {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly attrs: { readonly [name: string]: string | number | boolean | undefined };
  /** 0..1; what a person has labelled has none. */
  readonly confidence?: number;
}

export interface LabelledRelation {
  readonly from: string;
  readonly type: string;
  readonly to: string;
  readonly attrs: { readonly [name: string]: string | number | boolean | undefined };
  readonly confidence?: number;
}

/**
 * Reads a labelled document.
 *
 * @throws {YuantuError} INPUT, naming the place in the file, when it is not in the format of the gold.
 */
export function parseLabelled(json: string, place: string): LabelledDocument {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new YuantuError('INPUT', `${place}: not JSON`, { cause });
  }
  const parsed = Labelled.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new YuantuError('INPUT', `${place}: ${issue?.path.join('.')}: ${issue?.message}`);
}
