import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareProject, parseProject } from '../../src/names/project.ts';

describe('a name of a project', () => {
  it.each([
    ['晨星电池建设项目', '晨星电池', '', '建设项目'],
    ['晨星电池项目二期', '晨星电池', '二期', '项目'],
    ['晨星电池二期项目', '晨星电池', '二期', '项目'],
    ['晨星电池首期工程', '晨星电池', '首期工程', ''],
    ['晨星电池第二期工程项目', '晨星电池', '第二期工程', '项目'],
    ['晨星电池项目(三期)', '晨星电池', '(三期)', '项目'],
    ['晨星电池投资项目工程', '晨星电池', '', '投资项目工程'],
    ['晨星项目建设项目', '晨星', '', '项目建设项目'],
    ['晨星电池扩建项目', '晨星电池扩建', '', '项目'],
    ['秋樱路', '秋樱路', '', ''],
    ['一期项目', '', '一期', '项目'],
  ])('%s is %s, phase "%s", "%s"', (name, core, phase, classWord) => {
    expect(parseProject(name)).toEqual({ core, phase, classWord });
  });

  it('that says nothing but its class stays whole', () => {
    expect(bareProject('一期项目')).toBe('一期项目');
  });

  it('is bare when it was made bare', () => {
    const parts = fc.constantFrom(
      '晨星',
      '电池',
      '建设',
      '投资',
      '项目',
      '工程',
      '二期',
      '第3期',
      '(首期)',
      '扩建',
      '期',
      '一',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 8 }), (words) => {
        const { core } = parseProject(words.join(''));
        expect(parseProject(core).core).toBe(core);
        const bare = bareProject(words.join(''));
        expect(bareProject(bare)).toBe(bare);
      }),
    );
  });
});
