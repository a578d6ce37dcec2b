import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { READ_LIMITS } from '../../src/model/read-limits.ts';
import { READERS } from '../../src/read/formats.ts';

const TITLE = '白鹭高新区签约三个项目';
const TEXT =
  '6月4日，远航新材料科技有限公司与白鹭高新区签约，总投资30亿元，项目两年内建成投产，带动上下游企业集聚，形成完整产业链。';
const PAGE = `<html><head><title>${TITLE}</title></head><body><h1>${TITLE}</h1><p>${TEXT}</p></body></html>`;

const read = (kind: keyof typeof READERS, content: string | Uint8Array) =>
  READERS[kind](Buffer.from(content), READ_LIMITS);

describe('Markdown', () => {
  it('gives its text without its marks, and what its head tells', async () => {
    const { text, metadata } = await read(
      '.md',
      `---\ntitle: "${TITLE}"\ndate: 2024/6/5\n来源：白鹭日报\n---\n\n# ${TITLE}\n\n**远航新材料科技有限公司**与[白鹭高新区](https://example.org)签约。\n\n- 总投资*30亿元*\n1. 甲\n> 引语\n\n---\n![图](a.png)\n\`\`\`\n年产2*3*4万吨\n`,
    );
    expect(text.split('\n').filter(Boolean)).toEqual([
      TITLE,
      '远航新材料科技有限公司与白鹭高新区签约。',
      '总投资30亿元',
      '1. 甲',
      '引语',
      '年产2*3*4万吨',
    ]);
    expect(metadata).toEqual({ title: TITLE, published: '2024-06-05', outlet: '白鹭日报' });
  });

  it('gives the rows of its tables, and no comments', async () => {
    const { text } = await read(
      '.md',
      '单位：亿元\n\n| 项目名称 | 建设单位 | **总投资** |\n|---|:--|---:|\n| 晨星电池项目 | 晨星\\|科技 | 12 |\n远山项目 | 远山食品 | 3 |\n<!-- 待核\n -->\n- [x] 已核\n',
    );
    expect(text.split('\n').filter(Boolean)).toEqual([
      '单位：亿元',
      '项目名称：晨星电池项目，建设单位：晨星|科技，总投资：12亿元。',
      '项目名称：远山项目，建设单位：远山食品，总投资：3亿元。',
      '已核',
    ]);
  });

  it('gives its text without the marks of pages that stand in it', async () => {
    const { text } = await read(
      '.md',
      '<center>图</center>\n\n总投资<b>30</b>亿元<br>两年<br />建成\n\n| 项目名称 | 建设单位 |\n|---|---|\n| 晨星<br>项目 | <font color="red">晨星</font> |\n',
    );
    expect(text.split('\n').filter(Boolean)).toEqual([
      '图',
      '总投资30亿元',
      '两年',
      '建成',
      '项目名称：晨星 项目，建设单位：晨星。',
    ]);
  });

  it('without a head takes its first heading for the title', async () => {
    expect(await read('.md', `${TEXT}\n# ${TITLE} #\n`)).toMatchObject({ metadata: { title: TITLE } });
  });
});

describe('pages by other names', () => {
  it.each(['.xhtml', '.shtml'] as const)('%s is a page', async (kind) => {
    const { text } = await read(kind, `<?xml version="1.0" encoding="utf-8"?>\n${PAGE}`);
    expect(text).toBe(`${TITLE}\n${TEXT}`);
  });

  const mhtml = (encoding: string, body: string, end = '\r\n') =>
    [
      'From: <Saved by Blink>',
      'Snapshot-Content-Location: https://example.org/1.html',
      'Content-Type: multipart/related;',
      '\ttype="text/html"; boundary="--=_1"',
      '',
      '',
      '----=_1',
      'Content-Type: text/css',
      '',
      'p { }',
      '----=_1',
      'Content-Type: text/html; charset=utf-8',
      `Content-Transfer-Encoding: ${encoding}`,
      '',
      body,
      '----=_1--',
      '',
    ].join(end);
  const quoted = Array.from(Buffer.from(PAGE), (byte, i) => {
    const code =
      byte > 0x7e || byte === 0x3d ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte);
    return i % 40 === 39 ? `${code}=\r\n` : code;
  }).join('');

  it.each([
    ['quoted-printable', quoted],
    ['base64', Buffer.from(PAGE).toString('base64')],
  ])('.mhtml holds one, in %s', async (encoding, body) => {
    for (const kind of ['.mhtml', '.mht'] as const) {
      const { text, metadata } = await read(kind, mhtml(encoding, body));
      expect(text).toBe(`${TITLE}\n${TEXT}`);
      expect(metadata).toMatchObject({ title: TITLE, url: 'https://example.org/1.html' });
    }
  });

  it('.mhtml without one is refused', async () => {
    await expect(read('.mhtml', 'Content-Type: text/plain\r\n\r\nx')).rejects.toThrow('holds no page');
  });
});

