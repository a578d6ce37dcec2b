import { ENTITY_TYPES } from '../../src/model/entity.ts';
import { RELATION_TYPES } from '../../src/model/relation.ts';
import type { Filter, Period } from '../graph/filter.ts';
import { readPlaces, writePlaces } from '../graph/own-places.ts';
import { type Look, type Over, PLAIN, type Point, type Selection, type View } from '../graph/view.ts';
import { readLedger, writeLedger } from './ledger-fragment.ts';

const LISTS = ['only', 'beside', 'without'] as const;
/** Values that a filter takes several of, by the name that each has in the address. */
const VALUES = [
  ['place', 'places'],
  ['industry', 'industries'],
  ['outlet', 'outlets'],
  ['status', 'states'],
] as const;
const SIZES: readonly Look['size'][] = ['degree', 'pageRank', 'stories'];

/** The fragment of the address for a view, such as `#entity=4840a9&hide=Place,IN_INDUSTRY`; empty for the plain overview. */
export function toFragment(view: View): string {
  const { selection, filter, opened, picked, pins, places, look, camera, statement } = view;
  const parameters = new URLSearchParams();
  if (selection) writeSelection(parameters, selection);
  const hidden = [...filter.hiddenTypes, ...filter.hiddenRelations];
  if (hidden.length > 0) parameters.set('hide', hidden.join(','));
  for (const name of LISTS) {
    const ids = filter[name];
    if (ids) parameters.set(name, [...ids].join(','));
  }
  for (const [name, part] of VALUES) for (const value of filter[part] ?? []) parameters.append(name, value);
  if (filter.confidence !== undefined) parameters.set('confidence', String(filter.confidence));
  if (filter.ties !== undefined) parameters.set('ties', String(filter.ties));
  if (filter.sum) parameters.set('sum', [filter.sum.least ?? '', filter.sum.most ?? ''].join('~'));
  if (filter.period) {
    const { by, from = '', to = '' } = filter.period;
    parameters.set('period', [by, from, to].join('~'));
  }
  if (opened.size > 0) parameters.set('open', [...opened].join(','));
  if (picked.size > 0) parameters.set('picked', [...picked].join(','));
  if (pins.size > 0)
    parameters.set('pins', [...pins].map(([id, { x, y }]) => [id, fixed(x), fixed(y)].join('~')).join(','));
  if (places) parameters.set('places', writePlaces(places));
  if (look.size !== PLAIN.look.size) parameters.set('size', look.size);
  if (look.colour !== PLAIN.look.colour) parameters.set('colour', look.colour);
  if (camera) parameters.set('camera', [camera.x, camera.y, camera.ratio].map(fixed).join('~'));
  if (statement !== undefined) parameters.set('cypher', statement);
  const text = parameters.toString();
  return text === '' ? '' : `#${text}`;
}

