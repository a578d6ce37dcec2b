import type { EntityAnswer, FactRow, ValueRange } from '../../../src/contract/entity.ts';
import { useExplorer } from '../../state/store.ts';
import { Certainty } from '../../ui/certainty.tsx';
import { formatFact, formatValue } from '../../ui/format.ts';
import { Quote } from '../../ui/quote.tsx';
import { useWords } from '../../ui/use-words.ts';
import { WrongValue } from '../review/wrong.tsx';

/** What the articles state: where they differ, the values side by side, each with its sentences; then all the rest. */
export function Facts({ entity }: { readonly entity: EntityAnswer }) {
  const words = useWords();
  const locale = useExplorer((state) => state.locale);
  const { facts, ranges } = entity;
  const rest = facts.filter((fact) => !ranges.some((range) => isOf(range, fact)));
  return (
    <section>
      <h3>
        {words.facts}
        <span className="tally">{facts.length}</span>
      </h3>
      {ranges.map((range) => (
        <Competing key={range.name} entity={entity} range={range} />
      ))}
      <ul className="facts">
        {rest.map((fact) => (
          <li key={fact.id}>
            <p className="fact-value">
              <span>{words.property(fact.name)}</span>
              <strong>{formatFact(fact, locale)}</strong>
              {fact.date && <time>{fact.date}</time>}
              <Certainty confidence={fact.confidence} />
            </p>
            <Sentence entity={entity} fact={fact} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A value on which the articles differ: a column for each that is stated, in order, the one that the profile shows marked. */
function Competing({ entity, range }: { readonly entity: EntityAnswer; readonly range: ValueRange }) {
  const words = useWords();
  const locale = useExplorer((state) => state.locale);
  const { name, lowest, highest, articles } = range;
  // States follow one another; only of numbers one may be wrong.
  const tell = typeof lowest === 'number' ? words.rangeOf : words.statesOf;
  const byValue = new Map<string | number, FactRow[]>();
  for (const fact of entity.facts)
    if (isOf(range, fact) && fact.value !== undefined)
      byValue.set(fact.value, [...(byValue.get(fact.value) ?? []), fact]);
  const values = [...byValue].sort(([a], [b]) => rank(a, range) - rank(b, range));
  const text = (value: string | number) => formatValue(name, value, locale);
  return (
    <div className="competing">
      <p className="competing-head">
        <strong>{words.property(name)}</strong>
        <span>{tell(text(lowest), text(highest), articles)}</span>
      </p>
      <ul>
        {values.map(([value, facts]) => (
          <li key={value} data-shown={value === entity.properties[name]}>
            <p className="fact-value">
              <strong>{text(value)}</strong>
              <span>{words.articleCount(new Set(facts.map(({ article }) => article.id)).size)}</span>
              {value === entity.properties[name] && <em>{words.newestValue}</em>}
            </p>
            {facts.map((fact) => (
              <Sentence key={fact.id} entity={entity} fact={fact} />
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Whether a fact is one of the values that a range is over: no range or bound itself, and no other money. */
function isOf({ name }: ValueRange, { name: own, value, currency }: FactRow): boolean {
  return own === name && value !== undefined && currency === undefined;
}

/** From the lowest to the highest; what lies between by size, or as the articles have it where the values are no numbers. */
function rank(value: string | number, { lowest, highest }: ValueRange): number {
  if (typeof value === 'number') return value;
  return value === lowest ? 0 : value === highest ? 2 : 1;
}

/** The sentence that states a value, and where it stands. */
function Sentence({ entity, fact }: { readonly entity: EntityAnswer; readonly fact: FactRow }) {
  return (
    <>
      <Quote article={fact.article} span={{ start: fact.start, end: fact.end }} passage={fact.passage} />
      <WrongValue entity={entity} fact={fact} />
    </>
  );
}
