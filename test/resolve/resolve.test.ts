import { describe, expect, it } from 'vitest';
import { goldenSamples, sample, TEST_SEEDS } from '../support/extraction.ts';
import { resolveEntities, resolveLines } from '../support/resolve.ts';

/** Resolves one small document for each list of lines; an entity comes back as its sorted forms. */
function resolve(...documents: readonly (readonly string[])[]): string[] {
  const samples = documents.map((lines, i) => sample(`d${i}`, lines));
  return resolveEntities(
    samples.map((s) => s.extraction),
    TEST_SEEDS,
  )
    .entities.map((e) => `${e.members.length} ${[e.name, ...e.aliases].join(' ')}`)
    .sort();
}

/** How many entities the mentions of one type become. */
function count(type: string, ...documents: readonly (readonly string[])[]): number {
  const samples = documents.map((lines, i) => sample(`d${i}`, lines));
  const { entities } = resolveEntities(
    samples.map((s) => s.extraction),
    TEST_SEEDS,
  );
  return entities.filter((e) => (e.types as readonly string[]).includes(type)).length;
}

describe('zones', () => {
  it.each([
    [['南昌经开区', '南昌经济技术开发区'], 1],
    [['常州高新区', '常州国家高新技术产业开发区'], 1],
    [['张家港经济技术开发区', '张家口经济技术开发区'], 2],
    [['张家港经开区', '张家港保税区'], 2],
    [['南昌高新区', '南昌经开区'], 2],
    [['南昌高新区', '江西南昌高新技术产业开发区'], 1],
    [['苏州工业园区', '苏州工业园'], 1],
    [['赣江新区经开组团', '经开组团'], 2],
  ] as const)('%j are %i', (names, expected) => {
    expect(count('Zone', ...names.map((name) => [`Zone ${name}`]))).toBe(expected);
  });

  it('keeps names equal in every article once one article equates them', () => {
    expect(
      resolve(['Zone 赣江新区经开组团 = 南昌经开区'], ['Zone 南昌经开区'], ['Zone 赣江新区经开组团']),
    ).toEqual(['3 赣江新区经开组团 南昌经开区']);
  });

  it('does not believe an article that equates two kinds or two places', () => {
    expect(count('Zone', ['Zone 南昌高新区 = 南昌经开区'], ['Zone 南昌经开区'])).toBe(2);
    expect(count('Zone', ['Zone 张家港经开区 = 张家口经开区'], ['Zone 张家口经开区'])).toBe(2);
  });

  it('reads a bare form by what stands beside it', () => {
    const full = ['Zone 赣江新区经开组团 = 经开组团', 'Zone 赣江新区'];
    expect(resolve(full, ['Zone 经开组团', 'Zone 赣江新区'])).toContain('2 赣江新区经开组团 经开组团');
    expect(resolve(full, ['Zone 经开组团', 'Zone 南昌高新区'])).toContain('1 经开组团');
  });

  it('tells two parks of one name apart by their cities', () => {
    const park = (city: string) => [
      'Zone 新能源产业园',
      `Place ${city}`,
      `新能源产业园 -LOCATED_IN-> ${city}`,
    ];
    expect(count('Zone', park('南昌市'), park('宜春市'))).toBe(2);
    expect(count('Zone', park('南昌市'), park('南昌市'))).toBe(1);
  });
});

describe('a zone with a name of its own', () => {
  const lies = (zone: string, place: string) => [
    `Zone ${zone}`,
    `Place ${place}`,
    `${zone} -LOCATED_IN-> ${place}`,
  ];
  const count = (...documents: readonly (readonly string[])[]) =>
    resolveLines(...documents).filter(({ type }) => type === 'Zone').length;
  const told = Array.from({ length: 3 }, () => lies('青岚新区', '南昌市'));

  it('is one whatever city of its province an article names, or none', () => {
    expect(count(lies('青岚新区', '南昌市'), lies('青岚新区', '九江市'), ['Zone 青岚新区'])).toBe(1);
  });

  it('is not shattered by an article that has it elsewhere', () => {
    expect(count(...told, lies('青岚新区', '苏州市'), ['Zone 青岚新区'])).toBe(1);
    expect(count(...told, lies('青岚新区', '苏州市'), lies('青岚新区', '徐州市'))).toBe(2);
  });

  it('is one with and without its place in front, unless two places have one', () => {
    expect(count(['Zone 江西青岚新区'], ['Zone 青岚新区'])).toBe(1);
    expect(count(['Zone 江西青岚新区'], ['Zone 江苏青岚新区'], ['Zone 青岚新区'])).toBe(3);
  });

  it('is not a district that it sounds like', () => {
    expect(count(['Zone 武汉新城'], ['Zone 沈阳新城'])).toBe(2);
  });
});

