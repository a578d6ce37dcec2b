import { useRef } from 'react';
import { CameraTools } from '../controls/camera-tools.tsx';
import { Minimap } from '../controls/minimap.tsx';
import { OnlyNote } from '../controls/only-note.tsx';
import { PickedBar } from '../controls/picked-bar.tsx';
import { StepTools } from '../controls/step-tools.tsx';
import { useScene } from '../scene/use-scene.ts';
import seal from '../seal.svg';
import { loadGraph } from '../state/load.ts';
import { useExplorer } from '../state/store.ts';
import { reasonOf } from '../ui/failed.tsx';
import { useWords } from '../ui/use-words.ts';
import { useGraphKeys } from './shortcuts.ts';
import { type CanvasElement, useCanvas } from './use-canvas.ts';

/** The canvas with its controls, or what stands in its place while there is no graph. */
export function GraphRegion() {
  const words = useWords();
  const graph = useExplorer((state) => state.graph);
  const failure = useExplorer((state) => state.failure);

  if (failure && !graph) {
    const isOffline = failure.code === 'OFFLINE';
    return (
      <Notice
        title={isOffline ? words.offline : words.failed}
        hint={reasonOf(failure, words)}
        onRetry={() => void loadGraph()}
      />
    );
  }
  if (!graph) return <Notice title={words.loading} isBusy />;
  if (graph.nodes.id.length === 0)
    return <Notice title={words.empty} hint={words.emptyHint} onRetry={() => void loadGraph()} />;
  return <DrawnGraph />;
}

function DrawnGraph() {
  const words = useWords();
  const element = useRef<CanvasElement>(null);
  const scene = useScene();
  useCanvas(element, scene);
  useGraphKeys();
  const counts = scene?.index.graph.counts ?? { entities: 0, relations: 0 };
  return (
    <>
      <div
        ref={element}
        className="canvas"
        role="img"
        aria-label={words.canvas(counts.entities, counts.relations)}
      />
      {scene && <Minimap scene={scene} />}
      <CameraTools />
      {scene && <StepTools scene={scene} />}
      <PickedBar />
      <OnlyNote />
    </>
  );
}

function Notice(props: {
  readonly title: string;
  readonly hint?: string;
  readonly isBusy?: boolean;
  readonly onRetry?: () => void;
}) {
  const words = useWords();
  return (
    <div className="notice" role="status" aria-busy={props.isBusy ?? false}>
      <img src={seal} alt="" width="44" height="44" />
      <h2>{props.title}</h2>
      {props.hint && <p>{props.hint}</p>}
      {props.onRetry && (
        <button type="button" className="button" onClick={props.onRetry}>
          {words.retry}
        </button>
      )}
    </div>
  );
}
