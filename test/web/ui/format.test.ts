import { describe, expect, it } from 'vitest';
import { formatValue, formatYuan } from '../../../web/ui/format.ts';

describe('values', () => {
  it.each([
    [5_150_000_000, '51.5亿元', '¥5.15 billion'],
    [70_000_000, '7,000万元', '¥70 million'],
    [800, '800元', '¥800'],
  ])('%i yuan is %s', (yuan, zh, en) => {
    expect([formatYuan(yuan, 'zh'), formatYuan(yuan, 'en')]).toEqual([zh, en]);
  });

  it('names states in both languages', () => {
    expect(formatValue('status', 'construction', 'zh')).toBe('建设中');
    expect(formatValue('status', 'construction', 'en')).toBe('Under construction');
    expect(formatValue('confidence', 0.934, 'en')).toBe('93%');
  });
});
