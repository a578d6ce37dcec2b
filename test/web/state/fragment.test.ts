import { describe, expect, it } from 'vitest';
import { PLAIN, type View } from '../../../web/graph/view.ts';
import { fromFragment, toFragment } from '../../../web/state/fragment.ts';

describe('the address', () => {
  it.each<Partial<View>>([
    {},
    { selection: { kind: 'entity', id: 'a' } },
    { selection: { kind: 'path', from: 'a', to: 'b', within: 4, types: ['PART_OF'] } },
    { selection: { kind: 'compare', ids: ['a', 'b'] } },
    { selection: { kind: 'news', since: '2024-05' } },
    { selection: { kind: 'list' } },
    { selection: { kind: 'ledger', page: 'lives', about: 'a', mark: 'late', status: 'signed' } },
    { selection: { kind: 'ledger', page: 'posts', post: '管委会主任', on: '2024-05-28' } },
    { selection: { kind: 'ledger', page: 'totals', about: 'a', also: 'b', by: 'month' } },
    { selection: { kind: 'list', of: 'folded' } },
    { filter: { ...PLAIN.filter, sum: { least: 0 } } },
    {
      selection: { kind: 'article', id: 'articles/003.txt#2', at: { start: 3, end: 9 } },
      filter: {
        hiddenTypes: new Set(['Place']),
        hiddenRelations: new Set(['PART_OF']),
        only: new Set(['a', 'b']),
        period: { by: 'event', to: '2024' },
        outlets: new Set(['江西日报', '园区，在线']),
        confidence: 0.7,
        places: new Set(['c', 'd']),
        states: new Set(['signed']),
        sum: { least: 1e8, most: 5e9 },
        ties: 3,
      },
      opened: new Set(['a']),
      picked: new Set(['a', 'c']),
      pins: new Map([['a', { x: 12.5, y: -3 }]]),
      look: { size: 'pageRank', colour: 'community' },
      camera: { x: 0.5, y: 0.25, ratio: 0.7 },
      statement: 'MATCH (n)\nRETURN n',
    },
  ])('brings a view back: %j', (part) => {
    const view = { ...PLAIN, ...part };
    expect(fromFragment(toFragment(view))).toEqual(view);
  });

  it('is empty for the plain overview', () => {
    expect(toFragment(PLAIN)).toBe('');
  });

  it('passes over what it does not know', () => {
    expect(fromFragment('#hide=Castle&at=x&article=a&size=huge&camera=1~x~2&period=x~y')).toEqual({
      ...PLAIN,
      selection: { kind: 'article', id: 'a' },
    });
  });
});
