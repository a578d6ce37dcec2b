import { describe, expect, it } from 'vitest';
import { citedIn } from '../../../../web/panels/console/values.ts';

const company = { id: 'c', labels: ['Company', 'Entity'], properties: { name: '晨星科技' } };
const project = { id: 'p', labels: ['Entity', 'Project'], properties: { name: '晨星电池项目' } };
const fact = { id: 'f', labels: ['Fact'], properties: { name: 'investment' } };
const builds = { id: 'r', type: 'INVESTS_IN', from: 'c', to: 'p', properties: {} };

describe('what a row is cited by', () => {
  it.each([
    ['its relations, not what they join', [company, builds, project], ['r']],
    ['its facts', [project, fact, 3], ['f']],
    ['a way through the graph', [{ nodes: [company, project], relationships: [builds] }], ['r']],
    ['its entities where nothing is said of them', [company, [project, company]], ['c', 'p']],
    ['nothing, where it holds values alone', ['晨星科技', 3, null, ['a']], []],
  ] as const)('%s', (_, row, ids) => {
    expect(citedIn(row as Parameters<typeof citedIn>[0])).toEqual(ids);
  });
});
