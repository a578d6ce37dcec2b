import { describe, expect, it } from 'vitest';
import { Collection } from '../../src/collect/collection.ts';
import type { EvidenceAnswer } from '../../src/contract/evidence.ts';
import type { CompanyAnswer } from '../../src/contract/profile.ts';
import { Zip } from '../../src/read/zip.ts';
import { buildApp } from '../../src/server/app.ts';
import { sample, TEST_SEEDS } from '../support/extraction.ts';
import { memoryStore } from '../support/memory-store.ts';

const collection = new Collection(TEST_SEEDS);
collection.update({
  come: [
    sample('a', [
      'Company 晨星集团',
      'Company 晨星电池',
      'Project 晨星一期',
      '晨星集团 -INVESTS_IN-> 晨星一期',
    ]),
    sample('b', [
      'Company 晨星集团',
      'Company 晨星电池',
      'Project 电池基地',
      '晨星电池 -SUBSIDIARY_OF-> 晨星集团',
      '晨星电池 -INVESTS_IN-> 电池基地',
    ]),
  ],
});
const graph = collection.snapshot();
const app = buildApp({ store: memoryStore(graph), version: '1' });
const idOf = (name: string) => graph.nodes.find(({ properties }) => properties.name === name)?.id ?? '';
const call = (method: 'GET' | 'POST', path: string, payload?: object) =>
  app.inject({
    method,
    url: `/api/v1/${path}`,
    headers: { host: '127.0.0.1:7676' },
    ...(payload && { payload }),
  });

describe('the sentences behind rows', () => {
  it('are those of a relation and of an entity, each once, and none of what is unknown', async () => {
    const relation = graph.relationships.find(({ type }) => type === 'SUBSIDIARY_OF')?.id ?? '';
    const asked = [relation, idOf('晨星电池'), 'no-such-id'];
    const { rows } = (await call('POST', 'evidence', { ids: asked, most: 2 })).json() as EvidenceAnswer;
    expect(rows.map(({ id }) => id)).toEqual(asked);
    const [tie, company, none] = rows;
    expect(tie?.sentences[0]).toMatchObject({ article: { id: 'test/b.txt' } });
    expect(tie?.sentences[0]?.passage.text).toContain('晨星');
    expect(company?.sentences.length).toBeGreaterThan(0);
    const keys = company?.sentences.map(({ article, passage }) => `${article.id} ${passage.start}`) ?? [];
    expect(new Set(keys).size).toBe(keys.length);
    expect(none).toEqual({ id: 'no-such-id', total: 0, sentences: [] });
  });
});

describe('a table as a workbook', () => {
  it('has its heads, text and numbers as they are, and addresses that lead somewhere', async () => {
    const answer = await call('POST', 'table', {
      name: '项目/2026',
      head: ['项目', '总投资', '网址'],
      rows: [
        ['=1+1', 5_200_000_000, 'https://example.org/a?b=1&c=2'],
        ['电池基地', '', ''],
      ],
    });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toContain('spreadsheetml');
    const zip = new Zip(answer.rawPayload, 1e6);
    const text = (name: string) => Buffer.from(zip.read(name) ?? []).toString('utf8');
    expect(text('xl/workbook.xml')).toContain('name="项目 2026"');
    const sheet = text('xl/worksheets/sheet1.xml');
    expect(sheet).toContain('>=1+1<');
    expect(sheet).toContain('<v>5200000000</v>');
    expect(text('xl/worksheets/_rels/sheet1.xml.rels')).toContain('https://example.org/a?b=1&amp;c=2');
  });

  it.each([
    ['without a head', { name: 'a', head: [], rows: [] }],
    ['of more columns than letters', { name: 'a', head: Array(27).fill('x'), rows: [] }],
  ])('%s is refused', async (_, table) => {
    expect((await call('POST', 'table', table)).statusCode).toBe(400);
  });
});

describe('the page of a company', () => {
  it('rolls up what all below it build, which alone it does not', async () => {
    const { projects, group } = (await call('GET', `profiles/${idOf('晨星集团')}`)).json() as CompanyAnswer;
    expect(projects.map(({ project }) => project.name)).toEqual(['晨星一期']);
    expect(group?.companies.map(({ name }) => name)).toEqual(['晨星电池']);
    expect(group?.projects.map(({ project }) => project.name).sort()).toEqual(['晨星一期', '电池基地']);
    const below = (await call('GET', `profiles/${idOf('晨星电池')}`)).json() as CompanyAnswer;
    expect(below.group).toBeUndefined();
  });
});
