import { describe, expect, it } from 'vitest';
import { clean } from '../../../src/extract/clean/index.ts';
import { askFigures, toCandidates } from '../../../src/extract/indicator/candidate.ts';
import { proposeIndicators } from '../../../src/extract/indicator/proposal.ts';
import { Scene } from '../../../src/extract/indicator/scene.ts';
import { rawOf } from '../../support/view.ts';

function candidatesOf(text: string, name: string) {
  const document = clean(rawOf(text));
  const mentions = [...document.text.matchAll(new RegExp(name, 'gu'))].map(({ index }) => ({
    start: index,
    end: index + name.length,
  }));
  const scene = new Scene(document, [{ type: 'Zone', forms: [name], mentions }]);
  return { text: document.text, found: toCandidates(scene, askFigures(proposeIndicators(scene))) };
}

describe('toCandidates', () => {
  it('tells the number, the words around it, and where things are named up to the end of its sentence', () => {
    const { text, found } = candidatesOf(
      '云岭高新区晒出成绩单。去年全区实现税收35亿元，园区企业满意。云岭高新区还将发力。',
      '云岭高新区',
    );
    const words = ({ start, end }: { readonly start: number; readonly end: number }) =>
      text.slice(start, end);
    expect(found.map(words)).toEqual(['35亿元']);
    const [figure] = found;
    expect(figure?.places.map(words)).toEqual(['云岭高新区', '全区', '园区']);
    const [before, behind] = ['去年全区实现税收', ',园区企业满意。'];
    expect(figure?.around.map(words)).toEqual([before, before, before, before, behind, behind]);
  });

  it('takes no more places than forty, however often a thing is named', () => {
    const { found } = candidatesOf(`${'云岭高新区、'.repeat(100)}税收35亿元。`, '云岭高新区');
    expect(found[0]?.places).toHaveLength(40);
  });
});
