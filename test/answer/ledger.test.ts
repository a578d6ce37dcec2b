import { describe, expect, it } from 'vitest';
import { toLedger } from '../../src/answer/ledger.ts';
import { WholeCatalogue } from '../../src/answer/whole-catalogue.ts';
import type { Properties } from '../../src/model/snapshot.ts';

function project(id: string, dates: Properties) {
  const name = `项目${id}`;
  const properties = { id, type: 'Project', name, aliases: [], articles: [], stories: 1, ...dates };
  return { id, labels: ['Entity', 'Project'], properties };
}

describe('the lives of projects', () => {
  it('begin with the newest step; a due date alone comes after, and at the end what has no date', () => {
    const nodes = [
      project('1', {}),
      project('2', { signedOn: '2023-05' }),
      project('3', { dueOn: '2030' }),
      project('4', { signedOn: '2020', operatingOn: '2024-03-01' }),
      project('5', { startedOn: '2024' }),
      project('6', {}),
      project('7', { dueOn: '2031-06' }),
    ];
    const { projects } = toLedger(new WholeCatalogue({ nodes, relationships: [] }), { months: 12 });
    expect(projects.map((life) => life.project.id)).toEqual(['4', '5', '2', '7', '3', '1', '6']);
  });
});
