import { type ExportGraph, RIGHTS } from '../graph.ts';
import { escapeXml } from '../xml/write.ts';
import { writeZip, type ZipEntry } from '../zip.ts';
import { type Cell, type Sheet, toSheets } from './sheets.ts';

/** What Excel takes at most in one cell, in one sheet, and of links in one sheet. */
const LONGEST = 32_767;
const MOST_ROWS = 1_048_576;
const MOST_LINKS = 65_530;

/**
 * A workbook of the tables in `sheets.ts`. Cells are plain text and numbers, so that no text is taken for a formula; text past
 * 32,767 characters is cut, rows past the millionth stay out, and cells past the 65,530th of a sheet lead nowhere.
 *
 * Source: ECMA-376, Office Open XML, part 1, section 18
 */
export function writeXlsx(graph: ExportGraph): Generator<Uint8Array> {
  return writeZip(partsOf(toSheets(graph), graph));
}

/** A workbook of one table: its heads, and rows in which a text that is an address leads there. */
export function writeTable(
  {
    name,
    head,
    rows,
  }: {
    readonly name: string;
    readonly head: readonly string[];
    readonly rows: readonly (readonly (string | number)[])[];
  },
  creator: string,
): Generator<Uint8Array> {
  const toLink = (value: string | number): Cell =>
    typeof value === 'string' && /^https?:\/\/\S{1,2000}$/u.test(value)
      ? { text: value, address: value }
      : value;
  const columns = head.map((title, at) => {
    const longest = Math.max(title.length, ...rows.slice(0, 200).map((row) => String(row[at] ?? '').length));
    return { head: title, width: Math.min(60, 6 + 2 * longest) };
  });
  // Excel takes none of these in the name of a sheet.
  const sheet = {
    name: name.replace(/[:\\/?*[\]]/gu, ' ').slice(0, 31),
    columns,
    rows: () => rows.map((row) => row.map(toLink)),
  };
  return writeZip(partsOf([sheet], { creator, description: name, rights: RIGHTS }));
}

/** What the properties of a workbook say. */
type About = Pick<ExportGraph, 'creator' | 'date' | 'description' | 'rights'>;

