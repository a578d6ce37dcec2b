import { useEffect, useRef, useState } from 'react';
import { itemAt } from '../base/must.ts';
import { currentCanvas } from '../canvas/current.ts';
import { LAYOUT, type LayoutSettings, startLayout } from '../canvas/force-layout.ts';
import { markOf, type OwnPlaces } from '../graph/own-places.ts';
import type { Places } from '../graph/places.ts';
import type { Scene } from '../scene/scene.ts';
import { setGrouped, setPlaces } from '../state/steps.ts';
import { useExplorer } from '../state/store.ts';
import { ToolButton } from '../ui/tool-button.tsx';
import { useWords } from '../ui/use-words.ts';

const MENU = 'layout-menu';

/** Lay out what is drawn anew: its settings, start and stop, and the way back to the layout of the build. */
export function LayoutMenu({ scene }: { readonly scene: Scene }) {
  const words = useWords();
  const hasOwn = useExplorer((state) => state.places !== undefined);
  const [settings, setSettings] = useState(LAYOUT);
  const { isRunning, start, stop } = useLayout(scene, settings);
  return (
    <>
      <ToolButton className="" icon="layout" name={words.layout} isOn={isRunning} opens={MENU} />
      <div id={MENU} className="menu layout-menu" popover="auto">
        <h2>{words.layout}</h2>
        <Settings settings={settings} onChange={setSettings} />
        <p className="actions">
          <button type="button" onClick={isRunning ? stop : start}>
            {isRunning ? words.stop : words.start}
          </button>
          <button type="button" disabled={!hasOwn} onClick={() => setPlaces(undefined)}>
            {words.asBuilt}
          </button>
        </p>
      </div>
    </>
  );
}

/** Where a layout has put what is drawn; all else stays where it was. */
function toOwnPlaces({ index, grouping: { drawn } }: Scene, { x, y }: Places): OwnPlaces {
  const nodes = [...drawn.nodes.keys()].filter((node) => drawn.nodes[node]);
  return {
    mark: markOf(index.graph),
    nodes,
    x: nodes.map((node) => itemAt(x, node)),
    y: nodes.map((node) => -itemAt(y, node)),
  };
}

/** A layout that runs on what is drawn. Its places are kept when it stops, by itself or by hand. */
function useLayout(scene: Scene, settings: LayoutSettings) {
  const [running, setRunning] = useState<{ stop(): void }>();
  const found = useRef<{ x: Float64Array; y: Float64Array }>(undefined);
  const [isWaiting, setWaiting] = useState(false);
  const start = () => {
    // Groups are no nodes: what is in them is laid out, one by one.
    if (scene.grouping.groups.some(({ isOpen }) => !isOpen)) {
      setWaiting(true);
      setGrouped(false);
      return;
    }
    const run = startLayout(
      scene,
      settings,
      (x, y) => {
        found.current = { x, y };
        currentCanvas()?.arrange(x, y);
      },
      () => {
        setRunning(undefined);
        const places = found.current;
        found.current = undefined;
        if (places) setPlaces(toOwnPlaces(scene, places));
      },
    );
    setRunning(run);
  };
  // What is drawn has changed under a layout that runs: it ends with what it has.
  const { index, grouping } = scene;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it waits for the groups to be drawn one by one, and for nothing else.
  useEffect(() => {
    if (!isWaiting) return;
    setWaiting(false);
    start();
  }, [grouping]);
  const latest = useRef(running);
  latest.current = running;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another graph or filter ends it.
  useEffect(() => () => latest.current?.stop(), [index, grouping.drawn]);
  return { isRunning: running !== undefined, start, stop: () => running?.stop() };
}

function Settings(props: {
  readonly settings: LayoutSettings;
  readonly onChange: (settings: LayoutSettings) => void;
}) {
  const words = useWords();
  const { settings, onChange } = props;
  return (
    <>
      <label className="choice">
        {words.gravity}
        <input
          type="range"
          min={0.1}
          max={8}
          step={0.1}
          value={settings.gravity}
          onChange={({ target }) => onChange({ ...settings, gravity: Number(target.value) })}
        />
      </label>
      <label className="choice">
        {words.spread}
        <input
          type="range"
          min={2}
          max={80}
          value={settings.spread}
          onChange={({ target }) => onChange({ ...settings, spread: Number(target.value) })}
        />
      </label>
      <label className="choice">
        {words.tight}
        <input
          type="checkbox"
          checked={settings.isTight}
          onChange={({ target }) => onChange({ ...settings, isTight: target.checked })}
        />
      </label>
      <label className="choice">
        {words.noOverlap}
        <input
          type="checkbox"
          checked={settings.hasNoOverlap}
          onChange={({ target }) => onChange({ ...settings, hasNoOverlap: target.checked })}
        />
      </label>
    </>
  );
}
