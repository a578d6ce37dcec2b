import { describe, expect, it } from 'vitest';
import { resolveLines } from '../support/resolve.ts';

describe('projects that two articles name in other words', () => {
  it.each([
    ['with the country in front', '孟加拉国青岚河大桥', '青岚河大桥', 1],
    ['a line by its ends and by their letters', '云岭至松江高速铁路', '云松高铁', 1],
    ['a line by what its end is called in such names', '重庆至青岚高速公路', '渝青高速', 1],
    ['a section of a line so called', '云岭至松江高速铁路松江段', '云松高铁松江段', 1],
    ['another section', '云岭至松江高速铁路松江段', '云松高铁云岭段', 2],
    ['a road beside a railway', '云岭至松江高速公路', '云松高铁', 2],
    ['a line whose name is a county’s too', '贵阳至南宁高速铁路', '贵南高铁', 1],
    ['with a word more', '青岚湾跨海大桥松江口岸跨境货物转运站', '青岚湾跨海大桥松江跨境货物转运站', 1],
    ['with a number more', '青岚湾跨海大桥松江二号跨境货物转运站', '青岚湾跨海大桥松江跨境货物转运站', 2],
    ['with another word', '青岚湾跨海大桥松江邮件跨境货物转运站', '青岚湾跨海大桥松江口岸跨境货物转运站', 2],
    ['water that is led from one land to another', '引青济岚工程', '引青济岚', 1],
    ['a line of a colour', '拉合尔轨道交通橙线项目', '拉合尔橙线', 1],
    ['what many firms do for themselves', '汽车芯片研发及产业化项目', '汽车芯片研发及产业化项目', 2],
    ['what every town builds', '生活垃圾焚烧发电项目', '生活垃圾焚烧发电项目', 2],
    ['what one firm builds', '晨星锂电池生产基地项目', '晨星锂电池生产基地项目', 1],
  ])('are told: %s', (_, one, other, expected) => {
    expect(resolveLines([`Project ${one}`], [`Project ${other}`]).length).toBe(expected);
  });
});
