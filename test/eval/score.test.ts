import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatBands } from '../../src/eval/calibration.ts';
import { type LabelledDocument, type LabelledEntity, parseLabelled } from '../../src/eval/document.ts';
import { scoreDocuments } from '../../src/eval/score.ts';
import { formatScores } from '../../src/eval/tally.ts';

const entity = (
  id: string,
  type: string,
  forms: string,
  attrs: LabelledEntity['attrs'] = {},
): LabelledEntity => {
  const [name = '', ...aliases] = forms.split('=');
  return { id, type, name, aliases, attrs };
};

const GOLD: LabelledDocument = {
  doc: 'd',
  entities: [
    entity('z', 'Zone', '赣江新区经开组团=南昌经开区'),
    entity('c', 'Company', '华创新材'),
    entity('p', 'Project', '华创新材项目', { investment: 100, status: 'construction' }),
    entity('n', 'Place', '南昌市'),
    entity('o', 'Official', '王伟', { title: '主任' }),
  ],
  relations: [
    { from: 'p', type: 'LOCATED_IN', to: 'z', attrs: {} },
    { from: 'z', type: 'LOCATED_IN', to: 'n', attrs: {} },
    { from: 'c', type: 'INVESTS_IN', to: 'p', attrs: {} },
    { from: 'z', type: 'PARTNERS_WITH', to: 'c', attrs: {} },
    { from: 'o', type: 'HOLDS_POST', to: 'z', attrs: { title: '书记' } },
  ],
};

/** The figures of one line: what there was, right, spurious, missed. */
function figures(predicted: LabelledDocument | undefined, what: string): number[] | undefined {
  const found = scoreDocuments([{ gold: GOLD, predicted }])
    .scores()
    .find((score) => score.what === what);
  return found && [found.gold, found.tp, found.fp, found.fn];
}

const relation = (from: string, type: string, to: string) => ({ from, type, to, attrs: {} });

describe('scores', () => {
  it('of what is labelled are 1 throughout', () => {
    for (const file of readdirSync('test/golden')) {
      const gold = parseLabelled(readFileSync(`test/golden/${file}`, 'utf8'), file);
      const tally = scoreDocuments([{ gold, predicted: gold }]);
      expect(tally.remarks).toEqual([]);
      for (const score of tally.scores()) expect(score.f1).toBe(1);
    }
  });

  it('of a document without an answer miss everything', () => {
    expect(figures(undefined, 'entity core')).toEqual([4, 0, 0, 4]);
    expect(figures(undefined, 'relation all')).toEqual([5, 0, 0, 5]);
  });

  it('take an entity for right by any form, once, and see whether its name is the one chosen', () => {
    const predicted = {
      ...GOLD,
      entities: [
        entity('a', 'Zone', '南昌经开区'),
        entity('b', 'Zone', '南昌经开区=赣江新区经开组团'),
        entity('n', 'Place', '南昌'),
      ],
      relations: [],
    };
    expect(figures(predicted, 'entity Zone')).toEqual([1, 1, 1, 0]);
    expect(figures(predicted, 'entity Place')).toEqual([1, 1, 0, 0]);
    expect(figures(predicted, 'name chosen')).toEqual([2, 0, 0, 2]);
  });

  it('take partners in either direction, and pass over what a zone or project implies', () => {
    const relations = [
      relation('c', 'PARTNERS_WITH', 'z'),
      relation('c', 'LOCATED_IN', 'z'),
      relation('p', 'LOCATED_IN', 'n'),
      relation('c', 'LOCATED_IN', 'p'),
    ];
    const predicted = { ...GOLD, relations };
    expect(figures(predicted, 'relation PARTNERS_WITH')).toEqual([1, 1, 0, 0]);
    expect(figures(predicted, 'relation LOCATED_IN')).toEqual([2, 0, 0, 2]);
    expect(
      figures({ ...GOLD, relations: [relation('n', 'LOCATED_IN', 'z')] }, 'relation LOCATED_IN'),
    ).toEqual([2, 0, 1, 2]);
  });

  it('count a wrong value as missed and as false, and any post of a person as right', () => {
    const change = (id: string, attrs: LabelledEntity['attrs']) => ({
      ...GOLD,
      entities: GOLD.entities.map((e) => (e.id === id ? { ...e, attrs } : e)),
    });
    expect(figures(change('p', { investment: 99, status: 'construction' }), 'attribute investment')).toEqual([
      1, 0, 1, 1,
    ]);
    expect(figures(change('p', { investment: 100 }), 'attribute status')).toEqual([1, 0, 0, 1]);
    expect(figures(change('o', { title: '区委书记、书记' }), 'attribute title')).toEqual([1, 1, 0, 0]);
    expect(figures(change('c', { status: 'signed' }), 'attribute status')).toEqual([1, 1, 1, 0]);
  });
});