describe('companies', () => {
  it.each([
    ['the legal form', ['Company 宜春力元能源科技有限公司'], ['Company 宜春力元能源科技'], 1],
    ['brackets', ['Company 宁德时代(上海)智能科技有限公司'], ['Company 宁德时代（上海）智能科技有限公司'], 1],
    ['no place in front', ['Company 南昌欣旺达'], ['Company 欣旺达'], 2],
    [
      'a short form that an article introduces',
      ['Company 南昌欣旺达新能源有限公司 = 欣旺达'],
      ['Company 欣旺达'],
      1,
    ],
    ['no branch', ['Company 江铃汽车有限公司'], ['Company 江铃汽车有限公司南昌分公司'], 2],
  ] as const)('fold %s', (_, left, right, expected) => {
    expect(count('Company', left, right)).toBe(expected);
  });

  it('do not chain through a short form that two of them share', () => {
    expect(
      resolve(
        ['Company 南昌欣旺达新能源有限公司 = 欣旺达'],
        ['Company 欣旺达电子股份有限公司 = 欣旺达'],
        ['Company 欣旺达'],
      ),
    ).toEqual(['1 南昌欣旺达新能源有限公司 欣旺达', '1 欣旺达', '1 欣旺达电子股份有限公司 欣旺达']);
  });

  it('give an ambiguous short form to the one that stands in the same zone', () => {
    const inZone = (line: string, zone: string) => {
      const name = line.split(' = ')[0]?.slice('Company '.length);
      return [line, `Zone ${zone}`, `${name} -LOCATED_IN-> ${zone}`];
    };
    expect(
      resolve(
        inZone('Company 南昌欣旺达新能源有限公司 = 欣旺达', '南昌经开区'),
        inZone('Company 欣旺达电子股份有限公司 = 欣旺达', '苏州高新区'),
        inZone('Company 欣旺达', '南昌经开区'),
      ),
    ).toContain('2 南昌欣旺达新能源有限公司 欣旺达');
  });

  it('stay apart where an article sets them apart', () => {
    const apart = ['Company 科力远集团', 'Company 科力远', '科力远 -SUBSIDIARY_OF-> 科力远集团'];
    expect(count('Company', apart, ['Company 科力远集团 = 科力远'])).toBe(2);
  });
});

