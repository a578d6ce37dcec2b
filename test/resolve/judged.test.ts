import { describe, expect, it } from 'vitest';
import { Collection } from '../../src/collect/collection.ts';
import { present } from '../../src/model/assert.ts';
import type { Judgement } from '../../src/model/judgement.ts';
import { parseJudgement } from '../../src/verdict/parse.ts';
import { replay } from '../../src/verdict/replay.ts';
import { goldenSamples, type Sample, sample, TEST_SEEDS } from '../support/extraction.ts';

const judged = (...contents: readonly object[]): readonly Judgement[] =>
  replay(
    contents.map((content) => parseJudgement({ by: '王', at: '2026-01-01T00:00:00Z', ...content }, 'test')),
  ).judgements;

/** The graph without positions and measures. */
function graphOf(samples: readonly Sample[], judgements: readonly Judgement[] = []) {
  const collection = new Collection(TEST_SEEDS);
  collection.update({ come: samples, judgements });
  return collection.snapshot();
}

/** Entities as their sorted names, relations by name. */
function told(samples: readonly Sample[], judgements: readonly Judgement[] = []) {
  const { nodes, relationships } = graphOf(samples, judgements);
  const entities = nodes.filter((node) => node.labels.includes('Entity') && node.properties.mentions !== 0);
  const nameOf = new Map(entities.map(({ id, properties }) => [id, String(properties.name)]));
  return {
    entities: entities
      .map(
        ({ properties: { type, name, aliases } }) => `${type} ${[name, ...(aliases as string[])].join(' ')}`,
      )
      .sort(),
    relations: relationships
      .filter(
        ({ from, to, properties }) => nameOf.has(from) && nameOf.has(to) && properties.origin === 'article',
      )
      .map(({ from, type, to }) => `${nameOf.get(from)} ${type} ${nameOf.get(to)}`)
      .sort(),
    facts: nodes
      .filter((n) => n.labels.includes('Fact'))
      .map((n) => `${n.properties.name} ${n.properties.value}`),
    nodes: entities,
  };
}

const company = (name: string, article?: string) => ({
  type: 'Company',
  name,
  ...(article === undefined ? {} : { article }),
});
const person = (name: string, article: string) => ({ type: 'Official', name, article });

