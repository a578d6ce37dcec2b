import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../src/extract/examples/annotation.ts';
import { Squeezed, sortOccurrences } from '../../../src/extract/examples/occurrence.ts';

const annotate = (
  ...entities: readonly [Annotation['entities'][number]['type'], ...string[]][]
): Annotation => ({
  entities: entities.map(([type, name = '', ...aliases], i) => ({ id: `e${i}`, type, name, aliases })),
  relations: [],
});

/** What is a mention, as `type words`, and which words are left open. */
function sorted(text: string, gold: Annotation): { mentions: string[]; open: string[] } {
  const { mentions, open } = sortOccurrences(gold, new Squeezed(text));
  return {
    mentions: mentions.map(({ type, start, end }) => `${type} ${text.slice(start, end)}`),
    open: open.map(({ start, end }) => text.slice(start, end)),
  };
}

describe('which occurrences of a name are mentions', () => {
  it('finds every form, whatever blanks stand inside', () => {
    const gold = annotate(['Company', 'Star Light', '星光']);
    expect(sorted('星光与Star Light', gold).mentions).toEqual(['Company 星光', 'Company Star Light']);
  });

  it('leaves a name inside a longer one open', () => {
    const gold = annotate(['Place', '云岭'], ['Zone', '云岭高新区']);
    expect(sorted('云岭的云岭高新区', gold)).toEqual({
      mentions: ['Place 云岭', 'Zone 云岭高新区'],
      open: ['云岭'],
    });
  });

  it('takes the builder that heads a project, the zone that heads its office and the links of an address', () => {
    const gold = annotate(
      ['Company', '晨星'],
      ['Project', '晨星电池项目'],
      ['Zone', '云岭高新区'],
      ['Organization', '云岭高新区经发局'],
      ['Place', '云岭市'],
      ['Place', '河东区', '云岭市河东区'],
    );
    expect(sorted('晨星电池项目,云岭高新区经发局,云岭市河东区', gold).mentions).toEqual([
      'Project 晨星电池项目',
      'Company 晨星',
      'Organization 云岭高新区经发局',
      'Zone 云岭高新区',
      'Place 云岭市河东区',
      'Place 云岭市',
    ]);
  });

  it('takes what stands inside a longer name where it stands nowhere else', () => {
    const gold = annotate(['Place', '云岭'], ['Zone', '云岭高新区']);
    expect(sorted('云岭高新区', gold).mentions).toEqual(['Zone 云岭高新区', 'Place 云岭']);
  });
});
