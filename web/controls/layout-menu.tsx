import { useEffect, useRef, useState } from 'react';
import { viewNow } from '../app/graph-region.tsx';
import { LAYOUT, startLayout } from '../canvas/force-layout.ts';
import { markOf } from '../graph/own-places.ts';
import type { Scene } from '../scene/scene.ts';
import { setPlaces } from '../state/steps.ts';
import { useExplorer } from '../state/store.ts';
import { Icon } from '../ui/icons.tsx';
import { useWords } from '../ui/use-words.ts';

/** Lay out what is drawn anew: its settings, start and stop, and the way back to the layout of the build. */
export function LayoutMenu({ scene }: { readonly scene: Scene }) {
  const words = useWords();
  const hasOwn = useExplorer((state) => state.places !== undefined);
  const [settings, setSettings] = useState(LAYOUT);
  const [running, setRunning] = useState<{ stop(): void }>();
  const found = useRef<{ x: Float64Array; y: Float64Array }>(undefined);

  const start = () => {
    const run = startLayout(
      scene,
      settings,
      (x, y) => {
        found.current = { x, y };
        viewNow()?.arrange(x, y);
      },
      () => {
        setRunning(undefined);
        const places = found.current;
        found.current = undefined;
        if (places)
          setPlaces({
            mark: markOf(scene.index.graph),
            x: [...places.x],
            y: Array.from(places.y, (value) => -value),
          });
      },
    );
    setRunning(run);
  };
  // What is drawn has changed under a layout that runs: it ends with what it has.
  const { index, shown } = scene;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another graph or filter ends it.
  useEffect(() => () => running?.stop(), [index, shown]);

  return (
    <>
      <button
        type="button"
        popoverTarget="layout-menu"
        aria-label={words.layout}
        aria-pressed={running !== undefined}
        title={words.layout}
      >
        <Icon name="layout" />
      </button>
      <div id="layout-menu" className="menu layout-menu" popover="auto">
        <h2>{words.layout}</h2>
        <label className="choice">
          {words.gravity}
          <input
            type="range"
            min={0.1}
            max={8}
            step={0.1}
            value={settings.gravity}
            onChange={({ target }) => setSettings({ ...settings, gravity: Number(target.value) })}
          />
        </label>
        <label className="choice">
          {words.spread}
          <input
            type="range"
            min={2}
            max={80}
            value={settings.spread}
            onChange={({ target }) => setSettings({ ...settings, spread: Number(target.value) })}
          />
        </label>
        <label className="choice">
          {words.tight}
          <input
            type="checkbox"
            checked={settings.isTight}
            onChange={({ target }) => setSettings({ ...settings, isTight: target.checked })}
          />
        </label>
        <label className="choice">
          {words.noOverlap}
          <input
            type="checkbox"
            checked={settings.hasNoOverlap}
            onChange={({ target }) => setSettings({ ...settings, hasNoOverlap: target.checked })}
          />
        </label>
        <p className="actions">
          <button type="button" onClick={() => (running ? running.stop() : start())}>
            {running ? words.stop : words.start}
          </button>
          <button type="button" disabled={!hasOwn} onClick={() => setPlaces(undefined)}>
            {words.asBuilt}
          </button>
        </p>
      </div>
    </>
  );
}
