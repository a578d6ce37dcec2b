import { describe, expect, it } from 'vitest';
import { Gazetteer } from '../../src/knowledge/gazetteer.ts';
import { loadSeeds } from '../../src/knowledge/seeds.ts';
import {
  bareDivision,
  divisionForms,
  dropLevel,
  parseDivision,
  startsWithLevel,
} from '../../src/names/division.ts';

const { divisions } = loadSeeds();
const gazetteer = new Gazetteer(divisions);

describe('a name of a division', () => {
  it.each([
    ['南昌市', '南昌', '', '市'],
    ['延边朝鲜族自治州', '延边', '朝鲜族', '自治州'],
    ['湘西土家族苗族自治州', '湘西', '土家族苗族', '自治州'],
    ['长阳土家族自治县', '长阳', '土家族', '自治县'],
    ['罗城仫佬族自治县', '罗城', '仫佬族', '自治县'],
    ['积石山保安族东乡族撒拉族自治县', '积石山', '保安族东乡族撒拉族', '自治县'],
    ['龙胜各族自治县', '龙胜', '各族', '自治县'],
    ['克孜勒苏柯尔克孜自治州', '克孜勒苏', '柯尔克孜', '自治州'],
    ['新疆维吾尔自治区', '新疆', '维吾尔', '自治区'],
    ['内蒙古自治区', '内蒙古', '蒙古', '自治区'],
    ['鄂温克族自治旗', '鄂温克', '鄂温克族', '自治旗'],
    ['东乡族自治县', '东乡', '东乡族', '自治县'],
    ['管城回族区', '管城', '回族', '区'],
    ['大兴安岭地区', '大兴安岭', '', '地区'],
    ['香港特别行政区', '香港', '', '特别行政区'],
    ['神农架林区', '神农架', '', '林区'],
    ['北林区', '北林', '', '区'],
    ['浦东新区', '浦东', '', '新区'],
    ['清新区', '清新', '', '区'],
    ['沛县', '沛县', '', ''],
    ['矿区', '矿区', '', ''],
    ['南昌', '南昌', '', ''],
  ])('%s is %s, of the peoples "%s", a "%s"', (name, stem, peoples, classWord) => {
    expect(parseDivision(name)).toEqual({ stem, peoples, classWord });
  });

  it.each([
    ['凉山彝族自治州', ['凉山彝族自治州', '凉山', '凉山州']],
    ['鄂伦春自治旗', ['鄂伦春自治旗', '鄂伦春', '鄂伦春旗']],
    ['瀍河回族区', ['瀍河回族区', '瀍河', '瀍河区']],
    ['广西壮族自治区', ['广西壮族自治区', '广西']],
    ['锡林郭勒盟', ['锡林郭勒盟', '锡林郭勒']],
    ['滨海新区', ['滨海新区']],
    ['兴县', ['兴县']],
  ])('%s goes by %j', (name, forms) => {
    expect(divisionForms(name)).toEqual(forms);
  });

  it.each([
    ['济南市', '济南'],
    ['沛县', '沛县'],
    ['锡林郭勒盟', '锡林郭勒盟'],
    ['高新区', '高新'],
  ])('%s without its level is %s, listed or not', (name, bare) => {
    expect(dropLevel(name)).toBe(bare);
  });

  it.each([
    ['县妇联', true],
    ['区人民医院', true],
    ['区域医疗中心', false],
    ['庐江县妇联', false],
  ])('%s begins with a level: %s', (name, answer) => {
    expect(startsWithLevel(name)).toBe(answer);
  });
});

describe('every division of the list', () => {
  const names = divisions.map(({ name }) => name);
  const autonomous = names.filter((name) => /自治|族/u.test(name));

  it('has a bare form of two characters at least that is the beginning of its name, and is bare itself', () => {
    const wrong = names.filter((name) => {
      const bare = bareDivision(name);
      return bare.length < 2 || !name.startsWith(bare) || bareDivision(bare) !== bare;
    });
    expect(wrong).toEqual([]);
  });

  it('of a people has no form that holds a part of the name of a people or of autonomy, but where it is named by the people alone', () => {
    const left = autonomous.filter((name) =>
      divisionForms(name)
        .slice(1)
        .some((form) => /自治|族/u.test(form) || name.slice(bareDivision(name).length).startsWith('族')),
    );
    expect(left).toEqual(['鄂温克族自治旗', '东乡族自治县']);
    const rests = autonomous.map((name) => name.slice(bareDivision(name).length));
    const whole =
      /^(?:(?:\p{sc=Han}{1,4}族)+|维吾尔|哈萨克|柯尔克孜|塔吉克|锡伯|蒙古)?(?:自治[区州县旗]|区)$/u;
    expect(rests.filter((rest) => !whole.test(rest) && !rest.startsWith('族'))).toEqual([]);
  });

  it('of a people is found by its short form alone, but for known ones that a larger or another division bears', () => {
    const lost = divisions.flatMap(({ name, code }) => {
      if (!/自治|族/u.test(name)) return [];
      const found = gazetteer.find(bareDivision(name));
      return found?.code === code ? [] : [`${bareDivision(name)} of ${name} is ${found?.name}`];
    });
    expect(lost).toEqual([
      '宽城 of 宽城满族自治县 is undefined',
      '本溪 of 本溪满族自治县 is 本溪市',
      '阜新 of 阜新蒙古族自治县 is 阜新市',
      '连山 of 连山壮族瑶族自治县 is undefined',
      '昌江 of 昌江黎族自治县 is undefined',
      '江城 of 江城哈尼族彝族自治县 is undefined',
      '金平 of 金平苗族瑶族傣族自治县 is undefined',
      '河口 of 河口瑶族自治县 is undefined',
      '东乡 of 东乡族自治县 is undefined',
      '大通 of 大通回族土族自治县 is undefined',
      '河南 of 河南蒙古族自治县 is 河南省',
      '海南 of 海南藏族自治州 is 海南省',
    ]);
  });

  it('is found by each of its forms where the text names what it lies in', () => {
    const lost = divisions.flatMap(({ name, code, parent }) =>
      divisionForms(name).flatMap((form) => {
        const found = gazetteer.find(form, parent === undefined ? [] : [parent]);
        return found === undefined && !(gazetteer.byForm.get(form) ?? []).some((one) => one.code === code)
          ? [form]
          : [];
      }),
    );
    expect(lost).toEqual([]);
  });
});