function* partsOf(sheets: readonly Sheet[], about: About): Generator<ZipEntry> {
  yield { name: '[Content_Types].xml', content: contentTypes(sheets) };
  yield {
    name: '_rels/.rels',
    content: relationships([
      [`${OFFICE}/officeDocument`, 'xl/workbook.xml'],
      [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
  };
  yield { name: 'docProps/core.xml', content: coreProperties(about) };
  yield { name: 'xl/workbook.xml', content: workbook(sheets) };
  yield { name: 'xl/styles.xml', content: STYLES };
  yield {
    name: 'xl/_rels/workbook.xml.rels',
    content: relationships([
      ...sheets.map((_, i) => [`${OFFICE}/worksheet`, `worksheets/sheet${i + 1}.xml`] as const),
      [`${OFFICE}/styles`, 'styles.xml'],
    ]),
  };
  for (const [i, sheet] of sheets.entries()) {
    // Filled while the sheet is written, which comes first.
    const links: Link[] = [];
    yield { name: `xl/worksheets/sheet${i + 1}.xml`, content: worksheet(sheet, links) };
    if (links.length > 0)
      yield {
        name: `xl/worksheets/_rels/sheet${i + 1}.xml.rels`,
        content: relationships(
          links.map(({ address }) => [`${OFFICE}/hyperlink`, address]),
          true,
        ),
      };
  }
}

/** A cell, such as `A2`, and where it leads. */
interface Link {
  readonly at: string;
  readonly address: string;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** How a cell looks: the places of its formats in `STYLES`. */
const STYLE = { plain: 0, head: 1, sum: 2, share: 3, link: 4 } as const;
const TOP = '<alignment vertical="top" wrapText="1"/>';
const STYLES =
  `${HEAD}<styleSheet xmlns="${MAIN}">` +
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.####"/></numFmts>' +
  '<fonts count="3"><font><sz val="11"/><name val="Calibri"/></font>' +
  '<font><b/><sz val="11"/><name val="Calibri"/></font>' +
  '<font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="5"><xf numFmtId="0" fontId="0" applyAlignment="1">${TOP}</xf>` +
  `<xf numFmtId="0" fontId="1" applyFont="1"/>` +
  `<xf numFmtId="164" fontId="0" applyNumberFormat="1" applyAlignment="1">${TOP}</xf>` +
  `<xf numFmtId="2" fontId="0" applyNumberFormat="1" applyAlignment="1">${TOP}</xf>` +
  `<xf numFmtId="0" fontId="2" applyFont="1" applyAlignment="1">${TOP}</xf></cellXfs></styleSheet>`;

function contentTypes(sheets: readonly Sheet[]): string {
  const parts = sheets
    .map(
      (_, i) =>
        `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>`,
    )
    .join('');
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>' +
    `<Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/>` +
    `<Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/>${parts}</Types>`
  );
}

function relationships(all: readonly (readonly [type: string, target: string])[], isOutside = false): string {
  const mode = isOutside ? ' TargetMode="External"' : '';
  const rows = all.map(
    ([type, target], i) =>
      `<Relationship Id="r${i + 1}" Type="${type}" Target="${escapeXml(target)}"${mode}/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${rows.join('')}</Relationships>`;
}

function workbook(sheets: readonly Sheet[]): string {
  const rows = sheets.map(
    ({ name }, i) => `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="r${i + 1}"/>`,
  );
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${rows.join('')}</sheets></workbook>`;
}

function coreProperties({ creator, date, description, rights }: About): string {
  return (
    `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:creator>${escapeXml(creator)}</dc:creator><dc:description>${escapeXml(`${description}. ${rights}`)}</dc:description>` +
    `${date === undefined ? '' : `<dcterms:modified xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:modified>`}</cp:coreProperties>`
  );
}

function* worksheet({ columns, rows }: Sheet, links: Link[]): Generator<string> {
  const freeze =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews>';
  const widths = columns.map(
    ({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  );
  yield `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${freeze}<cols>${widths.join('')}</cols><sheetData>\n`;
  yield `<row>${columns.map(({ head }) => textCell(head, STYLE.head)).join('')}</row>\n`;
  let written = 1;
  for (const row of rows()) {
    if (++written > MOST_ROWS) break;
    row.forEach((value, i) => {
      if (typeof value === 'object' && 'address' in value && links.length < MOST_LINKS)
        links.push({ at: `${letterOf(i)}${written}`, address: value.address });
    });
    yield `<row>${row.map(toCell).join('')}</row>\n`;
  }
  yield `</sheetData><autoFilter ref="A1:${letterOf(columns.length - 1)}${Math.min(written, MOST_ROWS)}"/>`;
  if (links.length > 0) {
    yield '<hyperlinks>';
    for (const [i, { at }] of links.entries()) yield `<hyperlink ref="${at}" r:id="r${i + 1}"/>`;
    yield '</hyperlinks>';
  }
  yield '</worksheet>';
}

/** The name of a column: there are fewer than 26. */
function letterOf(column: number): string {
  return String.fromCharCode(65 + column);
}

function toCell(value: Cell): string {
  if (value === '') return '<c/>';
  if (typeof value === 'string') return textCell(value, STYLE.plain);
  if (typeof value === 'number') return `<c><v>${value}</v></c>`;
  if ('yuan' in value) return `<c s="${STYLE.sum}"><v>${value.yuan / 1e8}</v></c>`;
  if ('share' in value) return `<c s="${STYLE.share}"><v>${value.share}</v></c>`;
  return textCell(value.text, STYLE.link);
}

function textCell(text: string, style: number): string {
  const look = style === STYLE.plain ? '' : ` s="${style}"`;
  return `<c${look} t="inlineStr"><is><t xml:space="preserve">${escapeXml(toText(text))}</t></is></c>`;
}

/** `_x0041_` in a cell would be read as an A: its first mark is written as the code of itself. */
function toText(value: string): string {
  return value.slice(0, LONGEST).replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_');
}
