import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { EntityType } from '../../src/model/entity.ts';
import type { GraphView } from '../../src/model/view.ts';
import { type Branch, toTree } from '../graph/tree.ts';
import { useScene } from '../scene/use-scene.ts';
import { selectEntity, selectRelation, setOpenBranches, useExplorer } from '../state/store.ts';
import { TypeMark } from '../ui/icons.tsx';
import { useWords } from '../ui/use-words.ts';

/**
 * What is drawn as a tree for the keyboard and for screen readers: types, their entities, and the relations of each. Up and
 * Down move, Right opens or goes in, Left closes or goes out, Enter shows the profile or the evidence.
 */
export function ListPanel() {
  const words = useWords();
  const scene = useScene();
  const tree = useRef<HTMLDivElement>(null);
  const open = useExplorer((state) => state.openBranches);
  const [more, setMore] = useState<ReadonlyMap<EntityType, number>>(new Map());
  const [current, setCurrent] = useState('');
  const branches = useMemo(
    () => (scene ? toTree(scene.index, scene.shown, open, more) : []),
    [scene, open, more],
  );
  if (!scene) return null;
  const { graph } = scene.index;
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
  const setBranch = (key: string, isOpen: boolean) => {
    const next = new Set(open);
    if (isOpen) next.add(key);
    else next.delete(key);
    setOpenBranches(next);
  };
  const act = (branch: Branch) => {
    setCurrent(branch.key);
    if (branch.kind === 'type') setBranch(branch.key, !branch.isOpen);
    else if (branch.kind === 'entity') selectEntity(graph.nodes.id[branch.node] ?? '');
    else if (branch.kind === 'relation') selectRelation(graph.edges.id[branch.edge] ?? '');
    else setMore(new Map(more).set(branch.type, (more.get(branch.type) ?? 1) + 1));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const branch = branches[at];
    if (!branch) return;
    const parent = branches.findLastIndex(({ level }, index) => index < at && level < branch.level);
    switch (event.key) {
      case 'ArrowDown':
        goTo(at + 1);
        break;
      case 'ArrowUp':
        goTo(at - 1);
        break;
      case 'Home':
        goTo(0);
        break;
      case 'End':
        goTo(branches.length - 1);
        break;
      case 'ArrowRight':
        if (branch.isOpen === false) setBranch(branch.key, true);
        else goTo(at + 1);
        break;
      case 'ArrowLeft':
        if (branch.isOpen) setBranch(branch.key, false);
        else goTo(parent);
        break;
      case 'Enter':
      case ' ':
        act(branch);
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <article className="list">
      <header>
        <h2>{words.list}</h2>
        <p className="aliases">{words.listHint}</p>
      </header>
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
            <Line branch={branch} graph={graph} />
          </div>
        ))}
      </div>
    </article>
  );
}

/** What a line says. */
function Line({ branch, graph }: { readonly branch: Branch; readonly graph: GraphView }) {
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
