import { describe, expect, it } from 'vitest';
import { readPdf } from '../../src/read/pdf.ts';
import { type Drawn, pdfOfPages } from '../support/office.ts';

const read = async (...pages: readonly (readonly Drawn[])[]) =>
  (await readPdf(pdfOfPages(pages))).text.split('\n');

/** Lines of 12 points below each other; one that begins with a blank is indented by two letters. */
const column = (lines: readonly string[], x = 70, y = 740, pitch = 20): Drawn[] =>
  lines.map((line, i) => ({
    text: line.trimStart(),
    x: line.startsWith(' ') ? x + 24 : x,
    y: y - i * pitch,
  }));

const TITLE: Drawn = { text: '云岭高新区签约两个电池项目', x: 170, y: 785, size: 18 };
const FIRST = [
  ' 六月四日，云岭高新技术产业开发区举行项目集中签约仪式。晨星电',
  '池科技有限公司投资建设年产三万吨电池材料项目，总投资二十亿元，选址',
  '云岭高新区西片区。晨星电池科技有限公司董事长王远山说，项目明年投产',
  '。',
];
const SECOND = [
  ' 同日签约的还有远山食品股份有限公司罐头项目，由远山食品股份有',
  '限公司建设，位于云岭高新区食品园。',
];
const whole = (lines: readonly string[]) => lines.join('').trim();

