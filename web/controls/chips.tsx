import type { GraphAnswer } from '../../src/contract/graph.ts';
import { EVERY, GROUPED } from '../graph/groups.ts';
import type { Scene } from '../scene/scene.ts';
import { retry } from '../state/load.ts';
import { setFilter, setGrouped, showAll } from '../state/steps.ts';
import { select, useExplorer } from '../state/store.ts';
import { Icon } from '../ui/icons.tsx';
import { useWords } from '../ui/use-words.ts';
import { toChips } from './filter-chips.ts';

/** Over the canvas: what narrows it, each to be taken away by itself, what is folded away, and whether many are drawn in groups. */
export function Chips({ scene }: { readonly scene: Scene }) {
  const words = useWords();
  const filter = useExplorer((state) => state.filter);
  const locale = useExplorer((state) => state.locale);
  const { graph } = scene.index;
  const chips = toChips(filter, graph, locale);
  return (
    <section className="chips" aria-label={words.view.inView}>
      <Offline />
      <GroupSwitch scene={scene} />
      {chips.map(({ key, text, without }) => (
        <span key={key} className="chip is-filter" data-over="top">
          {text}
          <button
            type="button"
            aria-label={words.view.takeAway(text)}
            title={words.view.takeAway(text)}
            onClick={() => setFilter(without)}
          >
            <Icon name="close" />
          </button>
        </span>
      ))}
      {chips.length > 0 && (
        <button type="button" className="chip link" onClick={showAll}>
          {words.showAll}
        </button>
      )}
      <Folded scene={scene} />
      <Overview graph={graph} />
    </section>
  );
}

/** Says that the server does not answer; it is asked again by itself, and at once by the button. */
function Offline() {
  const words = useWords();
  const isOffline = useExplorer((state) => state.isOffline);
  if (!isOffline) return null;
  return (
    <span className="chip is-offline" role="status">
      {words.offline}
      <button type="button" className="link" onClick={() => void retry()}>
        {words.retry}
      </button>
    </span>
  );
}

/** In groups or one by one, where there are enough for groups. */
function GroupSwitch({ scene }: { readonly scene: Scene }) {
  const words = useWords();
  const isEach = useExplorer((state) => state.opened.has(EVERY));
  const { groups, drawn } = scene.grouping;
  if (groups.length === 0 && !(isEach && drawn.nodes.filter(Boolean).length > GROUPED.from)) return null;
  return (
    <fieldset className="switch" data-over="top" aria-label={words.view.drawnAs}>
      {[true, false].map((isGrouped) => (
        <button
          key={String(isGrouped)}
          type="button"
          aria-pressed={isGrouped !== isEach}
          onClick={() => setGrouped(isGrouped)}
        >
          {isGrouped ? words.view.inGroups : words.view.oneByOne}
        </button>
      ))}
    </fieldset>
  );
}

/** How many are shown and yet not drawn; it opens as a list. */
function Folded({ scene }: { readonly scene: Scene }) {
  const words = useWords();
  const { loose, small } = scene.grouping.folded;
  const open = () => select({ kind: 'list', of: 'folded' });
  if (loose.length + small.length === 0) return null;
  return (
    <button type="button" className="chip" data-over="top" onClick={open}>
      {words.view.folded(loose.length, small.length)}
      <Icon name="next" />
    </button>
  );
}

/** Says that a graph too large to be drawn is here in part. */
function Overview({ graph }: { readonly graph: GraphAnswer }) {
  const words = useWords();
  if (graph.isWhole) return null;
  return (
    <span className="chip" role="status">
      {words.view.overview(graph.nodes.id.length, graph.counts.entities)}
    </span>
  );
}
