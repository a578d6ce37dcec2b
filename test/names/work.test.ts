import { describe, expect, it } from 'vitest';
import { isOneWork } from '../../src/names/work.ts';

describe('two names that one text takes for one', () => {
  it.each([
    ['a line and its bridge', '云松高铁青岚岭特大桥', '云松高铁', false],
    ['a bridge by itself and its line', '青岚岭特大桥', '云松高铁', false],
    ['two sections', '云松高铁青岚至云岭段', '云松高铁松江至云岭段', false],
    ['a line and its section in brackets', '云松铁路(松江段)', '云松铁路', false],
    ['two stations', '12号线青岚站', '12号线云岭站', false],
    ['a lock and its canal', '青松运河云岭枢纽泄水闸', '青松运河', false],
    ['two terminals', '云岭机场T1航站楼', '云岭机场T2航站楼', false],
    ['a park and what lies in it', '云岭国家公园松江园区', '云岭国家公园', false],
    ['two lines', '云松高铁', '青岚铁路', false],
    ['what is built for a whole, in parts', '云岭引水工程松江段施工2标主体工程', '云岭引水工程', false],
    ['a bridge with and without its line', '云松高铁青岚岭特大桥', '青岚岭大桥', true],
    ['a line by its ends and for short', '云岭至松江铁路', '云松铁路', true],
    ['a section and what is done there', '云松铁路松江段提质工程', '云松铁路松江段', true],
    ['a station and its hub', '云岭西站综合交通枢纽', '云岭西站', true],
    ['a plant that makes power in two ways', '云岭水光互补光伏电站', '云岭水电站', undefined],
    ['a plant by its place', '云岭动力电池生产基地', '云岭基地', undefined],
  ])('%s', (_, a, b, expected) => {
    expect(isOneWork(a, b)).toBe(expected);
    expect(isOneWork(b, a)).toBe(expected);
  });
});