describe('the text of a PDF', () => {
  it('has a line a paragraph, whatever the length of the text', async () => {
    expect(await read([TITLE, ...column([...FIRST, ...SECOND])])).toEqual([
      TITLE.text,
      whole(FIRST),
      whole(SECOND),
    ]);
    expect(await read([TITLE, ...column(SECOND)])).toEqual([TITLE.text, whole(SECOND)]);
  });

  it('joins paragraphs that are parted by room in place of an indent at their lines alone', async () => {
    const bare = (lines: readonly string[]) => lines.map((line) => line.trimStart());
    const lines = [...column(bare(FIRST)), ...column(bare(SECOND), 70, 740 - 4 * 20 - 16)];
    expect(await read(lines)).toEqual([whole(FIRST), whole(SECOND)]);
  });

  it('has text once that was drawn twice to look bold', async () => {
    const lines = column([...FIRST, ...SECOND]);
    const twice = lines.flatMap((line) => [line, { ...line, x: line.x + 0.4 }]);
    expect(await read(twice)).toEqual([whole(FIRST), whole(SECOND)]);
  });

  it('has no blanks between letters that are set apart', async () => {
    expect(
      await read([
        { text: [...'总投资30亿元的项目'].join(' '), x: 70, y: 740 },
        { text: '云岭高新区公告', x: 70, y: 600, spacing: 8 },
      ]),
    ).toEqual(['总投资30亿元的项目', '云岭高新区公告']);
  });

  it('goes column after column, also where both are written row by row', async () => {
    const cut = (text: string, width: number) =>
      Array.from({ length: Math.ceil(text.length / width) }, (_, i) =>
        text.slice(i * width, (i + 1) * width),
      );
    const left = column(cut(whole(FIRST), 18), 50);
    const right = column(cut(whole(SECOND), 18), 310);
    const rows = left.flatMap((line, i) => [line, ...right.slice(i, i + 1)]);
    expect(await read([TITLE, ...rows])).toEqual([TITLE.text, whole(FIRST), whole(SECOND)]);
    const lower = right.map((line) => ({ ...line, y: line.y - 9 }));
    expect(await read([TITLE, ...left, ...lower])).toEqual([TITLE.text, whole(FIRST), whole(SECOND)]);
  });

  it('goes over a page, without heads, feet, numbers of pages and watermarks; the head tells date and outlet', async () => {
    const around = (page: number): Drawn[] => [
      { text: '云岭日报 2024年6月5日 星期三 第03版', x: 70, y: 815, size: 9 },
      { text: `第 ${page} 页 共 2 页`, x: 280, y: 30, size: 9 },
      { text: '内部资料 注意保存', x: 180, y: 300, size: 40, turned: 45 },
    ];
    const pdf = pdfOfPages([
      [...around(1), TITLE, ...column(FIRST.slice(0, 2))],
      [...around(2), ...column([...FIRST.slice(2), ...SECOND])],
    ]);
    expect(await readPdf(pdf)).toEqual({
      text: [TITLE.text, whole(FIRST), whole(SECOND)].join('\n'),
      metadata: { published: '2024-06-05', outlet: '云岭日报' },
    });
  });

  it('ends an article at the headline of the next, though no headline crosses all columns, and knows the head of one page', async () => {
    const cut = (text: string, width: number) =>
      Array.from({ length: Math.ceil(text.length / width) }, (_, i) =>
        text.slice(i * width, (i + 1) * width),
      );
    const set = (text: string, y: number) => {
      const lines = cut(text, 12);
      const half = Math.ceil(lines.length / 2);
      return [...column(lines.slice(0, half), 60, y), ...column(lines.slice(half), 230, y)];
    };
    const head = ['云岭日报', '2024年6月5日 星期三', '第03版 要闻'];
    const other: Drawn = { text: '石桥港开港', x: 60, y: 560, size: 22 };
    const pdf = pdfOfPages([
      [
        ...head.map((text, i) => ({ text, x: 60 + i * 160, y: 815, size: 10 })),
        { ...TITLE, x: 60, size: 22 },
        ...set(whole(FIRST), 740),
        other,
        ...set(whole(SECOND), 530),
      ],
    ]);
    expect(await readPdf(pdf)).toEqual({
      text: [TITLE.text, whole(FIRST), other.text, whole(SECOND)].join('\n'),
      metadata: { published: '2024-06-05', outlet: '云岭日报' },
    });
  });

  it('has a figure whole that goes on in the next line', async () => {
    const lines = ['晨星电池科技有限公司与云岭高新区签约，项目总投资达到20', '00亿元。'];
    expect(await read(column(lines))).toEqual([lines.join('')]);
  });

  it('of a page that was printed from a browser has neither its time nor its address', async () => {
    expect(
      await read([
        { text: '2024/6/5 10:30', x: 25, y: 822, size: 8 },
        { text: '签约_云岭高新区', x: 280, y: 822, size: 8 },
        TITLE,
        ...column([...FIRST, ...SECOND]),
        { text: '技术支持：云帆网络科技有限公司', x: 200, y: 200, size: 9 },
        { text: 'https://news.example.org/2024/06/05/1.html', x: 25, y: 18, size: 8 },
        { text: '1/1', x: 560, y: 18, size: 8 },
      ]),
    ).toEqual([TITLE.text, whole(FIRST), whole(SECOND)]);
  });

  it('that is set from top to bottom goes from right to left', async () => {
    const lines = ['云岭高新区与晨星科技有限公司签约', '总投资十二亿元。'];
    expect(await read(lines.map((text, i) => ({ text, x: 500 - i * 20, y: 700, vertical: true })))).toEqual([
      lines.join(''),
    ]);
  });

  it('of a page that lies on its side is read as it lies', async () => {
    const lines = column(FIRST).map(({ text, x, y }) => ({ text, x: 595 - y + 200, y: x, turned: 90 }));
    expect(await read(lines)).toEqual([whole(FIRST)]);
  });

  it('has the rows of a table, each cell with the name of its column', async () => {
    const row = (cells: readonly string[], y: number): Drawn[] =>
      cells.map((text, i) => ({ text, x: 70 + i * 160, y }));
    expect(
      await read([
        ...column(FIRST),
        ...row(['项目名称', '投资主体', '总投资'], 600),
        ...row(['晨星电池项目', '晨星科技有限公司', '12亿元'], 580),
        ...row(['远山罐头项目', '远山食品有限公司', '3亿元'], 560),
        ...column(SECOND, 70, 500),
      ]),
    ).toEqual([
      whole(FIRST),
      '项目名称：晨星电池项目，投资主体：晨星科技有限公司，总投资：12亿元。',
      '项目名称：远山罐头项目，投资主体：远山食品有限公司，总投资：3亿元。',
      whole(SECOND),
    ]);
  });

  it('has the rows of a tight table beside a text of two columns', async () => {
    const row = (cells: readonly string[], y: number): Drawn[] =>
      cells.map((text, i) => ({ text, x: [70, 150, 254][i] ?? 0, y }));
    const cut = (text: string, width: number) =>
      Array.from({ length: Math.ceil(text.length / width) }, (_, i) =>
        text.slice(i * width, (i + 1) * width),
      );
    expect(
      await read([
        ...column(SECOND, 70, 760),
        ...row(['项目名称', '投资主体', '总投资'], 700),
        ...row(['晨星电池项目', '晨星科技有限公司', '12亿元'], 680),
        ...row(['远山罐头项目', '远山食品有限公司', '3亿元'], 660),
        ...column(cut(whole(FIRST), 18), 70, 600),
        ...column(cut(whole(SECOND), 18), 310, 600),
      ]),
    ).toEqual([
      whole(SECOND),
      '项目名称：晨星电池项目，投资主体：晨星科技有限公司，总投资：12亿元。',
      '项目名称：远山罐头项目，投资主体：远山食品有限公司，总投资：3亿元。',
      whole(FIRST),
      whole(SECOND),
    ]);
  });

  const cut = (text: string, width: number): string[] =>
    Array.from({ length: Math.ceil(text.length / width) }, (_, i) => text.slice(i * width, (i + 1) * width));
  const [first, second] = [whole(FIRST), whole(SECOND)];

  it('goes through three columns under one headline, one after the other', async () => {
    const three = [first, first, second].map((text, i) => column(cut(text, 13), 60 + i * 168, 700));
    expect(await read([TITLE, ...three.flat()])).toEqual([TITLE.text, first, first, second]);
  });

  it('reads a report in two narrow columns, and then the one beside it', async () => {
    const main = [first, first].flatMap((text, i) => column(cut(text, 12), 50 + i * 154, 700, 22));
    const beside = column(cut(second, 12), 390, 716, 18);
    expect(await read([{ ...TITLE, x: 50 }, ...main, ...beside])).toEqual([TITLE.text, first, first, second]);
  });

  it('reads text that is set down with upright letters and turned figures', async () => {
    const down = (text: string, x: number): Drawn[] => {
      let y = 780;
      return (text.match(/\d+|./gu) ?? []).map((part) => {
        const isTurned = /\d/u.test(part);
        const drawn = { text: part, x: isTurned ? x + 2 : x, y: isTurned ? y : y - 11 };
        y -= isTurned ? part.length * 6 : 12;
        return isTurned ? { ...drawn, turned: -90 } : drawn;
      });
    };
    const text = first.replace('六月四日', '6月14日');
    expect(await read(cut(text, 30).flatMap((line, i) => down(line, 500 - 22 * i)))).toEqual([text]);
  });

  it('has the rows of a ruled table, whose cells are broken and stand in the middle of their rows', async () => {
    const [columns, rows] = [
      [60, 130, 220, 300, 360],
      [700, 670, 620, 570],
    ];
    const rules = [
      ...rows.map((y) => [60, y, 360, y] as const),
      ...columns.map((x) => [x, 700, x, 570] as const),
    ];
    const put = (lines: readonly string[], i: number, y: number): Drawn[] =>
      lines.map((text, n) => ({ text, x: (columns[i] ?? 0) + 3, y: y + (lines.length - 1) * 8 - n * 16 }));
    const body = [
      [['项目名称'], ['投资主体'], ['总投资']],
      [['晨星电池', '项目'], ['晨星科技有限', '公司'], ['12']],
      [['远山罐头', '项目'], ['远山食品'], ['3亿元']],
    ];
    const cells = body.flatMap((row, r) => row.flatMap((lines, i) => put(lines, i, [680, 640, 590][r] ?? 0)));
    const state = ['进展', '已开工', '主体封顶'].map((text, r) => ({
      text,
      x: 303,
      y: [680, 640, 590][r] ?? 0,
    }));
    const [head] = column([second.slice(0, 12)], 60, 760);
    expect(await read([{ ...(head as Drawn), rules }, ...cells, ...state])).toEqual([
      second.slice(0, 12),
      '项目名称：晨星电池项目，投资主体：晨星科技有限公司，总投资：12，进展：已开工。',
      '项目名称：远山罐头项目，投资主体：远山食品，总投资：3亿元，进展：主体封顶。',
    ]);
  });

  it('has the rows of a table without rules, whose heads and cells are broken and stand in the middle of their rows', async () => {
    const row = (y: number, ...cells: readonly string[]): Drawn[] =>
      cells.flatMap((text, i) =>
        text === '' ? [] : [{ text, x: [60, 100, 250, 400][i] ?? 0, y, size: 10.5 }],
      );
    expect(
      await read([
        ...row(760, '序号', '项目名称', '建设单位', '总投资'),
        ...row(746, '', '', '', '（亿元）'),
        ...row(723, '', '晨星电池材料及配'),
        ...row(716, '1', '', '晨星科技有限公司', '12'),
        ...row(709, '', '套基地项目'),
        ...row(686, '2', '远山智能装备项目', '远山装备股份有', '5.6'),
        ...row(672, '', '', '限公司'),
        ...row(650, '3', '蓝湾材料项目', '蓝湾材料公司', '8'),
      ]),
    ).toEqual([
      '序号：1，项目名称：晨星电池材料及配套基地项目，建设单位：晨星科技有限公司，总投资：12亿元。',
      '序号：2，项目名称：远山智能装备项目，建设单位：远山装备股份有限公司，总投资：5.6亿元。',
      '序号：3，项目名称：蓝湾材料项目，建设单位：蓝湾材料公司，总投资：8亿元。',
    ]);
  });

  it('keeps the figures and heads of a table that goes on at the top of further pages', async () => {
    const row = (y: number, ...cells: readonly string[]): Drawn[] =>
      cells.map((text, i) => ({ text, x: 70 + i * 160, y }));
    const page = (first: string, second: string): Drawn[] => [
      ...row(790, '项目名称', '投资主体', '总投资（万元）'),
      ...row(770, `${first}电池项目`, `${first}科技有限公司`, '8000'),
      ...row(750, `${second}食品项目`, `${second}食品有限公司`, '3000'),
      { text: '2', x: 300, y: 30 },
    ];
    expect(await read(page('晨星', '远山'), page('蓝湾', '石桥'))).toEqual([
      '项目名称：晨星电池项目，投资主体：晨星科技有限公司，总投资：8000万元。',
      '项目名称：远山食品项目，投资主体：远山食品有限公司，总投资：3000万元。',
      '项目名称：蓝湾电池项目，投资主体：蓝湾科技有限公司，总投资：8000万元。',
      '项目名称：石桥食品项目，投资主体：石桥食品有限公司，总投资：3000万元。',
    ]);
  });
});
