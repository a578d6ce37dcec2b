import { type FormEvent, useState } from 'react';
import { ENTITY_TYPES, type EntityType } from '../../../src/model/entity.ts';
import { RELATION_ENDS, RELATION_TYPES, type RelationType } from '../../../src/model/relation.ts';
import type { EntityReference, EntityView, FactView, RelationView } from '../../../src/model/view.ts';
import { judge, mayJudge, type UnsignedJudgement } from '../../state/judge.ts';
import { useExplorer } from '../../state/store.ts';
import { formatValue } from '../../ui/format.ts';
import { useWords } from '../../ui/use-words.ts';
import { Signature, useSending } from './signature.tsx';

/** One thing that may be right instead: a choice among some, a text, or nothing to fill in. */
interface Way {
  readonly name: string;
  readonly label: string;
  readonly choices?: readonly (readonly [value: string, label: string])[];
  readonly isText?: boolean;
  readonly hint?: string;
  /** The judgement for what was filled in; undefined when that is none. */
  readonly toSaid: (right: string) => UnsignedJudgement | undefined;
}

const thing = ({ type, name }: EntityReference) => ({ type, name });

/** *This is wrong* of an entity: it is none, has another name or is of another type. */
export function WrongEntity({ entity }: { readonly entity: EntityView }) {
  const words = useWords();
  const of = thing(entity);
  const types = ENTITY_TYPES.filter((type) => type !== entity.type);
  return (
    <Wrong
      label={words.review.wrong}
      saysWhyNot
      ways={[
        {
          name: 'none',
          label: words.review.goes.entity,
          toSaid: () => ({ say: 'wrong', what: 'entity', of }),
        },
        {
          name: 'name',
          label: words.review.rightName,
          isText: true,
          toSaid: (right) => ({ say: 'wrong', what: 'entity', of, right }),
        },
        ...(entity.aliases.length > 0
          ? [
              {
                name: 'split',
                label: words.review.otherThing,
                choices: entity.aliases.map((alias) => [alias, alias] as const),
                toSaid: (alias: string): UnsignedJudgement => ({
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
          toSaid: (right) => ({ say: 'wrong', what: 'type', of, right: right as EntityType }),
        },
      ]}
    />
  );
}

/** *This is wrong* of a relation: there is none, or another one. Public lists are not judged here. */
export function WrongRelation({ relation }: { readonly relation: RelationView }) {
  const words = useWords();
  if (relation.origin === 'seed') return null;
  const { from, type, to } = relation;
  const said = { say: 'wrong', what: 'relation', from: thing(from), relation: type, to: thing(to) } as const;
  const others = RELATION_TYPES.filter(
    (one) =>
      one !== type &&
      RELATION_ENDS[one].some((row) => row.from.includes(from.type) && row.to.includes(to.type)),
  );
  return (
    <Wrong
      label={words.review.wrong}
      saysWhyNot
      ways={[
        { name: 'none', label: words.review.goes.relation, toSaid: () => said },
        ...(others.length > 0
          ? [
              {
                name: 'relation',
                label: words.review.rightRelation,
                choices: others.map((one) => [one, words.relations[one]] as const),
                toSaid: (right: string): UnsignedJudgement => ({ ...said, right: right as RelationType }),
              },
            ]
          : []),
      ]}
    />
  );
}

/** *This is wrong* of a value: there is none, or another one. */
export function WrongValue({ entity, fact }: { readonly entity: EntityView; readonly fact: FactView }) {
  const words = useWords();
  const locale = useExplorer((state) => state.locale);
  const { name, value } = fact;
  const said = { say: 'wrong', what: 'value', of: thing(entity), fact: name, value } as const;
  const isNumber = typeof value === 'number';
  const states = ['planned', 'signed', 'construction', 'topped_out', 'operating'].filter(
    (one) => one !== value,
  );
  return (
    <Wrong
      label={words.review.wrongValue(formatValue(name, value, locale))}
      ways={[
        { name: 'none', label: words.review.goes.value, toSaid: () => said },
        {
          name: 'value',
          label: words.review.rightValue,
          ...(name === 'status'
            ? { choices: states.map((one) => [one, formatValue(name, one, locale)] as const) }
            : { isText: true }),
          ...(name === 'investment' ? { hint: words.review.inYuan } : {}),
          toSaid: (right) => {
            if (!isNumber) return { ...said, right };
            const number = Number(right.replaceAll(/[,，\s]/gu, ''));
            return Number.isFinite(number) ? { ...said, right: number } : undefined;
          },
        },
      ]}
    />
  );
}

/** A button that opens the ways to put something right; a line in its place for whom may not judge. */
function Wrong(props: {
  readonly label: string;
  readonly ways: readonly Way[];
  readonly saysWhyNot?: boolean;
}) {
  const { label, ways, saysWhyNot = false } = props;
  const words = useWords();
  const rights = useExplorer((state) => state.rights);
  const isAllowed = useExplorer(mayJudge);
  const [isOpen, setOpen] = useState(false);
  if (!isAllowed)
    return saysWhyNot && rights?.offered ? (
      <p className="wrong-not">{words.review.noRight(rights.role)}</p>
    ) : null;
  return (
    <div className="wrong">
      <button type="button" className="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {label}
      </button>
      {isOpen && <Ways ways={ways} />}
    </div>
  );
}

function Ways({ ways }: { readonly ways: readonly Way[] }) {
  const words = useWords();
  const [chosen, setChosen] = useState(ways[0]?.name);
  const [problem, setProblem] = useState<string>();
  const { send, isSending, failure } = useSending();
  const way = ways.find(({ name }) => name === chosen);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const right = String(given.get('right') ?? '').trim();
    const hasField = way?.isText || way?.choices;
    const said = hasField && right === '' ? undefined : way?.toSaid(right);
    setProblem(said ? undefined : words.review.noWay(right || undefined));
    if (said) void send(() => judge(said, String(given.get('why') ?? '')));
  };
  return (
    <form className="ways" onSubmit={submit}>
      <fieldset>
        <legend>{words.review.how}</legend>
        {ways.map(({ name, label }) => (
          <label key={name}>
            <input type="radio" name="way" checked={name === chosen} onChange={() => setChosen(name)} />
            {label}
          </label>
        ))}
      </fieldset>
      {way?.isText && (
        <label>
          <span>
            {way.label}
            {way.hint && ` (${way.hint})`}
          </span>
          <input type="text" className="plain" name="right" maxLength={200} />
        </label>
      )}
      {way?.choices && (
        <label>
          <span>{way.label}</span>
          <select name="right">
            {way.choices.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        <span>{words.review.why}</span>
        <input type="text" className="plain" name="why" maxLength={2000} />
      </label>
      <Signature />
      <button type="submit" className="button" disabled={isSending}>
        {words.review.record}
      </button>
      {(problem ?? failure) && (
        <p className="failed" role="alert">
          {problem ?? failure}
        </p>
      )}
    </form>
  );
}
