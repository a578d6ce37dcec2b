import { describe, expect, it } from 'vitest';
import { toAdded } from '../../src/answer/added.ts';
import type { NodeRecord } from '../../src/model/snapshot.ts';

const node = (id: string, properties: NodeRecord['properties']): NodeRecord => ({
  id,
  labels: ['Company', 'Entity'],
  properties,
});

describe('what came of adding articles', () => {
  it('counts what is new or says something else, not what only got another place in the picture', () => {
    const old = [
      node('moved', { name: '晨星科技', x: 1, y: 1, pageRank: 0.1 }),
      node('told', { name: '秋樱电池', mentions: 1 }),
    ];
    const added = toAdded({
      change: {
        upsertNodes: [
          node('moved', { name: '晨星科技', x: 2, y: 3, pageRank: 0.2, community: 4 }),
          node('told', { name: '秋樱电池', mentions: 2 }),
          node('new', { name: '云岭医药' }),
        ],
        upsertRelationships: [],
        deleteNodes: [],
        deleteRelationships: [],
      },
      replaced: { nodes: old, relationships: [] },
      rejected: [],
      unchanged: 0,
    });
    expect(added.entities).toBe(2);
    expect(added.newEntities).toBe(1);
  });
});
