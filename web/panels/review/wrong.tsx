import type { EntityAnswer, FactRow, RelationAnswer } from '../../../src/contract/entity.ts';
import type { EntityReference } from '../../../src/contract/reference.ts';
import { ENTITY_TYPES, type EntityType } from '../../../src/model/entity.ts';
import { mayJoin, RELATION_TYPES, type RelationType } from '../../../src/model/relation.ts';
import { STATUSES } from '../../../src/model/schema.ts';
import type { UnsignedJudgement } from '../../state/judge.ts';
import { useExplorer } from '../../state/store.ts';
import { formatValue } from '../../ui/format.ts';
import { useWords } from '../../ui/use-words.ts';
import { ConfirmButton } from './confirm-button.tsx';
import { WrongButton } from './corrections.tsx';

const thing = ({ type, name }: EntityReference) => ({ type, name });

/** *This is wrong* of an entity: it is none, has another name or is of another type. */
export function WrongEntity({ entity }: { readonly entity: EntityAnswer }) {
  const words = useWords();
  const of = thing(entity);
  const types = ENTITY_TYPES.filter((type) => type !== entity.type);
  return (
    <div className="verdict">
      <ConfirmButton
        judgement={{ say: 'right', what: 'entity', of }}
        confidence={Number(entity.properties.confidence)}
      />
      <WrongButton
        label={words.review.wrong}
        saysWhyNot
        corrections={[
          {
            name: 'none',
            label: words.review.goes.entity,
            toJudgement: () => ({ say: 'wrong', what: 'entity', of }),
          },
          {
            name: 'name',
            label: words.review.rightName,
            isText: true,
            toJudgement: (right) => ({ say: 'wrong', what: 'entity', of, right }),
          },
          ...(entity.aliases.length > 0
            ? [
                {
                  name: 'split',
                  label: words.review.otherThing,
                  choices: entity.aliases.map((alias) => [alias, alias] as const),
                  toJudgement: (alias: string): UnsignedJudgement => ({
                    say: 'different',
                    left: of,
                    right: { ...of, name: alias },
                  }),
                },
              ]
            : []),
          {
            name: 'type',
            label: words.review.rightType,
            choices: types.map((type) => [type, words.types[type]] as const),
            toJudgement: (right) => ({ say: 'wrong', what: 'type', of, right: right as EntityType }),
          },
        ]}
      />
    </div>
  );
}

/** *This is wrong* of a relation: there is none, or another one. Public lists are not judged here. */
export function WrongRelation({ relation }: { readonly relation: RelationAnswer }) {
  const words = useWords();
  if (relation.origin === 'seed') return null;
  const { from, type, to } = relation;
  const judgement = {
    say: 'wrong',
    what: 'relation',
    from: thing(from),
    relation: type,
    to: thing(to),
  } as const;
  const others = RELATION_TYPES.filter((one) => one !== type && mayJoin(one, from.type, to.type));
  return (
    <div className="verdict">
      <ConfirmButton judgement={{ ...judgement, say: 'right' }} confidence={relation.confidence} />
      <WrongButton
        label={words.review.wrong}
        saysWhyNot
        corrections={[
          { name: 'none', label: words.review.goes.relation, toJudgement: () => judgement },
          ...(others.length > 0
            ? [
                {
                  name: 'relation',
                  label: words.review.rightRelation,
                  choices: others.map((one) => [one, words.relations[one]] as const),
                  toJudgement: (right: string): UnsignedJudgement => ({
                    ...judgement,
                    right: right as RelationType,
                  }),
                },
              ]
            : []),
          {
            name: 'from',
            label: words.review.otherStart,
            picks: ENTITY_TYPES.filter((one) => mayJoin(type, one, to.type)),
            toJudgement: (_, picked) => picked && { ...judgement, rightFrom: thing(picked) },
          },
          {
            name: 'to',
            label: words.review.otherEnd,
            picks: ENTITY_TYPES.filter((one) => mayJoin(type, from.type, one)),
            toJudgement: (_, picked) => picked && { ...judgement, rightTo: thing(picked) },
          },
        ]}
      />
    </div>
  );
}

/** *This is wrong* of a value: there is none, or another one. Ranges, bounds and other money are not judged. */
export function WrongValue({ entity, fact }: { readonly entity: EntityAnswer; readonly fact: FactRow }) {
  const words = useWords();
  const locale = useExplorer((state) => state.locale);
  const { name, value } = fact;
  if (value === undefined || fact.currency !== undefined) return null;
  const judgement = { say: 'wrong', what: 'value', of: thing(entity), fact: name, value } as const;
  const isNumber = typeof value === 'number';
  const states = Object.keys(STATUSES).filter((one) => one !== value);
  return (
    <div className="verdict">
      <ConfirmButton
        label={words.review.valueIsRight(formatValue(name, value, locale))}
        judgement={{ ...judgement, say: 'right' }}
        confidence={fact.confidence}
      />
      <WrongButton
        label={words.review.wrongValue(formatValue(name, value, locale))}
        corrections={[
          { name: 'none', label: words.review.goes.value, toJudgement: () => judgement },
          {
            name: 'value',
            label: words.review.rightValue,
            ...(name === 'status'
              ? { choices: states.map((one) => [one, formatValue(name, one, locale)] as const) }
              : { isText: true }),
            ...(name === 'investment' ? { hint: words.review.inYuan } : {}),
            toJudgement: (right) => {
              if (!isNumber) return { ...judgement, right };
              const number = Number(right.replaceAll(/[,，\s]/gu, ''));
              return Number.isFinite(number) ? { ...judgement, right: number } : undefined;
            },
          },
        ]}
      />
    </div>
  );
}
