import { useRef } from 'react';
import { CameraTools } from '../controls/camera-tools.tsx';
import { Chips } from '../controls/chips.tsx';
import { Minimap } from '../controls/minimap.tsx';
import { PickedBar } from '../controls/picked-bar.tsx';
import { StepTools } from '../controls/step-tools.tsx';
import { useScene } from '../scene/use-scene.ts';
import seal from '../seal.svg';
import { loadGraph } from '../state/load.ts';
import { select, useExplorer } from '../state/store.ts';
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
  if (graph.nodes.id.length === 0) return <Empty />;
  return <DrawnGraph />;
}

/** A graph without entities: what to do about that, here and now. */
function Empty() {
  const words = useWords();
  const mayAdd = useExplorer((state) => state.rights?.role !== 'reader');
  return (
    <div className="notice" role="status">
      <img src={seal} alt="" width="44" height="44" />
      <h2>{words.view.emptyTitle}</h2>
      {mayAdd && (
        <>
          <p>{words.view.emptyHint}</p>
          <button type="button" className="button" onClick={() => select({ kind: 'add' })}>
            {words.view.emptyAdd}
          </button>
        </>
      )}
      <p className="aliases">{words.view.emptyCommand}</p>
    </div>
  );
}

function DrawnGraph() {
  const words = useWords();
  const element = useRef<CanvasElement>(null);
  const scene = useScene();
  const { isLost, reopen } = useCanvas(element, scene);
  useGraphKeys();
  const counts = scene?.index.graph.counts ?? { entities: 0, relations: 0 };
  return (
    <>
      {scene && <Chips scene={scene} />}
      <div
        ref={element}
        className="canvas"
        hidden={isLost}
        role="img"
        aria-label={words.canvas(counts.entities, counts.relations)}
      />
      {isLost && <Notice title={words.view.lostTitle} hint={words.view.lostHint} onRetry={reopen} />}
      {scene && <Minimap scene={scene} />}
      <CameraTools />
      {scene && <StepTools scene={scene} />}
      <PickedBar />
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
