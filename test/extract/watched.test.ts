import { expect, it } from 'vitest';
import { putWatched } from '../../src/extract/watched.ts';
import type { EntityType } from '../../src/model/entity.ts';
import type { Mention } from '../../src/model/mention.ts';

const TEXT = '晨星科技有限公司与晨星科技签约，晨星科技生产基地项目开工，王立新任董事长';
const mention = (type: EntityType, form: string, start: number, rule = 'model/name'): Mention => {
  return { start, end: start + form.length, type, form, rule, confidence: 0.5 };
};
const watch = (type: EntityType, form: string): Mention[] =>
  [...TEXT.matchAll(new RegExp(form, 'gu'))].map(({ index }) => mention(type, form, index, 'lexicon'));
const show = (mentions: readonly Mention[]) =>
  mentions.map(({ start, form, type, rule }) => `${start} ${form} ${type} ${rule}`);

it.each<[string, Mention[], Mention[], string[]]>([
  ['stands where the model found nothing', [], watch('Company', '王立新'), ['29 王立新 Company lexicon']],
  [
    'has the type that the user says',
    [mention('Official', '王立新', 29)],
    watch('Executive', '王立新'),
    ['29 王立新 Executive lexicon'],
  ],
  [
    'wins over what it cuts or holds',
    [mention('Company', '新任董', 31), mention('Place', '王立', 29)],
    watch('Official', '王立新'),
    ['29 王立新 Official lexicon'],
  ],
  [
    'cuts no longer name in two, and stands in one that it may begin',
    [
      mention('Company', '晨星科技有限公司', 0),
      mention('Company', '晨星科技', 9),
      mention('Project', '晨星科技生产基地项目', 16),
    ],
    watch('Company', '晨星科技'),
    [
      '0 晨星科技有限公司 Company model/name',
      '9 晨星科技 Company lexicon',
      '16 晨星科技生产基地项目 Project model/name',
      '16 晨星科技 Company lexicon',
    ],
  ],
  [
    'gives way to a longer one that is watched too',
    [],
    [...watch('Company', '晨星科技'), ...watch('Company', '晨星科技有限公司')],
    ['0 晨星科技有限公司 Company lexicon', '9 晨星科技 Company lexicon', '16 晨星科技 Company lexicon'],
  ],
])('a watched name %s', (_, found, watched, expected) => {
  expect(show(putWatched(found, watched))).toEqual(expected);
});

it('a person keeps the post that the model found, and loses it where the user says that it is a company', () => {
  const found: Mention = { ...mention('Official', '王立新', 29), title: '董事长' };
  expect(putWatched([found], watch('Executive', '王立新'))[0]?.title).toBe('董事长');
  expect(putWatched([found], watch('Company', '王立新'))[0]?.title).toBeUndefined();
});
