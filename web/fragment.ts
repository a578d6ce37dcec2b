import { ENTITY_TYPES } from '../src/model/entity.ts';
import { RELATION_TYPES } from '../src/model/relation.ts';
import type { Filter, Selection, State } from './state.ts';

/** The part of the state that a link carries: what is selected and what is hidden. */
type Linked = Pick<State, 'filter' | 'selection'>;

const LISTS = ['only', 'without'] as const;

/** The fragment of the address for a state, such as `#entity=4840a9&hide=Place,IN_INDUSTRY`; empty for the plain overview. */
export function toFragment({ selection, filter }: Linked): string {
  const parameters = new URLSearchParams();
  if (selection) parameters.set(selection.kind, selection.id);
  if (selection?.kind === 'article' && selection.at)
    parameters.set('at', `${selection.at.start}-${selection.at.end}`);
  const hidden = [...filter.hiddenTypes, ...filter.hiddenRelations];
  if (hidden.length > 0) parameters.set('hide', hidden.join(','));
  for (const name of LISTS) {
    const ids = filter[name];
    if (ids) parameters.set(name, [...ids].join(','));
  }
  const text = parameters.toString();
  return text === '' ? '' : `#${text}`;
}

/** The state that a fragment stands for; what it does not understand it passes over. */
export function fromFragment(fragment: string): Linked {
  const parameters = new URLSearchParams(fragment.replace(/^#/, ''));
  const hidden = new Set(parameters.get('hide')?.split(','));
  const filter: Filter = {
    hiddenTypes: new Set(ENTITY_TYPES.filter((type) => hidden.has(type))),
    hiddenRelations: new Set(RELATION_TYPES.filter((type) => hidden.has(type))),
    ...toList(parameters, 'only'),
    ...toList(parameters, 'without'),
  };
  return { selection: toSelection(parameters), filter };
}

function toList(parameters: URLSearchParams, name: (typeof LISTS)[number]): Partial<Filter> {
  const ids = parameters.get(name);
  return ids ? { [name]: new Set(ids.split(',')) } : {};
}

function toSelection(parameters: URLSearchParams): Selection | undefined {
  const entity = parameters.get('entity');
  if (entity) return { kind: 'entity', id: entity };
  const relation = parameters.get('relation');
  if (relation) return { kind: 'relation', id: relation };
  const article = parameters.get('article');
  if (!article) return undefined;
  const match = /^(\d+)-(\d+)$/.exec(parameters.get('at') ?? '');
  return match
    ? { kind: 'article', id: article, at: { start: Number(match[1]), end: Number(match[2]) } }
    : { kind: 'article', id: article };
}