describe('RTF', () => {
  const unicode = (text: string) =>
    Array.from(text, (char) => `\\u${(char.charCodeAt(0) << 16) >> 16}?`).join('');
  const head =
    '{\\rtf1\\ansi\\ansicpg936\\uc1{\\fonttbl{\\f0 SimSun;}}{\\*\\generator x;}{\\info{\\title y}}';

  it.each([
    [
      'Unicode',
      `${head}\\pard ${unicode('白鹭高新区')}\\par\n${unicode('总投资')}30${unicode('亿元')}\\{a\\}\\par}`,
    ],
    [
      'code page 936',
      `${head}\\f0 \\'b0\\'d7\\'f0\\'d8\\'b8\\'df\\'d0\\'c2\\'c7\\'f8\\par \\'d7\\'dc\\'cd\\'b6\\'d7\\'ca30\\'d2\\'da\\'d4\\'aa\\{a\\}}`,
    ],
  ])('gives a line a paragraph, in %s', async (_, source) => {
    expect((await read('.rtf', source)).text).toBe('白鹭高新区\n总投资30亿元{a}');
  });

  it('gives the rows of its tables', async () => {
    const row = (...cells: readonly string[]) =>
      `\\trowd\\cellx1000\\intbl ${cells.map((text) => `${unicode(text)}\\cell `).join('')}\\row\n`;
    const table = `${row('项目名称', '建设单位', '总投资')}${row('晨星项目', '晨星', '')}${row('远山项目', '远山', '三亿元')}`;
    const { text } = await read(
      '.rtf',
      `${head}\\pard ${unicode('项目如下')}\\par ${table}\\pard ${unicode('以上')}\\par ${row('甲', '乙')}}`,
    );
    expect(text.split('\n')).toEqual([
      '项目如下',
      '项目名称：晨星项目，建设单位：晨星。',
      '项目名称：远山项目，建设单位：远山，总投资：三亿元。',
      '以上',
      '甲\t乙',
    ]);
  });

  it('that is none is refused', async () => {
    await expect(read('.rtf', TEXT)).rejects.toThrow('is no RTF document');
  });
});

describe.runIf(process.platform !== 'win32')('old Word and WPS', () => {
  const path = process.env.PATH;
  const home = mkdtempSync(join(tmpdir(), 'yuantu-formats-'));
  afterEach(() => {
    process.env.PATH = path;
  });
  afterAll(() => rmSync(home, { recursive: true }));

  it('are read by LibreOffice where it is installed', async () => {
    const fixture = new URL('fixtures/article.docx', import.meta.url).pathname;
    // It is called with the folder to write into behind --outdir.
    writeFileSync(join(home, 'soffice'), `#!/bin/sh\nexec /bin/cp '${fixture}' "$6/document.docx"\n`);
    chmodSync(join(home, 'soffice'), 0o755);
    process.env.PATH = home;
    expect((await read('.doc', 'x')).text).toContain('晨星科技落户云岭高新区');
  });

  it('are set aside where it is not installed, or can make nothing of them', async () => {
    process.env.PATH = join(home, 'nowhere');
    await expect(read('.wps', 'x')).rejects.toThrow('LibreOffice, which is not installed; save it as .docx');
    writeFileSync(join(home, 'soffice'), '#!/bin/sh\nexit 0\n');
    process.env.PATH = home;
    await expect(read('.doc', 'x')).rejects.toThrow('LibreOffice can make nothing of it');
  });
});
