import { describe, expect, it } from 'vitest';
import { findProjectFacts } from '../../../src/extract/relate/fact.ts';
import {
  attributesOf,
  LinkedDocument,
  proposeSums,
  toProjectScenes,
} from '../../../src/extract/relate/index.ts';
import { documentOf, entitiesOf, marked } from '../../support/view.ts';

const factsIn = (text: string) => {
  const entities = entitiesOf(text);
  const linked = new LinkedDocument(documentOf(marked(text).text), entities);
  const scenes = toProjectScenes(linked);
  // Sums as the rules have them.
  const sums = proposeSums(scenes).flatMap(({ amount, entity }) =>
    entity === undefined ? [] : [{ amount, entity, belief: 1 }],
  );
  const facts = findProjectFacts(linked, scenes, sums);
  return { entities, facts };
};

const lines = (text: string): string[] => {
  const { entities, facts } = factsIn(text);
  const found = facts.map(({ entity, name, value, min, max, currency }) => {
    const range = max === undefined ? `≥ ${min}` : `${min ?? ''}–${max}`;
    const said = value ?? (min === max ? '?' : range);
    return [entities[entity]?.forms[0], name, said, currency].filter(Boolean).join(' ');
  });
  return [...new Set(found)].sort();
};

describe('what is said of a project', () => {
  it.each([
    [
      '总投资12亿元的[P博远光伏组件项目]已经封顶。',
      ['博远光伏组件项目 investment 1200000000', '博远光伏组件项目 status topped_out'],
    ],
    ['[P博远光伏组件项目]总投资百亿元。', ['博远光伏组件项目 investment 10000000000']],
    ['[P博远光伏组件项目]总投资20亿元以上。', ['博远光伏组件项目 investment ≥ 2000000000']],
    ['[P博远光伏组件项目]总投资30亿元至50亿元。', ['博远光伏组件项目 investment 3000000000–5000000000']],
    ['[P博远光伏组件项目]总投资5亿美元。', ['博远光伏组件项目 investment 500000000 USD']],
    ['[P博远光伏组件项目]总投资99999999亿元。', ['博远光伏组件项目 investment ?']],
    [
      '[P博远光伏组件项目]总投资首期5亿元、二期10亿元。',
      ['博远光伏组件项目 investment ≥ 1000000000', '博远光伏组件项目 investment ≥ 500000000'],
    ],
    [
      '[P博远光伏组件项目]总投资15亿元，一期投资5亿元。',
      ['博远光伏组件项目 investment 1500000000', '博远光伏组件项目 investment ≥ 500000000'],
    ],
    ['[P博远光伏组件项目]一期投资5亿元。', ['博远光伏组件项目 investment ≥ 500000000']],
    ['[P博远光伏组件项目二期]二期投资5亿元。', ['博远光伏组件项目二期 investment 500000000']],
    ['[P博远光伏组件项目]尚未开工。', []],
    [
      '[P博远光伏组件项目]总投资约250亿元，达产后年产值300亿元。',
      ['博远光伏组件项目 investment 25000000000'],
    ],
    [
      '[P博远光伏组件项目]签约。该项目总投资6亿元。',
      ['博远光伏组件项目 investment 600000000', '博远光伏组件项目 status signed'],
    ],
    ['[P远山罐头项目]、[P博远厂房改扩建]。', []],
    [
      '[C博远光伏]拟募集资金10亿元，分别用于[P光伏组件扩产项目]、[P研发中心项目]和补充流动资金。',
      ['光伏组件扩产项目 status planned', '研发中心项目 status planned'],
    ],
    ['[P光伏组件扩产项目]的募集资金拟用于补充流动资金。', []],
    ['[P博远光伏组件项目]开工，[C晨星科技有限公司]厂房封顶。', ['博远光伏组件项目 status construction']],
  ])('%s → %j', (text, expected) => {
    expect(lines(text)).toEqual(expected);
  });

  it('is what its own row of a table tells, and its names of cells tell nothing', () => {
    expect(
      lines(
        '序号:1,项目名称:[P博远光伏组件项目],建设单位:[C晨星科技有限公司],总投资:6亿元,建设进度:已签约。\n序号:2,项目名称:[P远山罐头项目],建设单位:[C远山食品有限公司],总投资:3亿元,开工时间:2024年3月,建设进度:主体封顶。',
      ),
    ).toEqual([
      '博远光伏组件项目 investment 600000000',
      '博远光伏组件项目 status signed',
      '远山罐头项目 investment 300000000',
      '远山罐头项目 status topped_out',
    ]);
  });

  it.each([
    ['[P博远光伏组件项目]预计2025年6月投产。', ['operating 2025-06']],
    ['[P博远光伏组件项目]计划2025年3月开工，2027年建成投产。', ['construction 2025-03', 'operating 2027']],
    ['[P博远光伏组件项目]投产时间由2024年10月推迟至2025年6月。', ['operating 2025-06']],
    ['[P博远光伏组件项目]原计划2024年3月竣工，现延期至2024年12月。', ['operating 2024-12']],
    ['[P博远光伏组件项目]2024年3月投产。', []],
  ])('says when it is due: %s → %j', (text, expected) => {
    const due = factsIn(text).facts.filter(({ name }) => name === 'due');
    expect([...new Set(due.map(({ value, date }) => `${value} ${date}`))]).toEqual(expected);
  });

  it('has the state and the day of the event that its list is of', () => {
    const { facts } = factsIn(
      '2021年3月16日举行集中签约仪式。其中，[C晨星公司]投资5亿元建设[P晨星电池项目]；[P博远光伏组件项目]总投资6亿元。',
    );
    const states = facts.filter(({ name }) => name === 'status');
    expect(states.map(({ entity, value, date }) => [entity, value, date])).toEqual([
      [1, 'signed', '2021-03-16'],
      [2, 'signed', '2021-03-16'],
    ]);
  });

  it('takes the day of another state for none of its own', () => {
    const { facts } = factsIn('[P博远光伏组件项目]2021年3月签约，目前已经开工。');
    const states = facts.filter(({ name }) => name === 'status');
    expect(states.map(({ value, date }) => [value, date])).toEqual([
      ['signed', '2021-03'],
      ['construction', undefined],
    ]);
  });

  it('says of a sum that it is of a phase', () => {
    const [sum] = factsIn('[P博远光伏组件项目一期]一期投资8亿元。').facts;
    expect([sum?.value, sum?.rule]).toEqual([800_000_000, 'amount/phase']);
  });

  it('costs what it was changed to', () => {
    expect(lines('[P博远光伏组件项目]总投资由50亿元调整为42亿元。')).toEqual([
      '博远光伏组件项目 investment 4200000000',
    ]);
  });

  it.each([
    ['总投资15亿元，分两期，一期投资5亿元', 1_500_000_000],
    ['总投资1亿美元（约合7.2亿元人民币）', 720_000_000],
    ['一期投资5亿元', undefined],
    ['一期投资5亿元，二期投资10亿元', undefined],
    ['总投资99999999亿元', undefined],
  ])('%s: the whole costs %s', (told, investment) => {
    expect(attributesOf(factsIn(`[P博远光伏组件项目]${told}。`).facts).investment).toBe(investment);
  });

  it('makes its sum the first, and its state the furthest', () => {
    const { facts } = factsIn(
      '[P博远光伏组件项目]总投资6亿元。该项目已经封顶。[P博远光伏组件项目]签约时说总投资7亿元。',
    );
    expect(attributesOf(facts)).toEqual({ investment: 600_000_000, status: 'topped_out' });
  });
});
