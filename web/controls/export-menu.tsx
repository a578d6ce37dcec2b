import { useState } from 'react';
import { ENTITY_TYPES } from '../../src/model/entity.ts';
import { FORMATS, type Format } from '../../src/model/format.ts';
import { RELATION_TYPES } from '../../src/model/relation.ts';
import { api } from '../api/client.ts';
import { itemAt } from '../base/must.ts';
import { currentCanvas } from '../canvas/current.ts';
import { toPng } from '../canvas/picture.ts';
import type { Caption } from '../canvas/svg-caption.ts';
import { endsOf, type Subgraph } from '../graph/graph-index.ts';
import type { Scene } from '../scene/scene.ts';
import { useScene } from '../scene/use-scene.ts';
import { toFragment } from '../state/fragment.ts';
import { useExplorer } from '../state/store.ts';
import { Failed, reasonOf } from '../ui/failed.tsx';
import { save } from '../ui/save.ts';
import { ToolButton } from '../ui/tool-button.tsx';
import { useWords } from '../ui/use-words.ts';
import type { Words } from '../words/words.ts';
import { fileNameOf } from './file-name.ts';
import { toChips } from './filter-chips.ts';

const MENU = 'export-menu';

/** Take away: the view as a picture, or the graph in a file: all of it, what is drawn, or what is picked. */
export function ExportMenu() {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <ToolButton icon="download" name={words.exportGraph} text={words.exportGraph} opens={MENU} />
      <div
        id={MENU}
        className="menu"
        popover="auto"
        onToggle={({ newState }) => setOpen(newState === 'open')}
      >
        {isOpen && <Choices />}
      </div>
    </>
  );
}

/** How much goes into the file. */
type Scope = 'all' | 'shown' | 'chosen';

function Choices() {
  const words = useWords();
  const scene = useScene();
  const [wanted, setWanted] = useState<Scope>();
  const [failure, setFailure] = useState<string>();
  const filter = useExplorer((state) => state.filter);
  const locale = useExplorer((state) => state.locale);
  const articles = useExplorer((state) => state.graph?.counts.articles ?? 0);
  if (!scene) return null;
  const chips = toChips(filter, scene.index.graph, locale).map(({ text }) => text);
  const counts = {
    all: scene.index.graph.counts.entities,
    shown: drawnNow(scene).nodes.size,
    chosen: chosenNow(scene).nodes.size,
  };
  const scopes = (['all', 'shown', 'chosen'] as const).filter((scope) => counts[scope] > 0);
  const scope = wanted !== undefined && scopes.includes(wanted) ? wanted : chips.length > 0 ? 'shown' : 'all';
  const first = [...chosenNow(scene).nodes][0];
  // What is chosen is told by the first of them and how many there are.
  const partsOf = () =>
    scope === 'chosen' && first !== undefined
      ? [itemAt(scene.index.graph.nodes.name, first), ...(counts.chosen > 1 ? [String(counts.chosen)] : [])]
      : chips;
  const svg = () => currentCanvas()?.svg(captionOf(scene, words, articles, chips));
  const savePng = async () => {
    const drawn = svg();
    if (drawn) save(await toPng(drawn), fileNameOf(chips, 'png'));
  };
  const download = (format: Format) => {
    setFailure(undefined);
    const chosen = scope === 'shown' ? drawnNow(scene) : chosenNow(scene);
    const told = `${words.scopes[scope]} ${decodeURIComponent(toFragment(useExplorer.getState()))}`.trim();
    api.exportFile(format, toIds(scene, chosen), told.slice(0, 2000)).then(
      ({ file, name }) => save(file, fileNameOf(partsOf(), name.split('.').slice(1).join('.'))),
      (error: unknown) => setFailure(reasonOf(error, words)),
    );
  };
  return (
    <>
      <h2>{words.asPicture}</h2>
      <p className="export-pictures">
        <button type="button" onClick={() => void savePng()}>
          PNG
        </button>
        <button type="button" onClick={() => save(svg(), fileNameOf(chips, 'svg'))}>
          SVG
        </button>
      </p>
      <h2>{words.asFile}</h2>
      <fieldset className="export-scope" aria-label={words.exportScope}>
        {scopes.map((name) => (
          <label key={name}>
            <input
              type="radio"
              name="export-scope"
              checked={scope === name}
              onChange={() => setWanted(name)}
            />
            {words.scopes[name]}
            <span className="tally">{words.entityCount(counts[name])}</span>
          </label>
        ))}
      </fieldset>
      <Failed why={failure} />
      <ul className="export-formats">
        {FORMATS.map((format) => (
          <li key={format}>
            {scope === 'all' ? (
              // Straight from the server to the disk: a large graph does not pass through the page.
              <a href={api.exportAddress(format)} download>
                <FormatName format={format} />
              </a>
            ) : (
              <button type="button" onClick={() => download(format)}>
                <FormatName format={format} />
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function FormatName({ format }: { readonly format: Format }) {
  const [name, use] = useWords().exportAs[format];
  return (
    <>
      {name}
      <small>{use}</small>
    </>
  );
}

/** The key to the colours of what is drawn, and what it is a picture of. */
function captionOf(scene: Scene, words: Words, articles: number, chips: readonly string[]): Caption {
  const { palette, colour, shown, grouping, communities } = scene;
  const { nodes, edges } = scene.index.graph;
  const types = new Set(nodes.type.filter((_, node) => shown.nodes[node]));
  const relations = new Set(edges.type.filter((_, edge) => shown.edges[edge]));
  const isByType = colour === 'type' || grouping.groups.length > 0;
  return {
    entities: isByType
      ? ENTITY_TYPES.filter((type) => types.has(type)).map((type) => [words.types[type], palette.types[type]])
      : communities.flatMap(({ community, name }) => {
          const own = palette.communities[community];
          return own === undefined ? [] : [[name, own] as const];
        }),
    relations: RELATION_TYPES.filter((type) => relations.has(type)).map((type) => [
      words.relations[type],
      palette.relations[type],
    ]),
    source: [
      `${words.title} ${words.subtitle}`,
      words.articleCount(articles),
      ...chips,
      new Date().toISOString().slice(0, 10),
    ].join(' · '),
  };
}

/** What is drawn. */
function drawnNow({ shown }: Scene): Subgraph {
  const positions = (isShown: Uint8Array) => new Set([...isShown.keys()].filter((at) => isShown[at]));
  return { nodes: positions(shown.nodes), edges: positions(shown.edges) };
}

/** What is picked, or else what the selection lights; the drawn relations among them. */
function chosenNow({ index, shown, picked, light }: Scene): Subgraph {
  const nodes = picked.size > 0 ? picked : (light.lit?.nodes ?? new Set());
  const edges = new Set<number>();
  for (const node of nodes)
    for (const edge of itemAt(index.edgesOf, node))
      if (shown.edges[edge] && endsOf(index.graph, edge).every((end) => nodes.has(end))) edges.add(edge);
  return { nodes, edges };
}

function toIds({ index: { graph } }: Scene, { nodes, edges }: Subgraph): string[] {
  return [
    ...[...nodes].map((node) => itemAt(graph.nodes.id, node)),
    ...[...edges].map((edge) => itemAt(graph.edges.id, edge)),
  ];
}
