import fc from 'fast-check';
import type { NodeRecord, RelationshipRecord, Snapshot } from '../../src/model/snapshot.ts';

const NAMES = ['晨星科技', '晨星电池', '云岭区', '云岭经开区', '王伟', '王', '单雄信'];
const TYPES = ['Company', 'Zone', 'Project', 'Official', 'Place'] as const;
const DATES = ['2023', '2024-02', '2024-05-28'];
const TEXT = '晨星科技与云岭区签约。王伟到任。晨星电池落户云岭经开区。';

const entity = fc.record({
  type: fc.constantFrom(...TYPES),
  name: fc.constantFrom(...NAMES),
  aliases: fc.subarray(NAMES, { maxLength: 2 }),
  seen: fc.constantFrom(...DATES),
  x: fc.integer({ min: -9, max: 9 }),
});

const article = fc.record({
  title: fc.constantFrom('晨星签约', '云岭新闻'),
  published: fc.constantFrom(...DATES),
  story: fc.constantFrom('s1', 's2'),
});

const fact = fc.record({ of: fc.nat(), in: fc.nat(), value: fc.nat(3), date: fc.constantFrom(...DATES) });

const relation = fc.record({
  from: fc.nat(),
  to: fc.nat(),
  type: fc.constantFrom('LOCATED_IN', 'INVESTS_IN', 'HOLDS_POST', 'PARTNERS_WITH'),
  in: fc.nat(),
  count: fc.nat(3),
});

const mention = fc.record({
  in: fc.nat(),
  of: fc.nat(),
  spans: fc.subarray(['0-4', '0-2', '5-8', '11-13'], { maxLength: 3 }),
});

/** A few things by a number each, so that two graphs share some of them. */
const some = <T>(one: fc.Arbitrary<T>, most: number) =>
  fc.uniqueArray(fc.tuple(fc.nat(most), one), { selector: ([id]) => id, maxLength: most });

const byId = <T extends { readonly id: string }>(records: T[]): T[] =>
  records.sort((a, b) => (a.id < b.id ? -1 : 1));

/**
 * A small graph as builds write them: entities that articles name, facts of them, and relations. Ids come from few, so that of
 * two such graphs one may be a change of the other in any way: renamed, of another type, tied to others, gone.
 */
export const randomNews: fc.Arbitrary<Snapshot> = fc
  .record({
    entities: some(entity, 6),
    articles: some(article, 4),
    facts: some(fact, 4),
    relations: some(relation, 6),
    mentions: some(mention, 6),
  })
  .map(({ entities, articles, facts, relations, mentions }) => {
    const of = (list: readonly (readonly [number, unknown])[], prefix: string, at: number) =>
      `${prefix}${list[at % list.length]?.[0]}`;
    const entityAt = (at: number) => of(entities, 'e', at);
    const articleAt = (at: number) => of(articles, 'a', at);
    const hasEntities = entities.length > 0;
    const hasBoth = hasEntities && articles.length > 0;
    const factNodes = hasBoth ? facts : [];
    const nodes: NodeRecord[] = [
      ...entities.map(([id, { type, name, aliases, seen, x }]) => ({
        id: `e${id}`,
        labels: ['Entity', type].sort(),
        properties: {
          type,
          name,
          aliases,
          firstSeen: seen,
          x,
          y: x,
          articles: hasBoth ? [articleAt(x + 9)] : [],
        },
      })),
      ...articles.map(([id, properties]) => ({
        id: `a${id}`,
        labels: ['Article'],
        properties: { ...properties, text: TEXT },
      })),
      ...factNodes.map(([id, { value, date, in: at }]) => ({
        id: `f${id}`,
        labels: ['Fact'],
        properties: {
          name: 'investment',
          value,
          date,
          article: articleAt(at),
          span: '0-4',
          quote: '晨星科技',
        },
      })),
    ];
    const relationships: RelationshipRecord[] = [
      ...factNodes.map(([id, { of: at }]) => ({
        id: `h${id}`,
        type: 'HAS_FACT',
        from: entityAt(at),
        to: `f${id}`,
        properties: {},
      })),
      ...(hasEntities ? relations : []).map(([id, { from, to, type, in: at, count }]) => ({
        id: `r${id}`,
        type,
        from: entityAt(from),
        to: entityAt(to),
        properties: {
          count,
          firstSeen: '2024-02',
          articles: hasBoth ? [articleAt(at)] : [],
          spans: ['0-4'],
          quotes: ['晨星科技'],
          rules: ['test'],
        },
      })),
      ...(hasBoth ? mentions : []).map(([id, { in: at, of: what, spans }]) => ({
        id: `m${id}`,
        type: 'MENTIONS',
        from: articleAt(at),
        to: entityAt(what),
        properties: { spans },
      })),
    ];
    return { nodes: byId(nodes), relationships: byId(relationships) };
  });
