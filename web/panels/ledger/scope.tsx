import type { EntityReference } from '../../../src/contract/reference.ts';
import type { EntityType } from '../../../src/model/entity.ts';
import { api } from '../../api/client.ts';
import { indexOf } from '../../graph/graph-index.ts';
import type { LedgerView } from '../../graph/view.ts';
import { useExplorer } from '../../state/store.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { EntityLink } from '../../ui/entity-link.tsx';
import { TypeMark } from '../../ui/icons.tsx';
import { ToolButton } from '../../ui/tool-button.tsx';
import { useWords } from '../../ui/use-words.ts';

type Page = LedgerView['page'];

const ALL: readonly Page[] = ['lives', 'posts', 'totals'];

/** What there is of a thing of a type: of an industry nobody is in charge, a person builds nothing. */
const PAGES: Readonly<Record<EntityType, readonly Page[]>> = {
  Zone: ALL,
  Place: ALL,
  Company: ALL,
  Industry: ['lives', 'totals'],
  Official: ['posts'],
  Executive: ['posts'],
  Organization: ['posts'],
  Project: ['posts'],
};

export function pagesOf(type: EntityType | undefined): readonly Page[] {
  return type === undefined ? ALL : PAGES[type];
}

/** What the ledger is of, as what is drawn knows it, or else the server; absent while it is not known. */
export function useScope(about: string | undefined): EntityReference | undefined {
  const graph = useExplorer((state) => state.graph);
  const node = about !== undefined && graph ? indexOf(graph).nodeOf.get(about) : undefined;
  const { value } = useAnswer(about ?? '', async (signal) =>
    about === undefined || node !== undefined ? undefined : api.entity(about, signal),
  );
  if (about === undefined) return undefined;
  if (node === undefined || !graph) return value;
  const [type, name] = [graph.nodes.type[node], graph.nodes.name[node]];
  return type && name !== undefined ? { id: about, type, name } : undefined;
}

/** What the ledger is of, and the way to all. */
export function Scope(props: { readonly scope: EntityReference | undefined; readonly onWiden: () => void }) {
  const words = useWords();
  const { scope, onWiden } = props;
  if (!scope) return <h2>{words.ledger.everywhere}</h2>;
  return (
    <h2 className="scope">
      <TypeMark type={scope.type} />
      <EntityLink entity={scope} />
      <ToolButton icon="close" name={words.ledger.widen} onClick={onWiden} />
    </h2>
  );
}
