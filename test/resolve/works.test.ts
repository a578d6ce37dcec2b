import { describe, expect, it } from 'vitest';
import { partWorks } from '../../src/resolve/works.ts';
import { sample, TEST_SEEDS } from '../support/extraction.ts';
import { resolveEntities } from '../support/resolve.ts';

const works = (...lines: readonly string[]) => partWorks(sample('d', lines).extraction);

/** The works that a project of these forms is parted into, each as its sorted forms. */
function parted(...forms: readonly string[]): string[] {
  return works(`Project ${forms.join(' = ')}`)
    .entities.map(({ name, aliases }) => [name, ...aliases].sort().join(' '))
    .sort();
}

describe('what one article calls by the names of a whole and of its parts', () => {
  it.each([
    [
      'a bridge on a line',
      ['云松高铁青岚岭特大桥', '青岚岭特大桥', '云松高铁'],
      ['云松高铁', '云松高铁青岚岭特大桥 青岚岭特大桥'],
    ],
    [
      'sections of a line',
      ['云松高铁青岚至云岭段', '云松高铁松江至云岭段', '松江至云岭段', '云松高铁'],
      ['云松高铁', '云松高铁松江至云岭段 松江至云岭段', '云松高铁青岚至云岭段'],
    ],
    ['a canal and its lock', ['青松运河', '青松运河云岭枢纽'], ['青松运河', '青松运河云岭枢纽']],
  ])('is several: %s', (_, forms, expected) => {
    expect(parted(...forms)).toEqual([...expected].sort());
  });

  it.each([
    ['a plant by its builder and its place', ['晨星云岭动力电池生产基地项目', '云岭项目', '生产基地']],
    ['a line with its former name', ['云岭至松江城际铁路', '云松城际', '云松铁路项目']],
  ])('is one: %s', (_, forms) => {
    expect(parted(...forms)).toHaveLength(1);
  });

  it('is the same object where nothing is parted', () => {
    const { extraction } = sample('d', ['Project 云松高铁 = 云松高铁项目']);
    expect(partWorks(extraction)).toBe(extraction);
  });

  it('joins with each of its parts what other articles call so', () => {
    const told = [
      works('Project 云松高铁青岚岭特大桥 = 云松高铁'),
      { ...works('Project 云松高铁松江段 = 云松高铁'), doc: 'e' },
    ];
    const articles = told.map((one, i) => ({ ...one, articles: sample(`d${i}`, []).extraction.articles }));
    const { entities } = resolveEntities(articles, TEST_SEEDS);
    expect(entities.map(({ name }) => name).sort()).toEqual(
      ['云松高铁', '云松高铁松江段', '云松高铁青岚岭特大桥'].sort(),
    );
  });
});
