import { useMemo } from 'react';
import type { GraphAnswer } from '../../src/contract/graph.ts';
import type { EntityType } from '../../src/model/entity.ts';
import { itemAt } from '../base/must.ts';
import type { Look } from '../graph/view.ts';
import { setFilter } from '../state/steps.ts';
import { setLook, toggleTime, useExplorer } from '../state/store.ts';
import { useWords } from '../ui/use-words.ts';

const SIZES: readonly Look['size'][] = ['degree', 'stories', 'pageRank'];
const LEAST = [0.5, 0.7, 0.8, 0.9] as const;

/** What sizes and colours mean, and the filters beside the types. */
export function Filters() {
  const words = useWords();
  const graph = useExplorer((state) => state.graph);
  const filter = useExplorer((state) => state.filter);
  const look = useExplorer((state) => state.look);
  const isTimeOpen = useExplorer((state) => state.isTimeOpen);
  const choices = useMemo(() => (graph ? toChoices(graph) : undefined), [graph]);
  if (!choices) return null;
  return (
    <div className="filters">
      <h2>{words.look}</h2>
      <Choice
        label={words.size}
        value={look.size}
        options={SIZES.map((size) => [size, words.sizes[size]])}
        onChoose={(size) => setLook({ size: size as Look['size'] })}
      />
      <Choice
        label={words.colour}
        value={look.colour}
        options={[
          ['type', words.byType],
          ['community', words.byCommunity],
        ]}
        onChoose={(colour) => setLook({ colour: colour as Look['colour'] })}
      />
      <h2>{words.filters}</h2>
      <Choice
        label={words.types.Place}
        value={filter.place}
        options={choices.places}
        onChoose={(place) => setFilter({ place })}
      />
      <Choice
        label={words.types.Industry}
        value={filter.industry}
        options={choices.industries}
        onChoose={(industry) => setFilter({ industry })}
      />
      <Choice
        label={words.outlet}
        value={filter.outlet}
        options={choices.outlets}
        onChoose={(outlet) => setFilter({ outlet })}
      />
      <Choice
        label={words.confidence}
        value={filter.confidence === undefined ? undefined : String(filter.confidence)}
        options={LEAST.map((least) => [String(least), `≥ ${least * 100}%`])}
        onChoose={(least) => setFilter({ confidence: least === undefined ? undefined : Number(least) })}
      />
      <button type="button" className="key" aria-pressed={isTimeOpen} onClick={toggleTime}>
        {words.time}
        <span className="amount">
          {filter.period ? [filter.period.from, filter.period.to].join(' – ') : words.all}
        </span>
      </button>
    </div>
  );
}

type Options = readonly (readonly [value: string, name: string])[];

/** One of several, or with a value that may be absent, all. */
function Choice(props: {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: Options;
  readonly onChoose: (value: string | undefined) => void;
}) {
  const words = useWords();
  const isLook = props.label === words.size || props.label === words.colour;
  if (props.options.length === 0) return null;
  return (
    <label className="choice">
      {props.label}
      <select value={props.value ?? ''} onChange={({ target }) => props.onChoose(target.value || undefined)}>
        {!isLook && <option value="">{words.all}</option>}
        {props.options.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What can be chosen: places and zones, industries and outlets that there are, the best tied first. */
function toChoices({ nodes, articles }: GraphAnswer) {
  const of = (types: readonly EntityType[]): Options =>
    nodes.id
      .flatMap((id, node) => {
        return types.includes(itemAt(nodes.type, node))
          ? [{ id, name: itemAt(nodes.name, node), degree: itemAt(nodes.degree, node) }]
          : [];
      })
      .sort((a, b) => b.degree - a.degree)
      .slice(0, 200)
      .map(({ id, name }) => [id, name]);
  const outlets = [...new Set(articles.outlet)].filter(Boolean).sort();
  return {
    places: of(['Place', 'Zone']),
    industries: of(['Industry']),
    outlets: outlets.map((outlet) => [outlet, outlet] as const),
  };
}
