import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWorkbook } from '../../src/read/xlsx.ts';
import { docxOf } from '../support/office.ts';

const PROGRAM = resolve('dist/cli/main.js');

/** A journalist's way, from a folder of what lies about to a workbook, a correction and the workbook that has it. */
describe('a journalist', () => {
  const folder = mkdtempSync(join(tmpdir(), 'yuantu-journalist-'));
  const news = join(folder, '新闻');

  const yuantu = (...argv: readonly string[]) => {
    const env = { ...process.env, LC_ALL: 'zh_CN.UTF-8' };
    const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...argv], {
      encoding: 'utf8',
      cwd: folder,
      env,
    });
    return { status, stdout, stderr };
  };

  /** The rows of a sheet of the workbook, by the heads of its columns. */
  const sheet = (file: string, name: string) => {
    const [heads, ...rows] =
      readWorkbook(readFileSync(join(folder, file)))
        .find((one) => one.name.startsWith(name))
        ?.rows.map(({ cells }) => cells) ?? [];
    return rows.map((cells) => Object.fromEntries((heads ?? []).map((head, i) => [head, cells[i]])));
  };
  const investmentOf = (file: string) =>
    Object.entries(sheet(file, '项目').find((row) => Object.values(row).includes('晨星半导体材料项目')) ?? {})
      .filter(([head]) => head.includes('投资'))
      .map(([, value]) => value);

  beforeAll(() => {
    if (!existsSync(PROGRAM)) throw new Error(`${PROGRAM} is not there; run npm run build`);
    mkdirSync(join(news, '旧闻'), { recursive: true });
    const told = '晨星科技有限公司在云岭高新区投资建设晨星半导体材料项目，总投资5亿元，目前已开工。';
    writeFileSync(join(news, '签约.txt'), told);
    writeFileSync(
      join(news, '走访.html'),
      `<html><head><meta charset="utf-8"><title>走访</title></head><body><h1>云岭高新区走访企业</h1><p>${told}</p></body></html>`,
    );
    writeFileSync(
      join(news, '简报.docx'),
      docxOf(`<w:p><w:r><w:t>云岭高新区简报。</w:t></w:r></w:p><w:p><w:r><w:t>${told}</w:t></w:r></w:p>`),
    );
    cpSync('test/read/fixtures/article.pdf', join(news, '旧闻', '报纸.pdf'));
    writeFileSync(
      join(news, '旧闻', '库.csv'),
      '编号,正文,标题,日期\n1,力元新能源科技有限公司落户宜春经开区。,力元落户,2024-06-05\n2,,空,\n',
    );
    writeFileSync(join(news, '空.txt'), '');
    writeFileSync(join(news, '照片.jpg'), 'x');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('builds a graph of a folder, and is told in Chinese of every file', () => {
    const { status, stdout, stderr } = yuantu('build', news);
    expect(status).toBe(1);
    expect(stdout).toMatch(/文件：读取 5，略过 1，搁置 2/u);
    expect(stderr).toMatch(/已搁置：.*空\.txt：? ?.*是空的/u);
    expect(stderr).toMatch(/已略过（不读取的文件类型）：.*照片\.jpg/u);
  });

  it('keeps a workbook of it, with the sum and its sentence', () => {
    expect(yuantu('export', '园区.xlsx')).toMatchObject({ status: 0 });
    expect(sheet('园区.xlsx', '企业').flatMap((row) => Object.values(row))).toContain('晨星科技有限公司');
    expect(investmentOf('园区.xlsx').join()).toMatch(/5.*总投资5亿元/su);
    expect(sheet('园区.xlsx', '文章').flatMap((row) => Object.values(row))).toContain('力元落户');
  });

  it('corrects the sum, which the next workbook has, and takes it back', () => {
    const wrong = ['judge', 'wrong', 'Project:晨星半导体材料项目', '--fact', 'investment'];
    const missed = yuantu(...wrong, '--value', '7');
    expect(missed.status).toBe(1);
    expect(missed.stderr).toContain('没有文章说到 晨星半导体材料项目 的 investment 为 7');
    expect(yuantu(...wrong, '--value', '500000000', '--right', '600000000', '--why', '更正')).toMatchObject({
      status: 0,
    });
    expect(yuantu('export', '更正.xlsx')).toMatchObject({ status: 0 });
    expect(investmentOf('更正.xlsx').join()).toMatch(/^6/u);
    const [, id = ''] = /✓ ([\da-f]+) /u.exec(yuantu('judge', 'list').stdout) ?? [];
    expect(yuantu('judge', 'undo', id)).toMatchObject({ status: 0 });
    expect(yuantu('export', '撤销.xlsx')).toMatchObject({ status: 0 });
    expect(investmentOf('撤销.xlsx')).toEqual(investmentOf('园区.xlsx'));
  });
});
