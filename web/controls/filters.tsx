import { useMemo } from 'react';
import type { GraphAnswer } from '../../src/contract/graph.ts';
import { LEAST } from '../../src/model/certainty.ts';
import { type EntityType, PROJECT_STATUSES } from '../../src/model/entity.ts';
import { itemAt } from '../base/must.ts';
import type { Look } from '../graph/view.ts';
import { setFilter } from '../state/steps.ts';
import { setLook, toggleTime, useExplorer } from '../state/store.ts';
import { useWords } from '../ui/use-words.ts';
import { Facet, type Option } from './facet.tsx';
import { Bound, Choice } from './filter-fields.tsx';

const SIZES: readonly Look['size'][] = ['degree', 'stories', 'pageRank'];

/** Yuan in the unit that sums are asked for in. */
const YI = 1e8;

/** What sizes and colours mean, and the filters beside the types. */
export function Filters() {
  const words = useWords();
  const graph = useExplorer((state) => state.graph);
  const filter = useExplorer((state) => state.filter);
  const look = useExplorer((state) => state.look);
  const isTimeOpen = useExplorer((state) => state.isTimeOpen);
  const options = useMemo(() => (graph ? toOptions(graph) : undefined), [graph]);
  if (!options) return null;
  const { sum } = filter;
  const setSum = (change: { readonly least?: number | undefined; readonly most?: number | undefined }) => {
    const { least, most } = { ...sum, ...change };
    const next = { ...(least === undefined ? {} : { least }), ...(most === undefined ? {} : { most }) };
    setFilter({ sum: least === undefined && most === undefined ? undefined : next });
  };
  const toYuan = (yi: number | undefined) => (yi === undefined ? undefined : yi * YI);
  const toYi = (yuan: number | undefined) => (yuan === undefined ? undefined : yuan / YI);
  return (
    <div className="filters">
      <h2>{words.filters}</h2>
      <Facet
        label={words.types.Place}
        options={options.places}
        chosen={filter.places}
        onChoose={(places) => setFilter({ places })}
      />
      <Facet
        label={words.types.Industry}
        options={options.industries}
        chosen={filter.industries}
        onChoose={(industries) => setFilter({ industries })}
      />
      <Facet
        label={words.view.states}
        options={options.states.map((option) => ({
          ...option,
          name: words.values[option.value] ?? option.value,
        }))}
        chosen={filter.states}
        onChoose={(states) => setFilter({ states })}
      />
      <Facet
        label={words.outlet}
        options={options.outlets}
        chosen={filter.outlets}
        onChoose={(outlets) => setFilter({ outlets })}
      />
      {options.states.length > 0 && (
        <div className="choice">
          {words.view.sum}
          <span className="bounds">
            <Bound
              label={words.view.sumLeast}
              value={toYi(sum?.least)}
              onSet={(yi) => setSum({ least: toYuan(yi) })}
            />
            –
            <Bound
              label={words.view.sumMost}
              value={toYi(sum?.most)}
              onSet={(yi) => setSum({ most: toYuan(yi) })}
            />
          </span>
        </div>
      )}
      <div className="choice">
        {words.view.ties}
        <span className="bounds">
          <Bound
            label={words.view.ties}
            value={filter.ties}
            onSet={(ties) => setFilter({ ties: ties || undefined })}
          />
        </span>
      </div>
      <Choice
        label={words.certainty}
        value={filter.confidence === undefined ? '' : String(filter.confidence)}
        options={[
          ['', words.all],
          ...(['likely', 'certain'] as const).map(
            (band) => [String(LEAST[band]), words.bandsUpTo[band]] as const,
          ),
        ]}
        onChoose={(least) => setFilter({ confidence: least === '' ? undefined : Number(least) })}
      />
      <button type="button" className="facet" aria-pressed={isTimeOpen} onClick={toggleTime}>
        {words.time}
        <span className="amount">
          {filter.period ? words.view.periodOf(filter.period.from, filter.period.to) : words.all}
        </span>
      </button>
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
    </div>
  );
}

/** What can be chosen, the most frequent first: places, zones and industries by their relations, outlets by articles, states by projects. */
function toOptions({ nodes, articles }: GraphAnswer) {
  const of = (types: readonly EntityType[]): readonly Option[] =>
    nodes.id
      .flatMap((id, node) =>
        types.includes(itemAt(nodes.type, node))
          ? [{ value: id, name: itemAt(nodes.name, node), count: itemAt(nodes.degree, node) }]
          : [],
      )
      .sort((a, b) => b.count - a.count);
  const states = tally(nodes.status);
  return {
    places: of(['Place', 'Zone']),
    industries: of(['Industry']),
    outlets: [...tally(articles.outlet)]
      .map(([value, count]) => ({ value, name: value, count }))
      .sort((a, b) => b.count - a.count),
    states: PROJECT_STATUSES.flatMap((value) => {
      const count = states.get(value);
      return count === undefined ? [] : [{ value, name: value, count }];
    }),
  };
}

/** How often each value stands in a column; empty texts are none. */
function tally(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
