import { describe, expect, it } from 'vitest';
import { fileNameOf } from '../../../web/controls/file-name.ts';

describe('the name of a file of a view', () => {
  it.each([
    [[], 'yuantu.gexf'],
    [['云岭经开区', '建设中'], 'yuantu-云岭经开区-建设中.gexf'],
    [['投资 ≥ 20亿元', 'a/b:c'], 'yuantu-投资≥20亿元-abc.gexf'],
    [['云'.repeat(200)], `yuantu-${'云'.repeat(60)}.gexf`],
  ])('tells of %j what narrows it', (parts, expected) => {
    expect(fileNameOf(parts, 'gexf')).toBe(expected);
  });
});
