import { useMemo } from 'react';
import type { GraphAnswer } from '../../src/contract/graph.ts';
import { ENTITY_TYPES } from '../../src/model/entity.ts';
import { RELATION_TYPES } from '../../src/model/relation.ts';
import { itemAt } from '../base/must.ts';
import { communitiesOf } from '../graph/community.ts';
import { shownBy } from '../graph/filter.ts';
import { indexOf } from '../graph/graph-index.ts';
import { type Tally, toTallies } from '../graph/measure.ts';
import { PALETTES } from '../scene/palette.ts';
import { showAll, toggleRelation, toggleType } from '../state/steps.ts';
import { selectEntity, useExplorer } from '../state/store.ts';
import { TypeMark } from '../ui/icons.tsx';
import { useWords } from '../ui/use-words.ts';
import { Filters } from './filters.tsx';

/** The key to colours and pictograms, which is the filter too: each line shows or hides a type and counts it. */
export function Legend() {
  const words = useWords();
  const graph = useExplorer((state) => state.graph);
  const filter = useExplorer((state) => state.filter);
  const isByCommunity = useExplorer((state) => state.look.colour === 'community');
  const tallies = useMemo(() => {
    if (!graph) return undefined;
    const index = indexOf(graph);
    return toTallies(index, shownBy(index, filter));
  }, [graph, filter]);
  if (!graph || !tallies) return <aside className="legend" aria-label={words.legend} />;

  const { types, relations, hiddenEntities, hiddenRelations } = tallies;
  const isWhole = hiddenEntities + hiddenRelations === 0;
  return (
    <aside className="legend" data-over aria-label={words.legend}>
      <h2>{words.entities}</h2>
      <ul>
        {ENTITY_TYPES.filter((type) => types.has(type)).map((type) => (
          <li key={type}>
            <button
              type="button"
              className="key"
              aria-pressed={!filter.hiddenTypes.has(type)}
              onClick={() => toggleType(type)}
            >
              <TypeMark type={type} />
              <span className="key-name">{words.types[type]}</span>
              <Amount tally={types.get(type)} />
            </button>
          </li>
        ))}
      </ul>
      <h2>{words.relationTypes}</h2>
      <ul>
        {RELATION_TYPES.filter((type) => relations.has(type)).map((type) => (
          <li key={type}>
            <button
              type="button"
              className="key"
              aria-pressed={!filter.hiddenRelations.has(type)}
              onClick={() => toggleRelation(type)}
            >
              <span className={`stroke relation-${type}`} />
              <span className="key-name">{words.relations[type]}</span>
              <Amount tally={relations.get(type)} />
            </button>
          </li>
        ))}
      </ul>
      {isByCommunity && <Communities graph={graph} />}
      <Filters />
      <p className="legend-sum" role="status">
        {isWhole ? words.nothingHidden : words.hidden(hiddenEntities, hiddenRelations)}
        {!isWhole && (
          <button type="button" className="link" onClick={showAll}>
            {words.showAll}
          </button>
        )}
      </p>
    </aside>
  );
}

/** What the colours of communities mean: a line leads to what a community is called after. */
function Communities({ graph }: { readonly graph: GraphAnswer }) {
  const words = useWords();
  const theme = useExplorer((state) => state.theme);
  const colours = PALETTES[theme].communities;
  return (
    <>
      <h2>{words.view.communities}</h2>
      <ul>
        {communitiesOf(indexOf(graph))
          .filter(({ community }) => community < colours.length)
          .map(({ community, name, hub, nodes }) => (
            <li key={community}>
              <button type="button" className="key" onClick={() => selectEntity(itemAt(graph.nodes.id, hub))}>
                <svg className="swatch" viewBox="0 0 20 20" aria-hidden="true">
                  <circle cx="10" cy="10" r="6" fill={colours[community]} />
                </svg>
                <span className="key-name" title={name}>
                  {name}
                </span>
                <span className="amount">{nodes.length}</span>
              </button>
            </li>
          ))}
      </ul>
    </>
  );
}

/** How many are shown, and of how many when some are not. */
function Amount({ tally }: { readonly tally: Tally | undefined }) {
  if (!tally) return null;
  const [shown, total] = [tally.shown, tally.total].map((count) => count.toLocaleString('en'));
  return <span className="amount">{shown === total ? total : `${shown} / ${total}`}</span>;
}