describe('people', () => {
  const person = (type: string, name: string, body: string) => [
    `${type} ${name}`,
    `Zone ${body}`,
    `${name} -HOLDS_POST:主任-> ${body}`,
  ];

  it('of one name and body are one, of another body are not', () => {
    expect(
      count(
        'Official',
        person('Official', '王伟', '南昌经开区'),
        person('Official', '王伟', '南昌经济技术开发区'),
      ),
    ).toBe(1);
    expect(
      count('Official', person('Official', '王伟', '南昌经开区'), person('Official', '王伟', '南昌高新区')),
    ).toBe(2);
  });

  const holder = (name: string, title: string, body: string, ...beside: readonly string[]) => [
    `Official ${name}`,
    `Place ${body}`,
    `${name} -HOLDS_POST:${title}-> ${body}`,
    ...beside,
  ];

  it.each([
    [
      'a governor is one of the province',
      holder('罗启明', '省长', '江西省'),
      holder('罗启明', '省长', '江西省'),
      1,
    ],
    [
      'a post without its body is the only bearer’s',
      holder('罗启明', '市长', '南昌市'),
      ['Official 罗启明'],
      1,
    ],
    [
      'a former post is the same',
      holder('王伟', '原副市长', '南昌市'),
      holder('王伟', '副市长', '南昌市'),
      1,
    ],
    ['a common name alone says nothing', holder('王伟', '副市长', '南昌市'), ['Official 王伟'], 2],
    [
      'who stands beside tells',
      ['Official 王伟', 'Official 罗启明', 'Company 晨星科技'],
      ['Official 王伟', 'Official 罗启明', 'Company 晨星科技'],
      1,
    ],
    [
      'other bodies keep a common name apart',
      holder('王伟', '市长', '南昌市'),
      holder('王伟', '市长', '苏州市'),
      2,
    ],
  ] as const)('%s', (_, left, right, expected) => {
    const others = [left, right].some((lines) =>
      lines.some((line) => line === 'Official 罗启明' && lines[0] !== line),
    );
    expect(count('Official', left, right)).toBe(expected + (others ? 1 : 0));
  });

  it('of one name never chain past one who is plainly another', () => {
    const between = ['Official 王伟', 'Place 南昌市', 'Place 苏州市'];
    expect(
      count('Official', holder('王伟', '市长', '南昌市'), between, holder('王伟', '市长', '苏州市')),
    ).toBeGreaterThan(1);
  });

  it('of one name are one in two reprints of one story', () => {
    const samples = ['a', 'b'].map((name) => sample(name, ['Official 王伟']));
    const extractions = samples.map((s) => s.extraction);
    expect(resolveEntities(extractions, TEST_SEEDS).entities).toHaveLength(2);
    const stories = { 'test/a.txt': 'test/a.txt', 'test/b.txt': 'test/a.txt' };
    expect(resolveEntities(extractions, TEST_SEEDS, stories).entities).toHaveLength(1);
  });

  it('and firms that one article equates are one in its reprint too, though that keeps them apart', () => {
    const told = sample('a', ['Company 南昌欣旺达有限公司 = 欣旺达']);
    const reprint = sample('b', ['Company 南昌欣旺达有限公司', 'Company 欣旺达']);
    const extractions = [told.extraction, reprint.extraction];
    expect(resolveEntities(extractions, TEST_SEEDS).entities).toHaveLength(2);
    const stories = { 'test/a.txt': 'test/a.txt', 'test/b.txt': 'test/a.txt' };
    expect(resolveEntities(extractions, TEST_SEEDS, stories).entities).toHaveLength(1);
  });

  it('may be official and executive in one', () => {
    const both = [...person('Official', '王伟', '南昌经开区'), 'Executive 王伟'];
    const { entities } = resolveEntities([sample('d', both).extraction], TEST_SEEDS);
    expect(entities.find((e) => e.name === '王伟')?.types).toEqual(['Official', 'Executive']);
  });
});

describe('projects', () => {
  const project = (lines: readonly string[], company: string) => [
    ...lines,
    `Company ${company}`,
    `${company} -INVESTS_IN-> ${lines[0]?.split(' = ')[0]?.slice('Project '.length)}`,
  ];

  it('count their phases as one', () => {
    expect(count('Project', ['Project 欣旺达南昌动力电池项目一期'], ['Project 欣旺达南昌动力电池项目'])).toBe(
      1,
    );
  });

  it('are one with and without the place in front, if enough is left', () => {
    const [short, long] = ['光储氢热综合应用示范项目', '南昌市光储氢热综合应用示范项目'];
    expect(count('Project', [`Project ${short}`], [`Project ${long}`])).toBe(1);
    expect(count('Project', [`Project ${short}`], [`Project ${long}`], [`Project 苏州市${short}`])).toBe(3);
  });

  it('share a form that says little only with the same builder', () => {
    const left = project(['Project 华创新材超薄锂电池铜箔 = 年产10万吨锂电铜箔项目'], '华创新材');
    expect(count('Project', left, project(['Project 年产10万吨锂电铜箔项目'], '华创新材'))).toBe(1);
    expect(count('Project', left, project(['Project 年产10万吨锂电铜箔项目'], '嘉元科技'))).toBe(2);
  });
});

describe('places', () => {
  it('are read in the light of the other places of their article', () => {
    expect(
      count('Place', ['Place 鼓楼区', 'Place 南京市'], ['Place 鼓楼区', 'Place 徐州'], ['Place 徐州市']),
    ).toBe(4);
    expect(resolve(['Place 南昌'], ['Place 南昌市'])).toEqual(['2 南昌市 南昌']);
  });
});

