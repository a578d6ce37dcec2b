import { describe, expect, it } from 'vitest';
import { mix } from '../../../web/scene/palette.ts';

describe('the palette', () => {
  it('mixes colours', () => {
    expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080');
  });
});
