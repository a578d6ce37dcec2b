import { describe, expect, it } from 'vitest';
import { readDocx } from '../../src/read/docx.ts';
import { docxOf } from '../support/office.ts';

const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
const paragraph = (...runs: readonly string[]) => `<w:p>${runs.join('')}</w:p>`;
const cell = (text: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(run(text))}</w:tc>`;
const row = (...cells: readonly string[]) => `<w:tr>${cells.join('')}</w:tr>`;
const table = (...rows: readonly string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;
const BREAK = '<w:r><w:br/></w:r>';

const read = async (...body: readonly string[]) => (await readDocx(docxOf(body.join('')))).text.split('\n');

describe('a Word document', () => {
  it('gives a line for each soft break', async () => {
    expect(
      await read(
        paragraph(run('白鹭园区入驻企业'), BREAK, run('晨星'), run('科技公司'), BREAK, run('远山食品公司')),
      ),
    ).toEqual(['白鹭园区入驻企业', '晨星科技公司', '远山食品公司']);
  });

  it('leaves out what is hidden or struck through, and nothing else', async () => {
    const set = (properties: string, text: string) =>
      `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
    expect(
      await read(
        paragraph(
          run('总投资'),
          set('<w:strike/>', '12亿元'),
          set('<w:vanish/>', '待定'),
          set('<w:strike w:val="false"/>', '15亿元'),
          set('<w:dstrike w:val="1"/>', '或更多'),
          run('。'),
        ),
      ),
    ).toEqual(['总投资15亿元。']);
  });

  it('gives a line for each item of a list', async () => {
    const item = (text: string) =>
      paragraph('<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>', run(text));
    expect(await read(item('晨星科技公司'), item('远山食品公司'))).toEqual(['晨星科技公司', '远山食品公司']);
  });

  it('gives each row of a table what its columns are named', async () => {
    const lines = await read(
      table(
        row(cell('项目名称'), cell('投资主体'), cell('总投资')),
        row(cell('晨星电池项目'), cell('晨星科技有限公司'), cell('12亿元')),
        row(cell('远山罐头项目'), cell(''), cell('3亿元')),
      ),
      paragraph(run('签约在白鹭园区举行。')),
    );
    expect(lines).toEqual([
      '项目名称：晨星电池项目，投资主体：晨星科技有限公司，总投资：12亿元。',
      '项目名称：远山罐头项目，总投资：3亿元。',
      '签约在白鹭园区举行。',
    ]);
  });

  it('gives a cell that was merged with those below to each of their rows', async () => {
    const lines = await read(
      table(
        row(cell('园区'), cell('项目')),
        row(cell('白鹭园区', '<w:vMerge w:val="restart"/>'), cell('晨星电池项目')),
        row(cell('', '<w:vMerge/>'), cell('远山罐头项目')),
      ),
    );
    expect(lines).toEqual(['园区：白鹭园区，项目：晨星电池项目。', '园区：白鹭园区，项目：远山罐头项目。']);
  });

  it('gives a form as one line of what it tells', async () => {
    expect(await read(table(row(cell('总投资'), cell('12亿元')), row(cell('工期'), cell('2年'))))).toEqual([
      '总投资：12亿元，工期：2年。',
    ]);
  });

  it('gives a table without names of columns as it stands', async () => {
    expect(await read(table(row(cell('晨星'), cell('远山')), row(cell('白鹭'), cell('青石'))))).toEqual([
      '晨星\t远山',
      '白鹭\t青石',
    ]);
  });

  it('leaves out what was struck out, and what is said twice for old programs', async () => {
    const lines = await read(
      paragraph(
        run('晨星科技'),
        '<w:del><w:r><w:delText>电子</w:delText></w:r></w:del>',
        `<w:moveFrom>${run('旧址')}</w:moveFrom>`,
        `<w:ins>${run('公司')}</w:ins>`,
      ),
      paragraph(
        `<mc:AlternateContent xmlns:mc="m"><mc:Choice>${run('落户')}</mc:Choice><mc:Fallback>${run('落户')}</mc:Fallback></mc:AlternateContent>`,
      ),
    );
    expect(lines).toEqual(['晨星科技公司', '落户']);
  });

  it('gives the paragraphs of a table that only places them on the page', async () => {
    const long = [
      '晨星科技公司与白鹭园区签约，总投资12亿元的晨星电池项目落户，计划两年内分两期建成，全部达产后年产值30亿元。',
    ];
    long.push(long[0]?.replace('晨星', '远山') ?? '');
    const side = cell('本版编者按');
    const main = `<w:tc>${long.map((text) => paragraph(run(text))).join('')}</w:tc>`;
    expect(await read(table(row(cell('白鹭日报'), cell('要闻')), row(main, side)))).toEqual([
      '白鹭日报',
      '要闻',
      ...long,
      '本版编者按',
    ]);
    const text = `<w:tc>${[...long, ...long].map((line) => paragraph(run(line))).join('')}</w:tc>`;
    expect(await read(table(row(cell('报送单位'), cell('白鹭园区')), row(cell('正文'), text)))).toEqual([
      '报送单位',
      '白鹭园区',
      '正文',
      ...long,
      ...long,
    ]);
    const named = await read(table(row(cell('建设内容'), cell('建设单位')), row(main, cell('晨星'))));
    expect(named).toEqual([`建设内容：${long.join(' ').slice(0, -1)}，建设单位：晨星。`]);
  });
});