describe('the five articles', () => {
  const samples = goldenSamples();
  const { entities } = resolveEntities(
    samples.map((s) => s.extraction),
    TEST_SEEDS,
  );
  const named = (form: string, type: string) =>
    entities.filter((e) => e.type === type && (e.name === form || e.aliases.includes(form)));

  it.each([
    ['南昌经开区', 'Zone', 3],
    ['赣江新区', 'Zone', 3],
    ['欣旺达', 'Company', 2],
    ['华创新材项目', 'Project', 2],
    ['秋樱路', 'Project', 2],
    ['企情收处中心', 'Organization', 2],
    ['南昌市', 'Place', 4],
  ])('hold one %s', (form, type, documents) => {
    const found = named(form, type);
    expect(found).toHaveLength(1);
    expect(new Set(found[0]?.members.map((m) => m.document)).size).toBe(documents);
  });

  it('put every entity into exactly one of the collection', () => {
    const members = entities.flatMap((e) => e.members.map((m) => `${m.document} ${m.entity}`));
    expect(new Set(members).size).toBe(members.length);
    expect(members.length).toBe(samples.reduce((n, s) => n + s.extraction.entities.length, 0));
  });

  it('say why', () => {
    const merges = named('欣旺达', 'Company')[0]?.merges ?? [];
    expect(merges[0]?.features.map((f) => f.name)).toContain('introduced');
  });
});

describe('what lies in a larger zone', () => {
  const inZone = (zone: string, ...more: readonly string[]) => [
    'Project 秋樱路',
    `Zone ${zone}`,
    `秋樱路 -LOCATED_IN-> ${zone}`,
    ...more,
  ];
  const part = (name: string) => ['Zone 赣江新区', `${name} -PART_OF-> 赣江新区`];

  it('is what lies in its part, when it lies in no other', () => {
    const inner = inZone('赣江新区经开组团', ...part('赣江新区经开组团'));
    expect(count('Project', inner, inZone('赣江新区'))).toBe(1);
    const other = inZone('赣江新区永修组团', ...part('赣江新区永修组团'));
    expect(count('Project', inner, other)).toBe(2);
    expect(count('Project', inner, other, inZone('赣江新区'))).toBe(3);
  });
});

describe('bodies that leave their place out', () => {
  const body = (name: string, ...rest: readonly string[]) => [`Organization ${name}`, ...rest];

  it('are those of the only place of their level in the article', () => {
    const named = body('江西省公安厅');
    expect(resolve(named, body('省公安厅', 'Place 南昌市'))).toContain('2 江西省公安厅 省公安厅');
    expect(resolve(named, body('省公安厅', 'Place 常州市'))).toContain('1 省公安厅');
    expect(resolve(named, body('省公安厅', 'Place 南昌市', 'Place 常州市'))).toContain('1 省公安厅');
    expect(resolve(named, body('省公安厅'))).toContain('1 省公安厅');
  });

  it('are two in two provinces, whatever form both have', () => {
    const named = ['江西省委组织部', '江苏省委组织部'].map((name) => body(`${name} = 省委组织部`));
    expect(resolve(...named)).toEqual(['1 江苏省委组织部 省委组织部', '1 江西省委组织部 省委组织部']);
  });

  it('name no level where it is a word: 市场监管局', () => {
    expect(resolve(body('市场监管局', 'Place 南昌市'), body('南昌市市场监管局'))).toHaveLength(3);
  });
});

describe('bodies under their official and short names', () => {
  const count = (...documents: readonly (readonly string[])[]) =>
    resolveLines(...documents).filter(({ type }) => type === 'Organization').length;
  const body = (name: string, ...places: readonly string[]) => [
    `Organization ${name}`,
    ...places.map((place) => `Place ${place}`),
  ];

  it.each([
    ['a national one', body('国家发改委'), body('国家发展和改革委员会'), 1],
    ['a place’s', body('南昌市卫健委'), body('南昌市卫生健康委员会'), 1],
    ['of two places', body('南昌市卫健委'), body('宜春市卫生健康委员会'), 2],
    ['without a place, where the article names none', body('国资委'), body('国务院国资委'), 1],
    ['without a place, in an article on one province', body('国资委', '江西省'), body('江西省国资委'), 1],
    ['without a place, in an article on one city', body('国资委', '南昌市'), body('南昌市国资委'), 1],
    ['without a place, in an article on another province', body('国资委', '江苏省'), body('江西省国资委'), 2],
    [
      'without a place, in an article on one province, and the national one',
      body('国资委', '江西省'),
      body('国务院国资委'),
      2,
    ],
  ])('are one, or not: %s', (_, one, other, expected) => {
    expect(count(one, other)).toBe(expected);
  });
});

