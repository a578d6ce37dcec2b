import type { PropertyValue } from '../model/snapshot.ts';
import type { ExportGraph, ExportNode } from './graph.ts';
import { escapeXml } from './xml.ts';
import { writeZip, type ZipEntry } from './zip.ts';

type Cell = string | number;

interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

// What Excel takes at most in one cell.
const LONGEST = 32_767;

/**
 * A workbook with what people ask tables for: companies, projects, posts, zones, and every relation. Cells are plain text and
 * numbers, so that no text is taken for a formula.
 *
 * Source: ECMA-376, Office Open XML, part 1, section 18
 */
export function writeXlsx(graph: ExportGraph): Generator<Uint8Array> {
  const sheets = toSheets(graph);
  const parts: ZipEntry[] = [
    { name: '[Content_Types].xml', content: contentTypes(sheets) },
    {
      name: '_rels/.rels',
      content: relationships([[`${OFFICE}/officeDocument`, 'xl/workbook.xml']]),
    },
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
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const label = (id: string) => byId.get(id)?.label ?? id;
  const others = new Map<string, string[]>();
  for (const { type, from, to } of edges)
    for (const [key, other] of [[`${type} to ${from}`, to] as const, [`${type} from ${to}`, from] as const])
      others.set(key, [...(others.get(key) ?? []), label(other)]);
  const ends = (type: string, id: string, side: 'to' | 'from') =>
    (others.get(`${type} ${side} ${id}`) ?? []).join('、');
  const of = (type: string) => nodes.filter((node) => node.type === type);
  const get = (node: ExportNode, name: string): Cell => cell(node.properties[name]);
  return [
    {
      name: '企业 Companies',
      rows: [
        [
          '名称 name',
          '别名 aliases',
          '所在 located in',
          '产业 industry',
          '投资项目 projects',
          '文章数 articles',
        ],
        ...of('Company').map((n) => [
          n.label,
          get(n, 'aliases'),
          ends('LOCATED_IN', n.id, 'to'),
          ends('IN_INDUSTRY', n.id, 'to'),
          ends('INVESTS_IN', n.id, 'to'),
          count(n),
        ]),
      ],
    },
    {
      name: '项目 Projects',
      rows: [
        [
          '名称 name',
          '投资(元) investment',
          '状态 status',
          '投资方 investors',
          '所在 located in',
          '文章数 articles',
        ],
        ...of('Project').map((n) => [
          n.label,
          get(n, 'investment'),
          get(n, 'status'),
          ends('INVESTS_IN', n.id, 'from'),
          ends('LOCATED_IN', n.id, 'to'),
          count(n),
        ]),
      ],
    },
    {
      name: '任职 Posts',
      rows: [
        ['姓名 name', '职务 title', '单位 body', '首见 first seen', '末见 last seen'],
        ...edges
          .filter((e) => e.type === 'HOLDS_POST')
          .map(({ from, to, properties: { title, firstSeen, lastSeen } }) => [
            label(from),
            cell(title),
            label(to),
            cell(firstSeen),
            cell(lastSeen),
          ]),
      ],
    },
    {
      name: '园区 Zones',
      rows: [
        ['名称 name', '级别 level', '类别 kind', '上级 part of', '所在 located in', '文章数 articles'],
        ...of('Zone').map((n) => [
          n.label,
          get(n, 'level'),
          get(n, 'kind'),
          ends('PART_OF', n.id, 'to'),
          ends('LOCATED_IN', n.id, 'to'),
          count(n),
        ]),
      ],
    },
    {
      name: '关系 Relations',
      rows: [
        ['从 from', '关系 relation', '到 to', '证据数 evidence', '引文 quotes'],
        ...edges.map((e) => [label(e.from), e.type, label(e.to), e.weight, cell(e.properties.quotes)]),
      ],
    },
  ];
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

function worksheet({ rows }: Sheet): string {
  const body = rows.map((row) => `<row>${row.map(toCell).join('')}</row>\n`).join('');
  const freeze =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews>';
  return `${HEAD}<worksheet xmlns="${MAIN}">${freeze}<sheetData>\n${body}</sheetData></worksheet>`;
}

function toCell(value: Cell): string {
  if (value === '') return '<c/>';
  if (typeof value === 'number') return `<c><v>${value}</v></c>`;
  return `<c t="inlineStr"><is><t xml:space="preserve">${escapeXml(value.slice(0, LONGEST))}</t></is></c>`;
}
