import { STATUSES } from '../../model/schema.ts';
import type { PropertyValue } from '../../model/snapshot.ts';
import type { ExportGraph, ExportNode } from '../graph.ts';
import { escapeXml } from '../xml/write.ts';
import { writeZip, type ZipEntry } from '../zip.ts';

type Cell = string | number;

interface Sheet {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: () => Iterable<readonly Cell[]>;
}

/** What Excel takes at most in one cell, and in one sheet. */
const LONGEST = 32_767;
const MOST_ROWS = 1_048_576;

/**
 * A workbook with what people ask tables for: companies, projects, posts, zones, and every relation. Cells are plain text and
 * numbers, so that no text is taken for a formula; text past 32,767 characters is cut, and rows past the millionth stay out.
 *
 * Source: ECMA-376, Office Open XML, part 1, section 18
 */
export function writeXlsx(graph: ExportGraph): Generator<Uint8Array> {
  const sheets = toSheets(graph);
  const parts: ZipEntry[] = [
    { name: '[Content_Types].xml', content: contentTypes(sheets) },
    {
      name: '_rels/.rels',
      content: relationships([
        [`${OFFICE}/officeDocument`, 'xl/workbook.xml'],
        [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
      ]),
    },
    { name: 'docProps/core.xml', content: coreProperties(graph) },
    { name: 'xl/workbook.xml', content: workbook(sheets) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relationships(sheets.map((_, i) => [`${OFFICE}/worksheet`, `worksheets/sheet${i + 1}.xml`])),
    },
    ...sheets.map((sheet, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, content: worksheet(sheet) })),
  ];
  return writeZip(parts);
}

function toSheets({ nodes, edges }: ExportGraph): Sheet[] {
  const labels = new Map<string, string>();
  for (const { id, label } of nodes) labels.set(id, label);
  const label = (id: string) => labels.get(id) ?? id;
  const others = new Map<string, string[]>();
  const add = (key: string, other: string): void => {
    const list = others.get(key);
    if (list === undefined) others.set(key, [label(other)]);
    else list.push(label(other));
  };
  for (const { type, from, to } of edges) {
    add(`${type} to ${from}`, to);
    add(`${type} from ${to}`, from);
  }
  const ends = (type: string, id: string, side: 'to' | 'from') =>
    (others.get(`${type} ${side} ${id}`) ?? []).join('、');
  const get = (node: ExportNode, name: string): Cell => cell(node.properties[name]);
  const sheet = <T>(
    name: string,
    head: readonly string[],
    records: Iterable<T>,
    isOf: (record: T) => boolean,
    toRow: (record: T) => readonly Cell[],
  ): Sheet => ({
    name,
    head,
    *rows() {
      for (const record of records) if (isOf(record)) yield toRow(record);
    },
  });
  const of = (type: string) => (node: ExportNode) => node.type === type;
  return [
    sheet(
      '企业 Companies',
      [
        '名称 name',
        '别名 aliases',
        '所在 located in',
        '产业 industry',
        '投资项目 projects',
        '文章数 articles',
        'id',
      ],
      nodes,
      of('Company'),
      (n) => [
        n.label,
        get(n, 'aliases'),
        ends('LOCATED_IN', n.id, 'to'),
        ends('IN_INDUSTRY', n.id, 'to'),
        ends('INVESTS_IN', n.id, 'to'),
        count(n),
        n.id,
      ],
    ),
    sheet(
      '项目 Projects',
      [
        '名称 name',
        '投资(元) investment',
        '状态 status',
        '投资方 investors',
        '所在 located in',
        '文章数 articles',
        'id',
      ],
      nodes,
      of('Project'),
      (n) => [
        n.label,
        get(n, 'investment'),
        statusOf(n),
        ends('INVESTS_IN', n.id, 'from'),
        ends('LOCATED_IN', n.id, 'to'),
        count(n),
        n.id,
      ],
    ),
    sheet(
      '任职 Posts',
      ['姓名 name', '职务 title', '单位 body', '首见 first seen', '末见 last seen', '引文 quotes', 'id'],
      edges,
      (e) => e.type === 'HOLDS_POST',
      ({ id, from, to, properties: { title, firstSeen, lastSeen, quotes } }) => [
        label(from),
        cell(title),
        label(to),
        cell(firstSeen),
        cell(lastSeen),
        cell(quotes),
        id,
      ],
    ),
    sheet(
      '园区 Zones',
      ['名称 name', '级别 level', '类别 kind', '上级 part of', '所在 located in', '文章数 articles', 'id'],
      nodes,
      of('Zone'),
      (n) => [
        n.label,
        get(n, 'level'),
        get(n, 'kind'),
        ends('PART_OF', n.id, 'to'),
        ends('LOCATED_IN', n.id, 'to'),
        count(n),
        n.id,
      ],
    ),
    sheet(
      '关系 Relations',
      [
        '从 from',
        '关系 relation',
        '到 to',
        '证据数 evidence',
        '引文 quotes',
        '文章 articles',
        '位置 spans',
        'from id',
        'to id',
        'id',
      ],
      edges,
      () => true,
      ({ id, type, from, to, weight, properties: { quotes, articles, spans } }) => [
        label(from),
        type,
        label(to),
        weight,
        cell(quotes),
        cell(articles),
        cell(spans),
        from,
        to,
        id,
      ],
    ),
  ];
}