describe('a project’s name', () => {
  const project = (name: string, ...rest: readonly string[]) => [`Project ${name}`, ...rest];

  it('is one with and without the builder in front, whom its article names', () => {
    const bare = project('氢能综合应用示范基地项目');
    expect(count('Project', bare, project('晨星能建氢能综合应用示范基地项目', 'Company 晨星能建'))).toBe(1);
    expect(count('Project', bare, project('晨星能建氢能综合应用示范基地项目'))).toBe(2);
  });

  it('of many letters is one with another firm beside, and never one in two places', () => {
    const told = (place: string, firm: string) =>
      project(
        `${place}沙河高教园区地块土地一级开发项目`,
        `Company ${firm}`,
        `${firm} -INVESTS_IN-> ${place}沙河高教园区地块土地一级开发项目`,
      );
    expect(count('Project', told('', '晨星开发'), told('南昌市', '晨星投资'))).toBe(1);
    expect(count('Project', told('常州市', '晨星开发'), told('南昌市', '晨星投资'))).toBe(2);
    // 三元 is a district as well.
    const plant = (place: string) => project(`${place}三元正极材料建设项目`);
    expect(count('Project', plant('常州'), plant('南昌'))).toBe(2);
  });

  it.each([
    ['with another name in brackets', '云松城际高铁(松江沿江铁路)', '松江沿江铁路', 1],
    ['of a work, with and without its place', '南昌青岚湾抽水蓄能电站', '青岚湾抽水蓄能电站', 1],
    [
      'of a line, however its ends are joined',
      '南昌—常州特高压直流输电工程',
      '南昌送常州特高压直流输电工程',
      1,
    ],
    [
      'with a builder that stands before the place',
      '晨星绿电南昌氢能综合应用示范项目',
      '南昌氢能综合应用示范项目',
      1,
    ],
    ['of another end of the line', '南昌至常州特高压直流输电工程', '苏州至常州特高压直流输电工程', 2],
    ['of a line, in full and being built', '新建云松高速铁路', '云松高铁', 1],
    [
      'of a line of current, with its voltage',
      '南昌至常州±800千伏特高压直流输电工程',
      '南昌至常州特高压直流工程',
      1,
    ],
    ['with letters for a word', '青岚磷酸铁锂(LFP)电池生产线', '青岚磷酸铁锂电池生产线', 1],
    ['with how it is built', '青岚湾滩涂分布式光伏发电项目', '青岚湾滩涂光伏项目', 1],
    ['of a bridge for two', '青岚湾公铁两用大桥', '青岚湾公铁大桥', 1],
    ['with the full name of its builder', '晨星南昌核电有限公司青岚湾核能供热项目', '青岚湾核能供热项目', 1],
    ['of a plant, with its place', '南昌青岚湾口核电项目', '青岚湾口核电项目', 1],
    ['of a tunnel, with its line', '云松高铁青岚北岭隧道', '青岚北岭隧道', 1],
    ['of a bridge over a river, with its line', '云松高速黄河特大桥', '黄河特大桥', 2],
    ['of a line and of its bridge', '云松高铁青岚岭大桥', '云松高铁', 2],
  ])('%s', (_, one, other, expected) => {
    expect(count('Project', project(one), project(other))).toBe(expected);
  });

  it('that says enough is one though articles name two builders, and not in two places', () => {
    const built = (name: string, firm: string) =>
      project(name, `Company ${firm}`, `${firm} -INVESTS_IN-> ${name}`);
    const lying = (name: string, place: string) =>
      project(name, `Place ${place}`, `${name} -LOCATED_IN-> ${place}`);
    const [name, short] = ['青岚湾海上风电制氢示范项目', '青岚湾风场'];
    expect(count('Project', built(name, '晨星能源'), built(name, '启明重工'))).toBe(1);
    expect(count('Project', built(short, '晨星能源'), built(short, '启明重工'))).toBe(2);
    expect(count('Project', lying(name, '南昌市'), lying(name, '常州市'))).toBe(2);
    expect(count('Project', lying('云松高铁', '南昌市'), lying('云松高铁', '常州市'))).toBe(1);
  });

  it('is one line after its ends, and anyone’s where it names none', () => {
    expect(count('Project', project('云松高铁'), project('云松高铁'))).toBe(1);
    expect(count('Project', project('黄河铁路'), project('黄河铁路'))).toBe(2);
    expect(count('Project', project('创新中心'), project('创新中心'))).toBe(2);
  });
});
