import { useMemo } from 'react';
import { communitiesOf } from '../graph/community.ts';
import { boxOf } from '../graph/extent.ts';
import { shownBy } from '../graph/filter.ts';
import { indexOf } from '../graph/graph-index.ts';
import { toLight, toPlaces, toRadii } from '../graph/light.ts';
import { useExplorer } from '../state/store.ts';
import { useWords } from '../ui/use-words.ts';
import { PALETTES } from './palette.ts';
import type { Scene } from './scene.ts';

/** What is drawn, derived from the state; each part is made anew only when what it is made from changes. */
export function useScene(): Scene | undefined {
  const { relations } = useWords();
  const graph = useExplorer((state) => state.graph);
  const filter = useExplorer((state) => state.filter);
  const selection = useExplorer((state) => state.selection);
  const found = useExplorer((state) => state.found);
  const picked = useExplorer((state) => state.picked);
  const pins = useExplorer((state) => state.pins);
  const places = useExplorer((state) => state.places);
  const look = useExplorer((state) => state.look);
  const theme = useExplorer((state) => state.theme);

  const index = graph && indexOf(graph);
  const shown = index && shownBy(index, filter);
  const light = useMemo(
    () => index && shown && toLight(index, shown, selection, found),
    [index, shown, selection, found],
  );
  const radii = useMemo(() => graph && toRadii(graph, look.size), [graph, look.size]);
  const layout = useMemo(() => index && toPlaces(index, { pins, places }), [index, pins, places]);
  const box = useMemo(() => index && boxOf(toPlaces(index, { pins: new Map() })), [index]);
  return useMemo(() => {
    if (!index || !shown || !light || !radii || !layout || !box) return undefined;
    const toNodes = (ids: Iterable<string>) => new Set([...ids].flatMap((id) => index.nodeOf.get(id) ?? []));
    return {
      index,
      shown,
      light,
      radii,
      places: layout,
      box,
      picked: toNodes(picked),
      pinned: toNodes(pins.keys()),
      colour: look.colour,
      palette: PALETTES[theme],
      relations,
      communities: communitiesOf(index),
    };
  }, [index, shown, light, radii, layout, box, picked, pins, look.colour, theme, relations]);
}