/** The view that a fragment stands for; what it does not understand it passes over. */
export function fromFragment(fragment: string): View {
  const parameters = new URLSearchParams(fragment.replace(/^#/, ''));
  const hidden = new Set(parameters.get('hide')?.split(','));
  const confidence = Number(parameters.get('confidence'));
  const ties = Number(parameters.get('ties'));
  const period = toPeriod(parameters.get('period'));
  const filter: Filter = {
    hiddenTypes: new Set(ENTITY_TYPES.filter((type) => hidden.has(type))),
    hiddenRelations: new Set(RELATION_TYPES.filter((type) => hidden.has(type))),
    ...Object.fromEntries(
      LISTS.flatMap((name) => (parameters.get(name) ? [[name, toSet(parameters, name)]] : [])),
    ),
    ...Object.fromEntries(
      VALUES.flatMap(([name, part]) => {
        const values = parameters.getAll(name).filter(Boolean);
        return values.length > 0 ? [[part, new Set(values)]] : [];
      }),
    ),
    ...toSum(parameters.get('sum')),
    ...(ties > 0 ? { ties } : {}),
    ...(confidence > 0 && confidence <= 1 ? { confidence } : {}),
    ...(period ? { period } : {}),
  };
  const size = SIZES.find((one) => one === parameters.get('size'));
  const [x, y, ratio] = toNumbers(parameters.get('camera'));
  const hasCamera = x !== undefined && y !== undefined && ratio !== undefined && ratio > 0;
  return {
    selection: toSelection(parameters),
    filter,
    opened: toSet(parameters, 'open'),
    picked: toSet(parameters, 'picked'),
    pins: toPins(parameters.get('pins')),
    places: readPlaces(parameters.get('places')),
    look: {
      size: size ?? PLAIN.look.size,
      colour: parameters.get('colour') === 'community' ? 'community' : PLAIN.look.colour,
    },
    camera: hasCamera ? { x, y, ratio } : undefined,
    statement: parameters.get('cypher') ?? undefined,
  };
}

function fixed(value: number): string {
  return String(Math.round(value * 1e4) / 1e4);
}

function toSet(parameters: URLSearchParams, name: string): ReadonlySet<string> {
  return new Set(parameters.get(name)?.split(',').filter(Boolean));
}

function toNumbers(text: string | null): number[] {
  const numbers = (text ?? '').split('~').filter(Boolean).map(Number);
  return numbers.every(Number.isFinite) ? numbers : [];
}

function toPins(text: string | null): ReadonlyMap<string, Point> {
  return new Map(
    (text ?? '').split(',').flatMap((written): [string, Point][] => {
      const [id = '', ...numbers] = written.split('~');
      const [x, y] = toNumbers(numbers.join('~'));
      return x === undefined || y === undefined ? [] : [[id, { x, y }]];
    }),
  );
}

function toSum(text: string | null): Pick<Filter, 'sum'> {
  const [least, most] = (text ?? '').split('~').map((bound) => (bound === '' ? Number.NaN : Number(bound)));
  const bounds = {
    ...(least !== undefined && least >= 0 ? { least } : {}),
    ...(most !== undefined && most >= 0 ? { most } : {}),
  };
  return Object.keys(bounds).length > 0 ? { sum: bounds } : {};
}

function toPeriod(text: string | null): Period | undefined {
  const [by, from, to] = (text ?? '').split('~');
  if ((by !== 'published' && by !== 'event') || (!from && !to)) return undefined;
  return { by, ...(from ? { from } : {}), ...(to ? { to } : {}) };
}

function writeSelection(parameters: URLSearchParams, selection: Selection): void {
  switch (selection.kind) {
    case 'article':
      parameters.set('article', selection.id);
      if (selection.at) parameters.set('at', `${selection.at.start}-${selection.at.end}`);
      break;
    case 'path':
      parameters.set('path', `${selection.from},${selection.to}`);
      if (selection.within !== undefined) parameters.set('within', String(selection.within));
      if (selection.types) parameters.set('by', selection.types.join(','));
      if (selection.over) parameters.set('over', selection.over);
      break;
    case 'common':
      parameters.set('common', selection.ids.join(','));
      if (selection.over) parameters.set('over', selection.over);
      break;
    case 'compare':
    case 'pair':
      parameters.set(selection.kind, selection.ids.join(','));
      break;
    case 'texts':
      parameters.set('texts', selection.q);
      break;
    case 'news':
      parameters.set('news', selection.since ?? '');
      break;
    case 'ledger':
      writeLedger(parameters, selection);
      break;
    case 'list':
      parameters.set('panel', selection.of ?? 'list');
      break;
    case 'add':
    case 'review':
    case 'coverage':
    case 'map':
      parameters.set('panel', selection.kind);
      break;
    default:
      parameters.set(selection.kind, selection.id);
  }
}

function toSelection(parameters: URLSearchParams): Selection | undefined {
  for (const kind of ['entity', 'relation', 'area', 'profile'] as const) {
    const id = parameters.get(kind);
    if (id) return { kind, id };
  }
  const q = parameters.get('texts');
  if (q) return { kind: 'texts', q };
  const asked = parameters.get('over');
  const over: { readonly over?: Over } = asked === 'graph' || asked === 'drawn' ? { over: asked } : {};
  for (const kind of ['common', 'compare', 'pair'] as const) {
    const ids = [...toSet(parameters, kind)];
    if (ids.length > 1) return kind === 'common' ? { kind, ids, ...over } : { kind, ids };
  }
  const [from, to] = [...toSet(parameters, 'path')];
  if (from && to) {
    const within = Number(parameters.get('within'));
    const by = toSet(parameters, 'by');
    const types = RELATION_TYPES.filter((type) => by.has(type));
    return {
      kind: 'path',
      from,
      to,
      ...(within > 0 ? { within } : {}),
      ...(types.length > 0 ? { types } : {}),
      ...over,
    };
  }
  const since = parameters.get('news');
  if (since !== null) return since ? { kind: 'news', since } : { kind: 'news' };
  const ledger = readLedger(parameters);
  if (ledger) return { kind: 'ledger', ...ledger };
  const panel = parameters.get('panel');
  if (panel === 'folded') return { kind: 'list', of: panel };
  if (panel === 'list' || panel === 'add' || panel === 'review' || panel === 'coverage' || panel === 'map')
    return { kind: panel };
  const article = parameters.get('article');
  if (!article) return undefined;
  const match = /^(\d+)-(\d+)$/.exec(parameters.get('at') ?? '');
  return match
    ? { kind: 'article', id: article, at: { start: Number(match[1]), end: Number(match[2]) } }
    : { kind: 'article', id: article };
}
