import type { Scene } from '../scene/scene.ts';
import { redo, undo } from '../state/steps.ts';
import { toggleLasso, useExplorer } from '../state/store.ts';
import { ToolButton } from '../ui/tool-button.tsx';
import { useWords } from '../ui/use-words.ts';
import { LayoutMenu } from './layout-menu.tsx';

/** Undo, redo, the lasso, and the layout. */
export function StepTools({ scene }: { readonly scene: Scene }) {
  const words = useWords();
  const hasPast = useExplorer((state) => state.past.length > 0);
  const hasFuture = useExplorer((state) => state.future.length > 0);
  const isLassoOn = useExplorer((state) => state.isLassoOn);
  return (
    <div className="camera steps" data-over="right" role="toolbar" aria-label={words.steps}>
      <ToolButton
        className=""
        icon="undo"
        name={words.undo}
        shortcut="Ctrl Z"
        isDisabled={!hasPast}
        onClick={undo}
      />
      <ToolButton
        className=""
        icon="redo"
        name={words.redo}
        shortcut="Ctrl ⇧ Z"
        isDisabled={!hasFuture}
        onClick={redo}
      />
      <ToolButton
        className=""
        icon="lasso"
        name={words.lasso}
        shortcut="L"
        isOn={isLassoOn}
        onClick={toggleLasso}
      />
      <LayoutMenu scene={scene} />
    </div>
  );
}
