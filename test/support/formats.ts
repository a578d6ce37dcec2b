import { writeZip } from '../../src/exchange/zip.ts';
import { docxOf, pdfOfPages } from './office.ts';

/** An invented article: a title, a line that tells day and outlet, and paragraphs. */
export interface Piece {
  readonly title: string;
  readonly head: string;
  readonly outlet: string;
  readonly paragraphs: readonly string[];
}

/** The article as a clean text has it, a line each. */
export const linesOf = ({ title, head, paragraphs }: Piece): string[] => [title, head, ...paragraphs];
export const textOf = (piece: Piece): string => linesOf(piece).join('\n');

const ZONES = '白鹭 青禾 云岭 松涛 晨湖 远山 石桥 金川 银杏 碧水 东屿 西塘'.split(' ');
const FIRMS = '远航 晨星 蓝湾 海川 宁远 启明 恒岳 云帆 瑞林 安澜 泰和 新野'.split(' ');
const [SURNAMES, NAMES] = ['李周王张陈赵', '明远 启文 建国 海平 思源 志强 文博'.split(' ')];

/** The nth article; no two of the first few dozen have zone, firm and people in common. */
export function pieceOf(n: number): Piece {
  const pick = (list: readonly string[] | string, step: number) => list[step % list.length] ?? '';
  const zone = pick(ZONES, n);
  const firm = `${pick(FIRMS, n)}${pick(ZONES, n + Math.floor(n / 12) + 1)}`;
  const official = pick(SURNAMES, n) + pick(NAMES, n);
  const executive = pick(SURNAMES, n + 1) + pick(NAMES, n + 3);
  const sum = 11 + n;
  const outlet = `${zone}日报`;
  return {
    title: `${zone}高新区签约三个新材料项目`,
    head: `2024年6月${1 + (n % 28)}日 来源：${outlet}`,
    outlet,
    paragraphs: [
      `6月1日，${zone}高新技术产业开发区举行项目集中签约仪式。${firm}新材料科技有限公司投资建设年产${n + 2}万吨锂电隔膜项目，总投资${sum}亿元，选址${zone}高新区东片区。`,
      `${zone}高新区管委会主任${official}出席并致辞。${firm}新材料科技有限公司董事长${executive}表示，项目预计2025年10月投产。`,
    ],
  };
}

/** A page as sites make them, with what stands around an article. */
export function pageOf({ title, head, paragraphs }: Piece): string {
  const body = [head, ...paragraphs].map((line) => `<p>${line}</p>`).join('\n');
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title></head><body>
  <div class="nav"><a href="/">首页</a> <a href="/a">苍鹭经济技术开发区</a></div><h1>${title}</h1>
  ${body}<p>广告｜苍鹭地产80亿元项目</p>
  <h3>热榜</h3><ul><li><a href="/1">苍鹭集团项目开工</a></li></ul>
  <div class="footer">技术支持：云帆网络科技有限公司</div></body></html>`;
}

/** Characters of GB18030 in two bytes, by looking each code up. */
export function toGb18030(text: string): Buffer {
  return Buffer.from([...text].flatMap((c) => (c.charCodeAt(0) < 0x80 ? [c.charCodeAt(0)] : codesOf(c))));
}

let codes: Map<string, readonly number[]> | undefined;
function codesOf(character: string): readonly number[] {
  if (codes === undefined) {
    codes = new Map();
    const decoder = new TextDecoder('gb18030');
    for (let high = 0x81; high <= 0xfe; high++)
      for (let low = 0x40; low <= 0xfe; low++)
        codes.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  }
  return codes.get(character) ?? [];
}

export const utf16be = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le').swap16();

export const marked = (mark: readonly number[], bytes: Buffer): Buffer =>
  Buffer.concat([Buffer.from(mark), bytes]);

export function rtfOf(piece: Piece): string {
  const letters = [...textOf(piece)].map((c) => {
    const code = c.charCodeAt(0);
    if (c === '\n') return '\\par ';
    return code < 0x80 ? c : `\\u${((code + 0x8000) % 0x10000) - 0x8000}?`;
  });
  return `{\\rtf1\\ansi\\uc1 ${letters.join('')}}`;
}

export const mhtmlOf = (piece: Piece): string =>
  [
    'Content-Type: multipart/related; boundary="b"',
    '',
    '--b',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(pageOf(piece)).toString('base64'),
    '--b--',
  ].join('\r\n');

export const wordOf = (piece: Piece): Buffer =>
  docxOf(
    linesOf(piece)
      .map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`)
      .join(''),
  );

/** Broken at a fixed width, as a page is set, with a running foot. */
export const printOf = (piece: Piece): Buffer =>
  pdfOfPages([
    [
      ...linesOf(piece)
        .flatMap((line) => line.match(/.{1,36}/gu) ?? [])
        .map((text, i) => ({ text, x: 70, y: 780 - i * 20 })),
      { text: '1', x: 300, y: 30 },
    ],
  ]);

function tableOf(piece: Piece): string[][] {
  const [day] = piece.head.split(' ');
  return [
    ['正文', '标题', '日期', '媒体'],
    [textOf(piece), piece.title, day ?? '', piece.outlet],
  ];
}

export const csvOf = (piece: Piece): string =>
  `\ufeff${tableOf(piece)
    .map((row) => row.map((cell) => `"${cell}"`).join(','))
    .join('\r\n')}\r\n`;

/** A workbook of one sheet with these rows. */
export function xlsxOf(rows: readonly (readonly string[])[]): Buffer {
  const sheet = rows.map(
    (cells, i) =>
      `<row r="${i + 1}">${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`,
  );
  return Buffer.concat([
    ...writeZip([
      {
        name: 'xl/workbook.xml',
        content: '<workbook xmlns:r="r"><sheets><sheet name="a" r:id="r1"/></sheets></workbook>',
      },
      {
        name: 'xl/_rels/workbook.xml.rels',
        content: '<Relationships><Relationship Id="r1" Target="a.xml"/></Relationships>',
      },
      {
        name: 'xl/a.xml',
        content: `<worksheet><sheetData>${sheet.join('')}</sheetData></worksheet>`,
      },
    ]),
  ]);
}

export const bookOf = (piece: Piece): Buffer => xlsxOf(tableOf(piece));