/** As people say it, and as Cypher asks for it. */
function statusOf({ properties: { status } }: ExportNode): Cell {
  const said = Object.entries(STATUSES).find(([one]) => one === status)?.[1];
  return said === undefined ? cell(status) : `${said.zh} ${status}`;
}

function count(node: ExportNode): number {
  const { articles } = node.properties;
  return Array.isArray(articles) ? articles.length : 0;
}

function cell(value: PropertyValue | undefined): Cell {
  if (value === undefined) return '';
  if (typeof value === 'number') return value;
  return Array.isArray(value) ? value.join('\n') : String(value);
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

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
    `<Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/>${parts}</Types>`
  );
}

function relationships(all: readonly (readonly [string, string])[]): string {
  const rows = all.map(
    ([type, target], i) => `<Relationship Id="r${i + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${rows.join('')}</Relationships>`;
}

function workbook(sheets: readonly Sheet[]): string {
  const rows = sheets.map(
    ({ name }, i) => `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="r${i + 1}"/>`,
  );
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${rows.join('')}</sheets></workbook>`;
}

function coreProperties({ creator, date, description, rights }: ExportGraph): string {
  return (
    `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:creator>${escapeXml(creator)}</dc:creator><dc:description>${escapeXml(`${description}. ${rights}`)}</dc:description>` +
    `${date === undefined ? '' : `<dcterms:modified xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:modified>`}</cp:coreProperties>`
  );
}

function* worksheet({ head, rows }: Sheet): Generator<string> {
  const freeze =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews>';
  const widths = head.map(
    (name, i) => `<col min="${i + 1}" max="${i + 1}" width="${widthOf(name, i)}" customWidth="1"/>`,
  );
  yield `${HEAD}<worksheet xmlns="${MAIN}">${freeze}<cols>${widths.join('')}</cols><sheetData>\n`;
  yield toRow(head);
  let written = 1;
  for (const row of rows()) {
    if (++written > MOST_ROWS) break;
    yield toRow(row);
  }
  const last = `${String.fromCharCode(64 + head.length)}${Math.min(written, MOST_ROWS)}`;
  yield `</sheetData><autoFilter ref="A1:${last}"/></worksheet>`;
}

/** In characters: names and quotes need room, numbers and ids little. */
function widthOf(name: string, at: number): number {
  if (name.includes('quotes')) return 60;
  return at === 0 || /aliases|projects|investors| to$/u.test(name) ? 32 : 18;
}

function toRow(row: readonly Cell[]): string {
  return `<row>${row.map(toCell).join('')}</row>\n`;
}

function toCell(value: Cell): string {
  if (value === '') return '<c/>';
  if (typeof value === 'number') return `<c><v>${value}</v></c>`;
  return `<c t="inlineStr"><is><t xml:space="preserve">${escapeXml(toText(value))}</t></is></c>`;
}

/** `_x0041_` in a cell would be read as an A: its first mark is written as the code of itself. */
function toText(value: string): string {
  return value.slice(0, LONGEST).replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_');
}