describe('same and different', () => {
  const firms = [sample('a', ['Company 欣旺达']), sample('b', ['Company 南昌欣旺达有限公司'])];

  it('join and part names, whatever the score says', () => {
    expect(told(firms).entities).toHaveLength(2);
    const same = judged({ say: 'same', left: company('欣旺达'), right: company('南昌欣旺达有限公司') });
    expect(told(firms, same).entities).toEqual(['Company 南昌欣旺达有限公司 欣旺达']);
    const legal = [sample('a', ['Company 甲乙丙有限公司']), sample('b', ['Company 丁戊己有限公司'])];
    const both = judged({ say: 'same', left: company('甲乙丙有限公司'), right: company('丁戊己有限公司') });
    expect(told(legal, both).entities).toHaveLength(1);
  });

  it('part what an article equates, and what has one normal form', () => {
    const one = [sample('a', ['Company 南昌欣旺达有限公司 = 欣旺达'])];
    const apart = judged({ say: 'different', left: company('欣旺达'), right: company('南昌欣旺达有限公司') });
    expect(told(one, apart).entities).toEqual(['Company 南昌欣旺达有限公司', 'Company 欣旺达']);
    const zones = [sample('a', ['Zone 常州高新区']), sample('b', ['Zone 常州国家高新技术产业开发区'])];
    expect(told(zones).entities).toHaveLength(1);
    const two = judged({
      say: 'different',
      left: { type: 'Zone', name: '常州高新区' },
      right: { type: 'Zone', name: '常州国家高新技术产业开发区' },
    });
    expect(told(zones, two).entities).toHaveLength(2);
  });

  it('tell homonyms apart or together by their articles', () => {
    const people = ['a', 'b'].map((name) => sample(name, ['Official 王伟']));
    expect(told(people).entities).toHaveLength(2);
    const sides = { left: person('王伟', 'test/a.txt'), right: person('王伟', 'test/b.txt') };
    expect(told(people, judged({ say: 'same', ...sides })).entities).toEqual(['Official 王伟']);
    const known = ['a', 'b'].map((name) =>
      sample(name, ['Official 王伟', 'Zone 南昌经开区', '王伟 -HOLDS_POST:主任-> 南昌经开区']),
    );
    expect(told(known).entities).toHaveLength(2);
    expect(told(known, judged({ say: 'different', ...sides })).entities).toHaveLength(3);
  });

  it('give way to one another where only articles set them against each other, which is told', () => {
    const [a, b] = [
      sample('a', ['Company 甲乙丙有限公司 = 甲乙']),
      sample('b', ['Company 丁戊己有限公司 = 丁戊']),
    ] as const;
    const same = { say: 'same', left: company('甲乙丙有限公司'), right: company('丁戊己有限公司') };
    const different = { say: 'different', left: company('甲乙'), right: company('丁戊') };
    for (const said of [
      [same, different],
      [different, same],
    ]) {
      const collection = new Collection(TEST_SEEDS);
      collection.update({ come: [a, b], judgements: judged(...said) });
      expect(collection.overruled()).toMatchObject([{ kept: different, dropped: same }]);
      collection.update({ gone: [b.raw.id] });
      expect(collection.overruled()).toEqual([]);
      collection.update({ come: [b], judgements: judged(same) });
      expect(collection.overruled()).toEqual([]);
    }
    expect(told([a, b], judged(same, different)).entities).toHaveLength(2);
    expect(told([a, b], judged(same)).entities).toHaveLength(1);
  });

  it('do nothing when one is unsure', () => {
    const unsure = judged({ say: 'unsure', left: company('欣旺达'), right: company('南昌欣旺达有限公司') });
    expect(told(firms, unsure)).toEqual(told(firms));
  });
});

