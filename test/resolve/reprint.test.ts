import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareWording, indexWording, wordingOf } from '../../src/resolve/wording.ts';
import type { Sample } from '../support/extraction.ts';
import { findStories } from '../support/stories.ts';

function article(id: string, text: string, published?: string): Sample {
  const part = { id, start: 0, end: text.length, ...(published === undefined ? {} : { published }) };
  return {
    raw: { id, source: 's', doc: id, text, metadata: {} },
    extraction: { doc: id, articles: [part], entities: [], relations: [] },
  };
}

const read = (name: string) => readFileSync(`seeds/articles/${name}.txt`, 'utf8');
const LONG = read('001_cf944e98f564bfe5');

describe('stories', () => {
  it('join the two reprints among the five articles, and no others', () => {
    const names = [
      '000_eb4bc778bb21908d',
      '001_cf944e98f564bfe5',
      '002_f375bfca49fd402f',
      '003_90ed7785fb2bd148',
      '004_5809b924b29e308b',
    ];
    const stories = findStories(names.map((name) => article(name, read(name))));
    expect(names.map((name) => stories[name]?.slice(0, 3))).toEqual(['000', '001', '002', '003', '000']);
  });

  it('go by the earliest date, then by id, in any order', () => {
    const three = [
      article('b', LONG, '2024-06-05'),
      article('a', LONG),
      article('c', LONG.slice(200), '2024-06-04'),
    ];
    const expected = { a: 'c', b: 'c', c: 'c' };
    expect(findStories(three)).toEqual(expected);
    expect(findStories(three.reverse())).toEqual(expected);
  });

  it('see through layout and a changed figure, not through a shared phrase', () => {
    const spaced = [...LONG.replace('51.5', '52.5')].join(' ');
    const other = `${LONG.slice(0, 80)}${read('002_f375bfca49fd402f')}`;
    const stories = findStories([article('a', LONG), article('b', spaced), article('c', other)]);
    expect(stories).toEqual({ a: 'a', b: 'a', c: 'c' });
  });

  it('leave a notice alone that is too short to tell', () => {
    expect(findStories([article('a', '今日无事。'), article('b', '今日无事。')])).toEqual({ a: 'a', b: 'b' });
  });

  it('leave a notice apart from a digest that holds it', () => {
    const notice = LONG.slice(0, 400);
    const digest = `${read('002_f375bfca49fd402f')}${notice}${read('003_90ed7785fb2bd148')}`;
    expect(findStories([article('a', notice), article('b', digest)])).toEqual({ a: 'a', b: 'b' });
  });

  it('keep two pieces of news apart that share a background, not one that is told with another opening', () => {
    const [one, other] = [read('002_f375bfca49fd402f'), read('003_90ed7785fb2bd148')];
    const apart = [one, other].map((text, i) =>
      article(`${i}`, `${text.slice(0, 200)}${LONG.slice(600, 1000)}`),
    );
    expect(findStories(apart)).toEqual({ 0: '0', 1: '1' });
    const retold = article('2', `${one.slice(0, 60)}${LONG.slice(0, 500)}`);
    expect(findStories([article('1', LONG.slice(0, 600)), retold])).toEqual({ 1: '1', 2: '1' });
  });
});

describe('the day of a lead', () => {
  const notice = (day: string) => `云岭市气象局${day}发布预警。${LONG.slice(0, 300)}`;
  const dayOf = (a: string, b: string) => compareWording(indexWording(a), wordingOf(b))?.['other-day']();

  it.each([
    ['one day in two forms', notice('8月6日'), notice('6 日'), 0],
    ['two days', notice('8月6日'), notice('8月3日'), 1],
    ['two days with their year', notice('2023/07/26'), notice('2023/08/15'), 1],
    ['another day, which the other tells further on', notice('8月6日'), `${notice('8月3日')}据8月6日消息`, 1],
    ['none', notice(''), notice('8月3日'), 0],
  ])('%s', (_, a, b, expected) => {
    expect(dayOf(a, b)).toBe(expected);
    expect(dayOf(b, a)).toBe(expected);
  });
});
