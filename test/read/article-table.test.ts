import { describe, expect, it } from 'vitest';
import { writeZip } from '../../src/exchange/zip.ts';
import type { RawDocument, Rejected } from '../../src/model/article.ts';
import { readCsvTable, readXlsxTable } from '../../src/read/article-table.ts';
import { writtenId } from '../../src/read/json-id.ts';
import { toDate } from '../../src/read/metadata.ts';

const TEXT = '远航科技公司与白鹭高新区签约。';

function read(take: typeof readCsvTable, bytes: Uint8Array) {
  const notes: string[] = [];
  const onNote = (place: string, note: string) => notes.push(`${place}: ${note}`);
  const items = [...take(bytes, { source: 's', place: 't', prefix: 't.csv:', onNote })];
  return { items, notes };
}

const csv = (text: string) => read(readCsvTable, Buffer.from(text));
const short = (item: RawDocument | Rejected): string =>
  'reason' in item ? `! ${item.place} ${item.reason}` : item.id;

/** A workbook of sheets, each with the XML of its rows. */
function workbook(
  sheets: Readonly<Record<string, string>>,
  strings: readonly string[] = [],
  properties = '',
): Buffer {
  const names = Object.keys(sheets);
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const entries = [
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${main}" xmlns:r="r">${properties}<sheets>${names
        .map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships>${names
        .map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`)
        .join('')}</Relationships>`,
    },
    {
      name: 'xl/sharedStrings.xml',
      content: `<sst>${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    },
    ...Object.values(sheets).map((rows, i) => ({
      name: `xl/worksheets/sheet${i + 1}.xml`,
      content: `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
    })),
  ];
  return Buffer.concat([...writeZip(entries)]);
}

describe('a CSV table of articles', () => {
  it('is read by its heads, in Chinese', () => {
    const { items } = csv(
      `\ufeff编号,标题,正文,日期,媒体,作者,链接\r\n7312345678901234561,签约,"${TEXT}\n第二段，""引""。",2024年6月13日,白鹭日报,李文,https://example.org/1\r\n`,
    );
    expect(items).toEqual([
      {
        id: 's/7312345678901234561',
        source: 's',
        doc: '7312345678901234561',
        text: `${TEXT}\n第二段，"引"。`,
        metadata: {
          title: '签约',
          published: '2024-06-13',
          outlet: '白鹭日报',
          author: '李文',
          url: 'https://example.org/1',
        },
      },
    ]);
  });

  it.each([',', ';', '\t'])('is read by its heads, in English and in any order, parted by %j', (mark) => {
    const { items } = csv(`Title${mark}TEXT${mark}note\n签约${mark}${TEXT}${mark}x\n${mark}${TEXT}\n`);
    expect(items).toMatchObject([
      { id: 's/t.csv:2', text: TEXT, metadata: { title: '签约' } },
      { id: 's/t.csv:3', text: TEXT, metadata: {} },
    ]);
  });

  it('tells of each row that has no text, and of each date that is none', () => {
    const { items, notes } = csv(`id,text,published\n1,,2024\n2,${TEXT},2024-02-30\n\n3,${TEXT},去年\n`);
    expect(items.map(short)).toEqual(['! t:2 has no "text"', 's/2', 's/3']);
    expect(notes).toEqual([
      't:3: published "2024-02-30" is no date and is left out',
      't:5: published "去年" is no date and is left out',
    ]);
  });

  it('goes by its number where digits of the id are lost', () => {
    const { items } = csv(`编号,正文\n7.31235E+18,${TEXT}\n7.31235E+18,${TEXT}\n`);
    expect(items.map(short)).toEqual(['s/t.csv:2', 's/t.csv:3']);
  });

  it.each([
    ['a,b\n1,2\n', 'has no column "text" or 正文'],
    ['text\n"open', 'is no CSV table'],
  ])('that is none is refused: %j', (text, reason) => {
    expect(() => csv(text)).toThrow(reason);
  });
});

