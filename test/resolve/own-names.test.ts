import { describe, expect, it } from 'vitest';
import { hasSwappedNames, isSignedByOthers } from '../../src/resolve/own-names.ts';

const notice = (name: string) =>
  `${name}采取四项措施强化实有人口管理工作${name}结合辖区实际情况按照定时间定区域定目标的要求制定走访计划`;

describe('names in one another’s place', () => {
  it.each([
    ['two bodies fill in one form', notice('松江派出所'), notice('云岭派出所'), true],
    ['one text is the other', notice('松江派出所'), notice('松江派出所'), false],
    ['one leaves the name out', notice('松江派出所'), notice('').slice(1), false],
    [
      'a word is another one, once',
      notice('松江派出所').replace('实际', '具体'),
      notice('松江派出所'),
      false,
    ],
    ['one hides the name', notice('王伟'), notice('王某某'), false],
    ['only figures differ', notice('2023'), notice('2024'), false],
  ])('%s', (_, a, b, swapped) => {
    expect(hasSwappedNames(a, b)).toBe(swapped);
    expect(hasSwappedNames(b, a)).toBe(swapped);
  });
});

describe('signed by others', () => {
  const told = '记者从有关部门获悉，晨星项目当日开工。';
  const signed = (lead: string, end = '') => ({ text: lead + told + end, lead: lead + told });
  it.each([
    ['by two reporters', signed('', '（记者 王伟）'), signed('', '(记者李娜、张强)'), true],
    ['by one of the same', signed('', '（记者 王伟）'), signed('', '(记者李娜、王伟)'), false],
    ['by two agencies', signed('云岭社北京7月28日电 '), signed('【松江晚报讯】'), true],
    ['by one agency', signed('云岭社北京7月28日电 '), signed('云岭社客户端7月29日消息，'), false],
    ['one cites the other', signed('云岭社北京7月28日电 '), signed('松江晚报讯 据云岭社报道，'), false],
    ['one has no sign', signed('云岭社北京7月28日电 '), signed('据松江晚报报道，'), false],
  ])('%s', (_, a, b, others) => {
    expect(isSignedByOthers(a, b)).toBe(others);
    expect(isSignedByOthers(b, a)).toBe(others);
  });
});
