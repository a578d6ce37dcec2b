import { describe, expect, it } from 'vitest';
import type { LitName } from '../../../src/contract/reference.ts';
import { toSegments } from '../../../web/ui/segments.ts';

describe('text with names', () => {
  const name = (start: number, end: number, id: string): LitName => ({
    start,
    end,
    entity: { id, type: 'Company', name: id },
  });

  it('is tiled by its segments, the innermost name counting', () => {
    const text = '江西国轩二期项目总监李定明';
    const segments = toSegments(
      text,
      10,
      [name(10, 18, '项目'), name(10, 14, '国轩')],
      [{ start: 12, end: 20 }],
    );
    expect(segments.map((segment) => segment.text).join('')).toBe(text);
    expect(segments.map((segment) => [segment.text, segment.name?.entity.id, segment.isQuote])).toEqual([
      ['江西', '国轩', false],
      ['国轩', '国轩', true],
      ['二期项目', '项目', true],
      ['总监', undefined, true],
      ['李定明', undefined, false],
    ]);
  });

  it('cuts names that reach out of the passage', () => {
    expect(toSegments('经开区', 5, [name(3, 6, '宜春')], [])).toHaveLength(2);
  });
});
