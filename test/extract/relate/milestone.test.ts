import { describe, expect, it } from 'vitest';
import { findMilestones, furthest } from '../../../src/extract/relate/milestone.ts';

const states = (text: string): string[] => [
  ...new Set(findMilestones(text, { start: 0, end: text.length }).map(({ status }) => status)),
];

describe('milestones', () => {
  it.each([
    ['项目上月签约', ['signed']],
    ['项目落户云岭', ['signed']],
    ['项目正式开工', ['construction']],
    ['项目加快推进建设', ['construction']],
    ['主厂房顺利封顶', ['topped_out']],
    ['项目已经投产', ['operating']],
    ['产品成功下线', ['operating']],
    ['项目通过竣工验收', ['operating']],
    ['谋划新的项目', ['planned']],
    ['项目即将开工', ['planned']],
    ['项目拟投资30亿元', ['planned']],
  ])('%s → %j', (text, expected) => {
    expect(states(text)).toEqual(expected);
  });

  it.each([
    '项目尚未开工',
    '项目没有投产',
    '项目未签约',
    '项目不投产',
    '预计明年投产',
    '力争年底竣工',
    '厂房进入封顶最后冲刺阶段',
    '投产进入倒计时',
  ])('%s tells of none reached', (text) => {
    expect(states(text)).toEqual([]);
  });

  it('is not operating where only a part of the building is done', () => {
    expect(states('项目全面完成主体结构施工')).toEqual(['construction']);
    expect(states('项目全面完成桩基')).toEqual([]);
    expect(states('项目建设任务全面完成')).toEqual(['operating']);
  });

  it('point at the word that tells', () => {
    const text = '海拓项目上月封顶。';
    const [milestone] = findMilestones(text, { start: 0, end: text.length });
    expect(text.slice(milestone?.start, milestone?.end)).toBe('封顶');
  });

  it('the furthest one counts', () => {
    expect(furthest(['signed', 'operating', 'construction'])).toBe('operating');
    expect(furthest([])).toBeUndefined();
  });
});
