import { describe, expect, it } from 'vitest';
import { keysOf, sharedOf } from '../../../web/panels/profile/comparable.ts';

const firm = (name: string) => ({ id: name, type: 'Company' as const, name });

describe('what is compared', () => {
  it('tells what several share, the most shared first', () => {
    const shared = sharedOf([
      [firm('甲'), firm('乙')],
      [firm('乙'), firm('丙'), firm('丙')],
      [firm('乙'), firm('甲')],
    ]);
    expect(shared.map(({ entity, at }) => [entity.name, [...at]])).toEqual([
      ['乙', [0, 1, 2]],
      ['甲', [0, 2]],
    ]);
  });

  it('has the rows of all, those with most in all first', () => {
    expect(
      keysOf([
        new Map([['电池', 1]]),
        new Map([
          ['电池', 1],
          ['光伏', 3],
        ]),
      ]),
    ).toEqual(['光伏', '电池']);
  });
});
