import { currentCanvas } from '../canvas/current.ts';
import { ToolButton } from '../ui/tool-button.tsx';
import { useWords } from '../ui/use-words.ts';

/** How much closer one step brings the graph. */
export const ZOOM_STEP = 1.5;

/** Closer, farther, and all. */
export function CameraTools() {
  const words = useWords();
  const zoom = (factor: number) => () => currentCanvas()?.zoom(factor);
  return (
    <div className="camera" data-over="right" role="toolbar" aria-label={words.camera}>
      <ToolButton className="" icon="plus" name={words.zoomIn} shortcut="+" onClick={zoom(ZOOM_STEP)} />
      <ToolButton className="" icon="minus" name={words.zoomOut} shortcut="−" onClick={zoom(1 / ZOOM_STEP)} />
      <ToolButton
        className=""
        icon="fit"
        name={words.fit}
        shortcut="F"
        onClick={() => currentCanvas()?.fit()}
      />
    </div>
  );
}