describe('wrong', () => {
  const news = [
    sample('a', ['Company 晨星科技', 'Zone 南昌高新区', '晨星科技 -LOCATED_IN-> 南昌高新区']),
    sample('b', ['Company 晨星科技', 'Project 晨星项目', '晨星科技 -INVESTS_IN-> 晨星项目']),
  ];
  const wrong = (content: object) => judged({ say: 'wrong', ...content });

  it('takes an entity out with its relations, everywhere or in one article', () => {
    const everywhere = told(news, wrong({ what: 'entity', of: company('晨星科技') }));
    expect(everywhere).toMatchObject({ entities: ['Project 晨星项目', 'Zone 南昌高新区'], relations: [] });
    const once = told(news, wrong({ what: 'entity', of: company('晨星科技', 'test/a.txt') }));
    expect(once.relations).toEqual(['晨星科技 INVESTS_IN 晨星项目']);
  });

  it('gives the right name and the right type', () => {
    const named = told(news, wrong({ what: 'entity', of: company('晨星科技'), right: '晨星科技有限公司' }));
    expect(named.entities).toContain('Company 晨星科技有限公司');
    const typed = told(news, wrong({ what: 'type', of: company('晨星科技'), right: 'Organization' }));
    expect(typed.entities).toContain('Organization 晨星科技');
    // An organisation may lie in a zone, but not invest.
    expect(typed.relations).toEqual(['晨星科技 LOCATED_IN 南昌高新区']);
  });

  it('may speak of what another judgement put right, whichever came first', () => {
    const [short, long, other] = ['晨星科技', '晨星科技有限公司', '启明科技有限公司'];
    const said = [
      { say: 'wrong', what: 'entity', of: company(short), right: long },
      { say: 'wrong', what: 'entity', of: company(long), right: other },
      { say: 'wrong', what: 'type', of: company(other), right: 'Organization' },
      {
        say: 'wrong',
        what: 'relation',
        from: company(long),
        relation: 'LOCATED_IN',
        to: { type: 'Zone', name: '南昌高新区' },
        right: 'PART_OF',
      },
    ];
    for (const order of [said, [...said].reverse()])
      for (const by of ['王', '李', '赵']) {
        const { entities, relations } = told(news, judged(...order.map((one) => ({ ...one, by }))));
        expect(entities).toEqual(['Organization 启明科技有限公司', 'Project 晨星项目', 'Zone 南昌高新区']);
        expect(relations).toEqual([]);
      }
    expect(told(news, judged(...said.slice(1, 2)))).toEqual(told(news));
  });

  it('corrects a value that a judgement put in place of another', () => {
    const [one] = goldenSamples().filter(({ raw }) => raw.id.includes('001_')) as [Sample];
    const of = { type: 'Project', name: '江西国轩年产30GWh锂电池及PACK生产基地扩建项目' };
    const put = (value: number, right: number) => ({
      say: 'wrong',
      what: 'value',
      of,
      fact: 'investment',
      value,
      right,
    });
    const { facts } = told([one], judged(put(5250000000, 5350000000), put(5150000000, 5250000000)));
    expect(facts).toContain('investment 5350000000');
    expect(facts).not.toContain('investment 5250000000');
  });

  it('takes a relation out, or makes it the right one', () => {
    const of = { what: 'relation', from: company('晨星科技'), to: { type: 'Zone', name: '南昌高新区' } };
    const gone = told(news, wrong({ ...of, relation: 'LOCATED_IN' }));
    expect(gone.relations).toEqual(['晨星科技 INVESTS_IN 晨星项目']);
    const other = told(news, wrong({ ...of, relation: 'LOCATED_IN', right: 'PARTNERS_WITH' }));
    expect(other.relations.some((one) => one.includes('PARTNERS_WITH'))).toBe(true);
  });

  it('corrects a value, and what is shown of it', () => {
    const [one] = goldenSamples().filter(({ raw }) => raw.id.includes('001_')) as [Sample];
    const project = { type: 'Project', name: '江西国轩年产30GWh锂电池及PACK生产基地扩建项目' };
    const value = { what: 'value', of: project, fact: 'investment', value: 5150000000 };
    const right = told([one], wrong({ ...value, right: 5250000000 }));
    expect(right.facts).toContain('investment 5250000000');
    expect(right.nodes.find((n) => n.properties.name === project.name)?.properties.investment).toBe(
      5250000000,
    );
    const gone = told([one], wrong(value));
    expect(gone.facts).not.toContain('investment 5150000000');
    expect(gone.nodes.find((n) => n.properties.name === project.name)?.properties).not.toHaveProperty(
      'investment',
    );
  });
});

describe('right', () => {
  const news = [
    sample('a', ['Company 晨星科技', 'Zone 南昌高新区', '晨星科技 -LOCATED_IN-> 南昌高新区']),
    sample('b', ['Company 远航科技', 'Zone 南昌高新区', '远航科技 -LOCATED_IN-> 南昌高新区']),
  ];
  const to = { type: 'Zone', name: '南昌高新区' };
  const tie = { what: 'relation', from: company('晨星科技'), relation: 'LOCATED_IN', to };
  const sure = (judgements: readonly Judgement[]) =>
    graphOf(news, judgements)
      .relationships.filter(({ properties }) => properties.origin === 'article')
      .map(({ properties }) => properties.confidence)
      .sort();

  it('makes a relation as sure as can be, and no other', () => {
    expect(sure([])).toEqual([0.9, 0.9]);
    expect(sure(judged({ say: 'right', ...tie }))).toEqual([0.9, 1]);
  });

  it('gives way to a newer verdict on the same, and the other way round', () => {
    const wrong = { say: 'wrong', at: '2026-01-02T00:00:00Z', ...tie };
    expect(sure(judged({ say: 'right', ...tie }, wrong))).toEqual([0.9]);
    expect(sure(judged(wrong, { say: 'right', at: '2026-01-03T00:00:00Z', ...tie }))).toEqual([0.9, 1]);
  });

  it('is said of a value and of an entity too', () => {
    const [one] = goldenSamples().filter(({ raw }) => raw.id.includes('001_')) as [Sample];
    const of = { type: 'Project', name: '江西国轩年产30GWh锂电池及PACK生产基地扩建项目' };
    const { nodes } = graphOf(
      [one],
      judged({ say: 'right', what: 'value', of, fact: 'investment', value: 5150000000 }),
    );
    const facts = nodes.filter(({ labels }) => labels.includes('Fact'));
    expect(facts.filter(({ properties }) => properties.confidence === 1)).toMatchObject([
      { properties: { name: 'investment', value: 5150000000 } },
    ]);
  });
});

