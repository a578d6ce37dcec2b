import { describe, expect, it } from 'vitest';
import type { FigureVerdict } from '../../../src/extract/encode/figure.ts';
import { judgeSums } from '../../../src/extract/indicator/sum.ts';
import { LinkedDocument, proposeSums, toProjectScenes } from '../../../src/extract/relate/index.ts';
import { documentOf, entitiesOf, marked } from '../../support/view.ts';

/** The sums that a verdict lets stand: whose they are, how much, and how sure. */
async function judged(text: string, verdict: FigureVerdict) {
  const [document, entities] = [documentOf(marked(text).text), entitiesOf(text)];
  const proposals = proposeSums(toProjectScenes(new LinkedDocument(document, entities)));
  const judge = async (asked: readonly unknown[]) => asked.map(() => verdict);
  const sums = await judgeSums(document, entities, proposals, judge, {
    told: 0.4,
    open: 0.5,
    owner: 0.9,
  });
  return sums.map(({ entity, amount, belief }) => `${entities[entity]?.forms[0]} ${amount.value} ${belief}`);
}

const TEXT = '[C晨星集团]在[Z云岭高新区]投资50亿元建设[P晨星电池项目]。';
const at = (type: string) => entitiesOf(TEXT).findIndex((entity) => entity.type === type);

describe('judgeSums', () => {
  it('gives a sum to the project that the model names, however far from it the rules would look', async () => {
    const far = '[P晨星电池项目]进展如何？记者走访了解到，资金规模3亿元。';
    expect(await judged(far, { told: 0.8, owner: { entity: 0, share: 1 } })).toEqual([
      '晨星电池项目 300000000 0.8',
    ]);
  });

  it('goes by the rules unless it is sure of another project, and leaves out what is no investment', async () => {
    const two = '投资50亿元的[P晨星电池项目]、投资30亿元的[P博远光伏项目]开工。';
    const second = entitiesOf(two).findIndex(({ forms }) => forms[0] === '博远光伏项目');
    const names = async (told: number, share: number) =>
      (await judged(two, { told, owner: { entity: second, share } })).map((line) => line.split(' ')[0]);
    expect(await names(1, 0.6)).toEqual(['晨星电池项目', '博远光伏项目']);
    expect(await names(1, 0.95)).toEqual(['博远光伏项目', '博远光伏项目']);
    expect(await names(0.3, 0.6)).toEqual([]);
  });

  it('gives no sum to what is no project', async () => {
    expect(await judged(TEXT, { told: 1, owner: { entity: at('Company'), share: 1 } })).toEqual([]);
  });
});