describe('an Excel workbook of articles', () => {
  it('is read by its heads: shared and inline strings, numbers, days as Excel counts them', () => {
    const rows = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>日期</t></is></c><c r="D1" t="s"><v>1</v></c></row>
      <row r="3"><c r="A3"><v>7.3E+18</v></c><c r="B3"><v>45456</v></c><c r="D3" t="s"><v>2</v></c></row>
      <row r="4"><c r="D4" t="str"><v>${TEXT}</v></c></row>`;
    const strings = [
      '<t>编号</t>',
      '<r><t>正</t></r><r><t>文</t></r>',
      `<t>${TEXT}_x000D_</t><rPh><t>x</t></rPh>`,
    ];
    const { items } = read(readXlsxTable, workbook({ 稿件: rows }, strings));
    expect(items).toMatchObject([
      { id: 's/7300000000000000000', text: `${TEXT}\r`, metadata: { published: '2024-06-13' } },
      { id: 's/t.csv:4', text: TEXT },
    ]);
  });

  it('has a cell that was merged with those below in each of their rows', () => {
    const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const rows = `<row r="1">${cell('A1', '媒体')}${cell('B1', '正文')}</row><row r="2">${cell('A2', '白鹭日报')}${cell('B2', TEXT)}</row>
      <row r="3">${cell('B3', TEXT)}</row><row r="4">${cell('B4', TEXT)}</row></sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells><sheetData>`;
    const { items } = read(readXlsxTable, workbook({ 甲: rows }));
    expect(items.map((item) => 'metadata' in item && item.metadata.outlet)).toEqual([
      '白鹭日报',
      '白鹭日报',
      undefined,
    ]);
  });

  it('counts days from 1904 where the workbook says so', () => {
    const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    const rows = `<row>${cell('正文')}${cell('日期')}</row><row>${cell(TEXT)}<c><v>43994</v></c></row>`;
    const { items } = read(readXlsxTable, workbook({ 甲: rows }, [], '<workbookPr date1904="1"/>'));
    expect(items).toMatchObject([{ metadata: { published: '2024-06-13' } }]);
  });

  it('has articles in any sheet; one without a column for the text is told', () => {
    const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    const table = `<row>${cell('text')}</row><row>${cell(TEXT)}</row>`;
    const { items, notes } = read(
      readXlsxTable,
      workbook({ 甲: table, 说明: `<row>${cell('无')}</row>`, 乙: table }),
    );
    expect(items.map(short)).toEqual(['s/t.csv:2', 's/t.csv:乙!2']);
    expect(notes).toEqual(['t: sheet "说明" has no column "text" or 正文 and is left out']);
  });

  it.each([
    ['is no archive', Buffer.from('no')],
    ['is no Excel workbook', Buffer.concat([...writeZip([{ name: 'a', content: 'b' }])])],
    ['has no column "text"', workbook({ 甲: '' })],
    ['unpacks to more than', workbook({ 甲: ' '.repeat(65 * 1024 * 1024) })],
  ])('that is none is refused: %s', (reason, bytes) => {
    expect(() => read(readXlsxTable, bytes)).toThrow(reason);
  });
});

describe('the id of a line', () => {
  it.each([
    ['{"id":7312345678901234561,"text":"x"}', '7312345678901234561'],
    ['{"text":"\\"id\\":1","a":{"id":2},"id" : 12345678901234567890123 }', '12345678901234567890123'],
    ['{"a":[{"id":2}],"\\u0069d":3}', '3'],
    ['{"id":1,"id":2}', '2'],
    ['{"id":"1"}', undefined],
    ['{"a":"id","b":5}', undefined],
  ])('is the number as it is written: %s', (json, id) => {
    expect(writtenId(json)).toBe(id);
  });
});

describe('the heads of a table', () => {
  it.each([
    [
      't.csv:1',
      '序号,新闻标题,新闻正文,发布日期,报道媒体,记者,原文地址',
      '1,甲,正文在此。,2024-6-5,白鹭日报,李文,https://example.org',
    ],
    [
      '1',
      '编号;信息标题;信息内容;pub_date;信息来源;作者;链接',
      '1;甲;正文在此。;2024-6-5;白鹭日报;李文;https://example.org',
    ],
    [
      '1',
      '园区新闻，2024年6月\n编号\t文章标题\t文章内容\t发布时间\t来源网站\t作者\t原文链接',
      '1\t甲\t正文在此。\t2024-6-5\t白鹭日报\t李文\thttps://example.org',
    ],
    [
      '1',
      '\n\n园区新闻汇总,,,,,,\n 编号 , 标题 , 正文 ,日期,来源,作者,链接',
      '1,甲,正文在此。,2024-6-5,白鹭日报,李文,https://example.org',
    ],
  ])(
    'are found by what they say, an id that only counts rows being its own table’s: %s %j',
    (doc, heads, cells) => {
      const { items } = csv(`${heads}\n${cells}\n`);
      expect(items).toEqual([
        {
          id: `s/${doc}`,
          source: 's',
          doc,
          text: '正文在此。',
          metadata: {
            title: '甲',
            published: '2024-06-05',
            outlet: '白鹭日报',
            author: '李文',
            url: 'https://example.org',
          },
        },
      ]);
    },
  );
});

describe('a date', () => {
  it.each([
    ['20240613', '2024-06-13'],
    ['2024/6/13', '2024-06-13'],
    ['2024.06.13', '2024-06-13'],
    ['2024年6月13日', '2024-06-13'],
    ['2024 年 6 月 13 日 08:30', '2024-06-13'],
    ['2024-06-13T08:30:00+08:00', '2024-06-13'],
    ['2024年6月', '2024-06'],
    ['2024', '2024'],
    ['2024-02-29', '2024-02-29'],
    ['2023年2月29日', undefined],
    ['2024-02-30', undefined],
    ['20240631', undefined],
    ['2024-13-01', undefined],
    ['２０２４年６月１３日', '2024-06-13'],
    ['二〇二四年六月十三日', '2024-06-13'],
    ['二○二四年十二月二十日', '2024-12-20'],
    ['Thu, 13 Jun 2024 09:30:00 GMT', '2024-06-13'],
    ['June 13, 2024', '2024-06-13'],
    ['1718241000', '2024-06-13'],
    ['1718241000000', '2024-06-13'],
    ['13 Foo 2024', undefined],
    ['202406131', undefined],
    ['去年', undefined],
  ])('as people write it: %s', (written, date) => {
    expect(toDate(written)).toBe(date);
  });
});