describe('a merge that a person makes, takes back and makes again', () => {
  it('leaves the same graph as the first time, and the one before as it was', () => {
    const samples = goldenSamples();
    const content = {
      say: 'same',
      left: { type: 'Zone', name: '共青组团' },
      right: { type: 'Zone', name: '永修组团' },
    };
    const again = { ...content, at: '2026-02-02T00:00:00Z', by: '李', why: '再次' };
    const text = (judgements: readonly Judgement[]) => JSON.stringify(graphOf(samples, judgements));
    const [plain, merged, merged2] = [text([]), text(judged(content)), text(judged(again))];
    expect(merged).not.toBe(plain);
    expect(merged2).toBe(merged);
    expect(text(judged())).toBe(plain);
  });
});

describe('a judgement reaches', () => {
  const [long, short, zone] = ['南昌欣旺达有限公司', '欣旺达', '南昌经开区'];
  const collection = new Collection(TEST_SEEDS);
  collection.update({
    come: [
      sample('a', [`Company ${long}`, `Zone ${zone}`]),
      sample('b', [`Company ${short}`, `Zone ${zone}`, `${short} -LOCATED_IN-> ${zone}`]),
    ],
    judgements: judged({ say: 'same', left: company(long), right: company(short) }),
  });
  const reach = (content: object) => collection.reach(present(judged(content)[0], 'a judgement'));
  const tie = { say: 'wrong', what: 'relation', from: company(long), to: { type: 'Zone', name: zone } };

  it('what articles tell of a thing under another of its names', () => {
    expect(reach({ ...tie, relation: 'LOCATED_IN' })).toMatchObject([{ from: { name: short } }]);
  });

  it('the title of a post wherever it is shown', () => {
    const posts = [sample('a', ['Official 王伟', `Zone ${zone}`, `王伟 -HOLDS_POST:主任-> ${zone}`])];
    const of = { type: 'Official', name: '王伟' };
    const wrong = { say: 'wrong', what: 'value', of, fact: 'title', value: '主任' };
    const titles = (judgements: readonly Judgement[]) =>
      graphOf(posts, judgements).relationships.flatMap(({ type, properties }) =>
        type === 'HOLDS_POST' ? [properties.title] : [],
      );
    const held = new Collection(TEST_SEEDS);
    held.update({ come: posts });
    expect(held.reach(present(judged(wrong)[0], 'a judgement'))).toHaveLength(1);
    expect(titles([])).toEqual(['主任']);
    expect(titles(judged({ ...wrong, right: '副主任' }))).toEqual(['副主任']);
    expect(titles(judged(wrong))).toEqual([undefined]);
  });

  it('nothing that no article tells, and says what comes nearest', () => {
    expect(() => reach({ ...tie, relation: 'PART_OF' })).toThrow(/told between them: LOCATED_IN/u);
    expect(() => reach({ say: 'wrong', what: 'entity', of: company('南昌欣旺达公司') })).toThrow(
      /names a Company .*nearest: 南昌欣旺达有限公司/u,
    );
    expect(() => reach({ say: 'wrong', what: 'entity', of: company(long, 'b') })).toThrow(
      /^b does not name a/u,
    );
    expect(() =>
      reach({ say: 'wrong', what: 'value', of: company(long), fact: 'investment', value: 1 }),
    ).toThrow(/no article tells investment 1/u);
  });
});
