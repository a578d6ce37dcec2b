import { describe, expect, it } from 'vitest';
import { resolveOverlaps } from '../../../src/extract/recognise/overlap.ts';
import type { EntityType } from '../../../src/model/entity.ts';
import type { Mention } from '../../../src/model/mention.ts';

const mention = (type: EntityType, start: number, end: number, confidence: number): Mention => ({
  type,
  start,
  end,
  form: `${start}-${end}`,
  rule: 'test',
  confidence,
});
const kept = (...mentions: Mention[]): string[] =>
  resolveOverlaps(mentions).map(({ type, start, end }) => `${type} ${start}-${end}`);

describe('overlaps', () => {
  it('keep the longer mention when both are as likely', () => {
    expect(kept(mention('Company', 2, 6, 0.8), mention('Company', 0, 6, 0.8))).toEqual(['Company 0-6']);
  });

  it('keep the likelier mention though it is a little shorter', () => {
    expect(kept(mention('Company', 2, 6, 0.95), mention('Company', 0, 6, 0.5))).toEqual(['Company 2-6']);
  });

  it('keep the builder at the head of a project, and none inside it', () => {
    const project = mention('Project', 0, 10, 0.9);
    expect(kept(project, mention('Company', 0, 2, 0.7))).toEqual(['Project 0-10', 'Company 0-2']);
    expect(kept(project, mention('Company', 3, 5, 0.7))).toEqual(['Project 0-10']);
  });

  it('keep zones in zones, and a zone at the head of its office', () => {
    expect(kept(mention('Zone', 0, 8, 0.9), mention('Zone', 5, 8, 0.9))).toEqual(['Zone 0-8', 'Zone 5-8']);
    expect(kept(mention('Organization', 0, 8, 0.9), mention('Zone', 0, 5, 0.9))).toEqual([
      'Organization 0-8',
      'Zone 0-5',
    ]);
  });

  it('keep one type for one span', () => {
    expect(kept(mention('Zone', 0, 5, 0.6), mention('Project', 0, 5, 0.9))).toEqual(['Project 0-5']);
  });

  it('do not depend on the order of the mentions', () => {
    const all = [
      mention('Company', 0, 4, 0.7),
      mention('Zone', 2, 8, 0.9),
      mention('Project', 7, 12, 0.85),
      mention('Company', 7, 9, 0.7),
    ];
    expect(kept(...all.toReversed())).toEqual(kept(...all));
  });
});
