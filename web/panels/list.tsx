import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { GraphAnswer } from '../../src/contract/graph.ts';
import type { EntityType } from '../../src/model/entity.ts';
import { memo } from '../base/memo.ts';
import { itemAt } from '../base/must.ts';
import type { Shown } from '../graph/filter.ts';
import type { GraphIndex } from '../graph/graph-index.ts';
import { type Branch, toTree } from '../graph/tree.ts';
import type { Scene } from '../scene/scene.ts';
import { useScene } from '../scene/use-scene.ts';
import { selectEntity, selectRelation, setOpenBranches, useExplorer } from '../state/store.ts';
import { TypeMark } from '../ui/icons.tsx';
import { useWords } from '../ui/use-words.ts';

/**
 * What is drawn as a tree for the keyboard and for screen readers: types, their entities, and the relations of each. Up and
 * Down move, Right opens or goes in, Left closes or goes out, Enter shows the profile or the evidence.
 */
export function ListPanel({ of }: { readonly of: 'folded' | undefined }) {
  const words = useWords();
  const scene = useScene();
  if (!scene) return null;
  return (
    <article className="list">
      <header>
        <h2>{of ? words.view.foldedTitle : words.list}</h2>
        <p className="aliases">{of ? words.view.foldedHint : words.listHint}</p>
      </header>
      <Tree scene={scene} shown={of ? foldedOf(scene) : scene.shown} />
    </article>
  );
}

/** What is shown and yet not drawn, in the form of what is. */
const foldedOf = memo(({ shown, grouping: { folded } }: Scene): Shown => {
  const nodes = new Uint8Array(shown.nodes.length);
  for (const node of [...folded.loose, ...folded.small]) nodes[node] = 1;
  return { nodes, edges: shown.edges };
});

function Tree({ scene, shown }: { readonly scene: Scene; readonly shown: Shown }) {
  const words = useWords();
  const tree = useRef<HTMLDivElement>(null);
  const { branches, setBranch, act: actOn } = useBranches(scene.index, shown);
  const [current, setCurrent] = useState('');
  const at = Math.max(
    0,
    branches.findIndex(({ key }) => key === current),
  );
  const goTo = (next: number) => {
    const branch = branches[next];
    if (!branch) return;
    setCurrent(branch.key);
    tree.current?.querySelectorAll<HTMLElement>('[role=treeitem]')[next]?.focus();
  };
  const act = (branch: Branch) => {
    setCurrent(branch.key);
    actOn(branch);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const branch = branches[at];
    if (!branch) return;
    const keys = new Map<string, () => void>([
      ['ArrowDown', () => goTo(at + 1)],
      ['ArrowUp', () => goTo(at - 1)],
      ['Home', () => goTo(0)],
      ['End', () => goTo(branches.length - 1)],
      ['ArrowRight', () => (branch.isOpen === false ? setBranch(branch.key, true) : goTo(at + 1))],
      ['ArrowLeft', () => (branch.isOpen ? setBranch(branch.key, false) : goTo(parentOf(branches, at)))],
      ['Enter', () => act(branch)],
      [' ', () => act(branch)],
    ]);
    const does = keys.get(event.key);
    if (!does) return;
    does();
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div ref={tree} role="tree" aria-label={words.list} onKeyDown={onKeyDown}>
      {branches.map((branch, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it has the keyboard.
        <div
          key={branch.key}
          role="treeitem"
          aria-level={branch.level}
          aria-expanded={branch.isOpen}
          aria-selected={index === at}
          tabIndex={index === at ? 0 : -1}
          className={`branch level-${branch.level}`}
          onClick={() => act(branch)}
          onFocus={() => setCurrent(branch.key)}
        >
          <Line branch={branch} graph={scene.index.graph} />
        </div>
      ))}
    </div>
  );
}

/** The lines of the tree as they are open now, and what choosing one does. */
function useBranches(index: GraphIndex, shown: Shown) {
  const open = useExplorer((state) => state.openBranches);
  const [more, setMore] = useState<ReadonlyMap<EntityType, number>>(new Map());
  const branches = useMemo(() => toTree(index, shown, open, more), [index, shown, open, more]);
  const setBranch = (key: string, isOpen: boolean) => {
    const next = new Set(open);
    if (isOpen) next.add(key);
    else next.delete(key);
    setOpenBranches(next);
  };
  const act = (branch: Branch) => {
    if (branch.kind === 'type') setBranch(branch.key, !branch.isOpen);
    else if (branch.kind === 'entity') selectEntity(itemAt(index.graph.nodes.id, branch.node));
    else if (branch.kind === 'relation') selectRelation(itemAt(index.graph.edges.id, branch.edge));
    else setMore(new Map(more).set(branch.type, (more.get(branch.type) ?? 1) + 1));
  };
  return { branches, setBranch, act };
}

/** The line that a line stands under; -1 for the highest. */
function parentOf(branches: readonly Branch[], at: number): number {
  const level = itemAt(branches, at).level;
  return branches.findLastIndex((other, index) => index < at && other.level < level);
}

/** What a line says. */
function Line({ branch, graph }: { readonly branch: Branch; readonly graph: GraphAnswer }) {
  const words = useWords();
  switch (branch.kind) {
    case 'type':
      return (
        <>
          <TypeMark type={branch.type} />
          <strong>{words.types[branch.type]}</strong>
          <span className="amount">{branch.count}</span>
        </>
      );
    case 'entity':
      return (
        <>
          <span>{graph.nodes.name[branch.node]}</span>
          <span className="amount">{words.relationCount(branch.count)}</span>
        </>
      );
    case 'relation':
      return (
        <>
          <span className={`link-type relation-${branch.type}`}>
            {words.headings[branch.type][branch.direction]}
          </span>
          <span>{graph.nodes.name[branch.other]}</span>
        </>
      );
    case 'more':
      return <span className="link">{words.moreOf(branch.count)}</span>;
  }
}
