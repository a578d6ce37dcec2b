import { describe, expect, it } from 'vitest';
import { loadSeeds } from '../../src/knowledge/seeds.ts';
import { isPlainRest, shortenZone, zoneMarks } from '../../src/names/zone.ts';

describe('a name of a zone', () => {
  it.each([
    ['云岭经济技术开发区', '云岭经开区', '云岭', '经开区'],
    ['云岭国家级经济技术开发区', '云岭经开区', '云岭', '经开区'],
    ['云岭经济开发区', '云岭经开区', '云岭', '经开区'],
    ['云岭高新技术产业开发区', '云岭高新区', '云岭', '高新区'],
    ['云岭高新园区', '云岭高新区', '云岭', '高新区'],
    ['云岭自由贸易试验区', '云岭自贸区', '云岭', '自贸区'],
    ['云岭综合保税区', '云岭综保区', '云岭', '综保区'],
    ['云岭产业园区', '云岭园', '云岭', '园'],
    ['云岭科技园', '云岭园', '云岭', '园'],
    ['松江新区', '松江新区', '松江', '新区'],
    ['高新区', '高新区', '', '高新区'],
    ['云岭生物城', '云岭生物城', '云岭生物城', ''],
  ])('%s is %s in short: %s, %s', (name, form, stem, classWord) => {
    expect(shortenZone(name)).toEqual({ form, stem, classWord });
  });

  it.each([
    ['国家高新技术产业开发区', '国家', '高新', ''],
    ['国家级经济技术开发区北湖园区', '国家', '经开', '北湖园'],
    ['省级经济开发区', '省', '经济', ''],
    ['自由贸易港', '', '自贸', ''],
    ['自贸区', '', '自贸', ''],
    ['保税物流中心', '', '保税', ''],
    ['经开组团', '', '经开', '组团'],
    ['创新新区', '', '新区', '创新'],
    ['动漫城', '', '', '动漫城'],
  ])('…%s has level "%s", kind "%s", and beside them "%s"', (tail, level, kind, rest) => {
    expect(zoneMarks(tail)).toEqual({ level, kind, rest });
  });

  it.each([
    ['组团', true],
    ['北区', true],
    ['产业园', true],
    ['北湖园', false],
  ])('%s says nothing of which zone it is: %s', (rest, plain) => {
    expect(isPlainRest(rest)).toBe(plain);
  });

  it('of the public list is short when it was made short', () => {
    const { zones } = loadSeeds();
    const forms = zones.flatMap(({ name, aliases }) => [name, ...aliases]);
    const wrong = forms.filter((form) => {
      const short = shortenZone(form);
      return shortenZone(short.form).form !== short.form || short.form !== short.stem + short.classWord;
    });
    expect(wrong).toEqual([]);
  });
});