describe('calibration', () => {
  const sure = (confidence: number, one: LabelledEntity): LabelledEntity => ({ ...one, confidence });
  const predicted: LabelledDocument = {
    doc: 'd',
    entities: [
      sure(1, entity('z', 'Zone', '南昌经开区')),
      sure(0.9, entity('x', 'Company', '无此公司')),
      sure(0.5, entity('c', 'Company', '华创新材')),
      sure(0.97, entity('n', 'Place', '南昌市')),
    ],
    relations: [
      { from: 'z', type: 'LOCATED_IN', to: 'n', attrs: {}, confidence: 0.29 },
      { from: 'n', type: 'LOCATED_IN', to: 'z', attrs: {}, confidence: 0.69 },
    ],
  };
  const bandsOf = (what: string) =>
    scoreDocuments([{ gold: GOLD, predicted }])
      .calibration.bands()
      .filter((band) => band.what === what)
      .map(({ from, to, count, right }) => [from, to, count, right]);

  it('counts core entities by how sure they were said, and how many were right', () => {
    expect(bandsOf('entity core')).toEqual([
      [0.3, 0.5, 0, 0],
      [0.5, 0.7, 1, 1],
      [0.7, 0.9, 0, 0],
      [0.9, 1, 2, 1],
    ]);
  });

  it('counts relations too, and what is below the lowest band only where there is any', () => {
    expect(bandsOf('relation all')).toEqual([
      [0, 0.3, 1, 1],
      [0.3, 0.5, 0, 0],
      [0.5, 0.7, 1, 0],
      [0.7, 0.9, 0, 0],
      [0.9, 1, 0, 0],
    ]);
  });

  it('prints a table whose columns line up', () => {
    const bands = scoreDocuments([{ gold: GOLD, predicted }]).calibration.bands();
    const [head, ...rows] = formatBands(bands).split('\n');
    expect(head).toMatch(/^confidence +said right +share +mean$/u);
    expect(rows[3]).toMatch(/^entity core 0\.9-1\.0 +2 +1 +0\.500 +0\.950$/u);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([head?.length]));
  });

  it('leaves out what tells no confidence', () => {
    expect(scoreDocuments([{ gold: GOLD, predicted: GOLD }]).calibration.bands()).toEqual([]);
  });
});

it('prints a table whose columns line up', () => {
  const [head, ...rows] = formatScores(scoreDocuments([{ gold: GOLD, predicted: GOLD }]).scores()).split(
    '\n',
  );
  expect(head).toMatch(/^what +gold +tp +fp +fn +P +R +F1$/u);
  expect(rows[0]).toMatch(/^attribute investment +1 +1 +0 +0 +1\.000 +1\.000 +1\.000$/u);
});

it('says where a labelled document is not one', () => {
  expect(() => parseLabelled('{"doc":"d","entities":[{"id":"e"}],"relations":[]}', 'x.json')).toThrow(
    /x\.json: entities\.0\./u,
  );
});
