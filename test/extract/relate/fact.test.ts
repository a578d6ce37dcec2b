import { describe, expect, it } from 'vitest';
import { findProjectFacts } from '../../../src/extract/relate/fact.ts';
import { attributesOf, LinkedDocument } from '../../../src/extract/relate/index.ts';
import { documentOf, entitiesOf, marked } from '../../support/view.ts';

const factsIn = (text: string) => {
  const entities = entitiesOf(text);
  const facts = findProjectFacts(new LinkedDocument(documentOf(marked(text).text), entities));
  return { entities, facts };
};

const lines = (text: string): string[] => {
  const { entities, facts } = factsIn(text);
  const found = facts.map(({ entity, name, value, min, max, currency }) => {
    const said = value ?? (max === undefined ? `≥ ${min}` : `${min ?? ''}–${max}`);
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
    ['[P博远光伏组件项目]尚未开工。', []],
    [
      '[P博远光伏组件项目]总投资约250亿元，达产后年产值300亿元。',
      ['博远光伏组件项目 investment 25000000000'],
    ],
    [
      '[P博远光伏组件项目]签约。该项目总投资6亿元。',
      ['博远光伏组件项目 investment 600000000', '博远光伏组件项目 status signed'],
    ],
    ['[P博远光伏组件项目]开工，[C晨星科技有限公司]厂房封顶。', ['博远光伏组件项目 status construction']],
  ])('%s → %j', (text, expected) => {
    expect(lines(text)).toEqual(expected);
  });

  it('makes its sum the first, and its state the furthest', () => {
    const { facts } = factsIn(
      '[P博远光伏组件项目]总投资6亿元。该项目已经封顶。[P博远光伏组件项目]签约时说总投资7亿元。',
    );
    expect(attributesOf(facts)).toEqual({ investment: 600_000_000, status: 'topped_out' });
  });
});
