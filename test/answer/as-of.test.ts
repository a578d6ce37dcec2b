import { describe, expect, it } from 'vitest';
import { catalogueAsOf } from '../../src/answer/as-of.ts';
import { toPostsAnswer } from '../../src/answer/posts.ts';
import { WholeCatalogue } from '../../src/answer/whole-catalogue.ts';
import type { NodeRecord, Properties, RelationshipRecord } from '../../src/model/snapshot.ts';

const ZONE = '云岭高新区';

const article = (published: string): NodeRecord => ({
  id: published,
  labels: ['Article'],
  properties: { id: published, published, text: '' },
});
const entity = (name: string, ...labels: string[]): NodeRecord => ({
  id: name,
  labels: ['Entity', ...labels],
  properties: { id: name, type: labels[0] ?? '', name, aliases: [], articles: [] },
});
/** A post with the days that articles tell of it; what the whole graph says of its end stands in `rest`. */
const post = (person: string, days: readonly string[], rest: Properties = {}): RelationshipRecord => ({
  id: `${person} ${rest.title ?? ''}`,
  type: 'HOLDS_POST',
  from: person,
  to: ZONE,
  properties: {
    ...{ title: '管委会主任', articles: [...days], spans: days.map(() => '0-1') },
    ...{ quotes: days.map(() => ''), rules: days.map(() => 'r'), firstSeen: days[0] ?? '' },
    ...{ lastSeen: days.at(-1) ?? '', count: days.length },
    ...rest,
  },
});

function graphOf(...posts: readonly RelationshipRecord[]): WholeCatalogue {
  const days = new Set(posts.flatMap(({ properties }) => properties.articles as string[]));
  const people = new Set(posts.map(({ from }) => from));
  return new WholeCatalogue({
    nodes: [
      ...[...days].map(article),
      ...[...people].map((name) => entity(name, 'Official', 'Person')),
      entity(ZONE, 'Zone'),
    ],
    relationships: [...posts],
  });
}

function heldOn(graph: WholeCatalogue, day: string): string[] {
  return catalogueAsOf(graph, '1', day).relations.map(({ from }) => from);
}

function lineOn(graph: WholeCatalogue, asOf: string): (string | undefined)[][] {
  return toPostsAnswer(graph, { at: ZONE, asOf }).posts.map(({ person, until, untilFrom }) => [
    ...[person.name, until, untilFrom],
  ]);
}

describe('posts as they were known on a day', () => {
  it('go on while nobody knew of the successor, whenever the successor began', () => {
    const graph = graphOf(
      post('林若谷', ['2021-03-18'], { until: '2022-09-13', untilFrom: 'successor' }),
      post('方若舟', ['2022-12-01'], { since: '2022-09-13' }),
    );
    expect(heldOn(graph, '2022-10-01')).toEqual(['林若谷']);
    expect(lineOn(graph, '2022-10-01')).toEqual([['林若谷', undefined, undefined]]);
    expect(heldOn(graph, '2022-12-01')).toEqual(['方若舟']);
    expect(lineOn(graph, '2022-12')).toEqual([
      ['林若谷', '2022-09-13', 'successor'],
      ['方若舟', undefined, undefined],
    ]);
    expect(toPostsAnswer(graph, { person: '林若谷', asOf: '2022-12' }).posts[0]?.until).toBe('2022-09-13');
  });

  it('end by a successor who was known, though later articles tell of the holder again', () => {
    const graph = graphOf(
      post('林若谷', ['2021-03-18', '2024-05-06']),
      post('方若舟', ['2022-09-15', '2023-01-09'], { until: '2024-05-06', untilFrom: 'successor' }),
    );
    expect(heldOn(graph, '2023-06')).toEqual(['方若舟']);
    expect(lineOn(graph, '2023-06')).toEqual([
      ['林若谷', '2022-09-15', 'successor'],
      ['方若舟', undefined, undefined],
    ]);
  });

  it('keep an end that is said, and posts that several hold at a time', () => {
    const graph = graphOf(
      post('林若谷', ['2021-03-18'], { until: '2022-08-30', untilFrom: 'said' }),
      post('周启明', ['2021-03-18'], { title: '管委会副主任' }),
      post('方若舟', ['2022-09-15']),
      post('苏叶', ['2022-09-15'], { title: '管委会副主任' }),
    );
    expect(lineOn(graph, '2022-12').slice(0, 2)).toEqual([
      ['周启明', undefined, undefined],
      ['林若谷', '2022-08-30', 'said'],
    ]);
    expect(heldOn(graph, '2022-12').sort()).toEqual(['周启明', '方若舟', '苏叶']);
  });

  it('of several seats end when the last of them has gone to another', () => {
    const graph = graphOf(
      post('林若谷', ['2021-03-18'], { title: '党工委书记、管委会主任' }),
      post('方若舟', ['2022-09-15']),
      post('苏叶', ['2023-02-01'], { title: '党工委书记' }),
    );
    expect(heldOn(graph, '2022-12').sort()).toEqual(['方若舟', '林若谷']);
    expect(lineOn(graph, '2023-03')[0]).toEqual(['林若谷', '2023-02-01', 'successor']);
  });
});
