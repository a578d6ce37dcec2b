import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { loadLexicon, loadSeeds } from '../../src/knowledge/seeds.ts';

const home = mkdtempSync(join(tmpdir(), 'yuantu-seeds-'));
const real = fileURLToPath(new URL('../../seeds', import.meta.url));
afterAll(() => rmSync(home, { recursive: true }));

/** A copy of the seeds with one file replaced. */
function changed(file: string, text: string): string {
  const dir = mkdtempSync(join(home, 'copy-'));
  cpSync(real, dir, { recursive: true, filter: (path) => !path.includes('articles') });
  writeFileSync(join(dir, file), text);
  return dir;
}

describe('the seeds', () => {
  const seeds = loadSeeds();

  it('hold every division of the administration', () => {
    const count = (level: string) => seeds.divisions.filter((division) => division.level === level).length;
    expect([count('province'), count('city')]).toEqual([34, 333]);
    expect(count('county')).toBeGreaterThan(2840);
    expect(seeds.divisions.find((division) => division.code === '360100')?.name).toBe('南昌市');
  });

  it.each([
    ['经开', 230],
    ['高新', 170],
    ['综保', 150],
    ['新区', 19],
    ['自创', 23],
    ['合作', 17],
  ])('hold the national zones of kind %s', (kind, least) => {
    const zones = seeds.zones.filter((zone) => zone.kind === kind && zone.level === '国家');
    expect(zones.length).toBeGreaterThanOrEqual(least);
  });

  it('know the short forms of a zone and its seat', () => {
    const zone = seeds.zones.find((each) => each.aliases.includes('济南高新区'));
    expect(zone).toMatchObject({ name: '济南高新技术产业开发区', level: '国家', place: '370100' });
    expect(zone?.origin).toMatch(/^seeds\/zones\.csv:\d+$/);
  });

  it('hold surnames, listed companies and word lists, longest first', () => {
    expect(seeds.surnames.has('欧阳') && seeds.surnames.has('王')).toBe(true);
    expect(seeds.surnames.size).toBeGreaterThan(500);
    expect(seeds.companies.has('三一重工')).toBe(true);
    expect(seeds.firms).toContainEqual({ name: '浦发银行', full: '上海浦东发展银行股份有限公司' });
    expect(seeds.firms.length).toBeGreaterThan(5000);
    const lengths = seeds.words['titles-company']?.map((word) => word.length) ?? [];
    expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
  });
});

describe('a wrong seed row', () => {
  it.each([
    ['divisions.csv', 'code,name,level,parent\n36,江西省,province,\n', 'seeds/divisions.csv:2: code "36"'],
    ['divisions.csv', 'code,name,level,parent\n360000,江西省,省,\n', 'seeds/divisions.csv:2: level "省"'],
    ['divisions.csv', 'code,name,level,parent\n360100,南昌市,city,360000\n', 'parent "360000" is not above'],
    ['divisions.csv', 'code,name\n', 'seeds/divisions.csv:1: the columns are "code,name"'],
    [
      'zones.csv',
      'name,aliases,level,kind,place,source\n甲区,,国家,经开,000000,x\n',
      'seeds/zones.csv:2: place',
    ],
    ['zones.csv', 'name,aliases,level,kind,place,source\n甲区,,市,经开,360000,x\n', 'level "市"'],
    [
      'zones.csv',
      'name,aliases,level,kind,place,source\n甲区,丙,,经开,360000,x\n乙区,丙,,经开,360000,x\n',
      'seeds/zones.csv:3: "丙" already names the zone of seeds/zones.csv:2',
    ],
    ['words/descriptors.csv', 'word\n园区\n园区\n', 'seeds/words/descriptors.csv:3: "园区" stands twice'],
    [
      'listed-names.csv',
      'name,full,source\n晨星股份,晨星科技,x\n',
      'seeds/listed-names.csv:2: "晨星科技" has no legal form',
    ],
    [
      'listed-names.csv',
      'name,full,source\n晨星股份,,x\n晨星股份,,y\n',
      'seeds/listed-names.csv:3: "晨星股份" already names the firm of seeds/listed-names.csv:2',
    ],
    [
      'firm-aliases.csv',
      'name,aliases,source\n晨星集团,晨星;晨星控股,x\n云岭集团,晨星,y\n',
      'seeds/firm-aliases.csv:3: "晨星" already names the firm of seeds/firm-aliases.csv:2',
    ],
    ['surnames.csv', 'surname,source\n王\n', 'seeds/surnames.csv:2: 1 columns, 2 expected'],
  ])('in %s stops the run and says where', (file, text, message) => {
    const dir = changed(file, text);
    expect(() => loadSeeds(dir)).toThrow(message);
    expect(() => loadSeeds(dir)).toThrow(expect.objectContaining({ code: 'SEED' }));
  });

  it('or a missing file names the file', () => {
    expect(() => loadSeeds(join(home, 'nowhere'))).toThrow('seeds/divisions.csv: cannot be read');
  });
});

describe('a lexicon', () => {
  const write = (text: string | Uint8Array): string => {
    const file = join(mkdtempSync(join(home, 'lexicon-')), 'names.csv');
    writeFileSync(file, text);
    return file;
  };

  it('gives names with type and aliases, quoted or not', () => {
    const file = write('\ufeffname,type,aliases\r\n"甲,乙公司",Company,甲;乙\r\n云岭高新区,Zone,\r\n');
    expect(loadLexicon(file)).toEqual([
      { name: '甲,乙公司', type: 'Company', aliases: ['甲', '乙'] },
      { name: '云岭高新区', type: 'Zone', aliases: [] },
    ]);
  });

  it('may be in GB18030, as spreadsheets save it', () => {
    const row = Buffer.from('d4c6c1ebb8dfd0c2c7f82c5a6f6e652c', 'hex');
    const file = write(Buffer.concat([Buffer.from('name,type,aliases\n'), row]));
    expect(loadLexicon(file)).toEqual([{ name: '云岭高新区', type: 'Zone', aliases: [] }]);
  });

  it('with a wrong type is a wrong setting', () => {
    const file = write('name,type,aliases\n云岭高新区,园区,\n');
    expect(() => loadLexicon(file)).toThrow(`${file}:2: type "园区" is none`);
    expect(() => loadLexicon(file)).toThrow(expect.objectContaining({ code: 'SETTING' }));
  });
});
