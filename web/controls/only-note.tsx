import { showAll } from '../state/steps.ts';
import { useExplorer } from '../state/store.ts';
import { useWords } from '../ui/use-words.ts';

/** Says that only a part is drawn, and leads back to all. */
export function OnlyNote() {
  const words = useWords();
  const only = useExplorer((state) => state.filter.only);
  const graph = useExplorer((state) => state.graph);
  if (!graph || (!only && graph.isWhole)) return null;
  return (
    <p className="only" role="status">
      {only ? words.onlyShown(only.size) : words.overview(graph.nodes.id.length, graph.counts.entities)}
      {only && (
        <button type="button" className="link" onClick={showAll}>
          {words.showAll}
        </button>
      )}
    </p>
  );
}
