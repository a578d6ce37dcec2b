import type { Mark } from '../../src/contract/ledger.ts';
import { PROJECT_STATUSES } from '../../src/model/entity.ts';
import type { Grouping, LedgerView } from '../graph/view.ts';

const PAGES: readonly LedgerView['page'][] = ['lives', 'posts', 'totals'];
const MARKS: readonly Mark[] = ['late', 'silent', 'grew', 'shrank', 'contradicts'];
const GROUPINGS: readonly Grouping[] = ['zone', 'place', 'industry', 'month', 'company'];

/** The page of the ledger in an address, such as `ledger=lives&of=4840a9&mark=late`. */
export function writeLedger(parameters: URLSearchParams, view: LedgerView): void {
  const { page, about, also, mark, status, by, post, on } = view;
  const parts = { ledger: page, of: about, also, mark, state: status, by, post, on };
  for (const [name, value] of Object.entries(parts)) if (value) parameters.set(name, value);
}

/** The page of the ledger that an address speaks of; undefined where it speaks of none. */
export function readLedger(parameters: URLSearchParams): LedgerView | undefined {
  const oneOf = <T extends string>(name: string, all: readonly T[]) =>
    all.find((one) => one === parameters.get(name));
  const page = oneOf('ledger', PAGES);
  if (page === undefined) return undefined;
  const view = {
    page,
    about: parameters.get('of') || undefined,
    also: parameters.get('also') || undefined,
    mark: oneOf('mark', MARKS),
    status: oneOf('state', PROJECT_STATUSES),
    by: oneOf('by', GROUPINGS),
    post: parameters.get('post') || undefined,
    on: parameters.get('on') || undefined,
  };
  return Object.fromEntries(
    Object.entries(view).filter(([, value]) => value !== undefined),
  ) as unknown as LedgerView;
}
