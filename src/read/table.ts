/** What a row of heads is: names of columns are short words without figures, but a year, and without stops. */
const LONGEST_HEAD = 16;

/** Names of what is told in a form, which has them in front of each cell instead of above it. */
const LABEL =
  /^.{0,8}(?:名称|单位|主体|投资|投资方|投资额|总额|金额|地点|地址|选址|位置|内容|规模|周期|工期|进展|进度|状态|阶段|类别|类型|性质|时间|日期|面积|产值|来源|代表人?|负责人|联系人|电话|备注|业主|行业|领域)$/u;

/** Further names of columns. */
const COLUMN =
  /^(?:序号|编号|姓名|职务|年份|月份|项目|企业|公司|园区|地区|县区|指标|数量|产品|产业|标题|文件)/u;

/** A unit that all figures of a column have, behind its head: 总投资（亿元）; and the one of a whole table, above it. */
const UNIT = '[百千万亿]{0,3}(?:元|美元|欧元|港元|日元)|亩|公顷|万?平方米|平方公里|㎡|人|家|个|万?吨|%';
const HEAD_UNIT = new RegExp(String.raw`^(.{1,12}?)\s?[(（](?:单位[:：]?)?\s?(${UNIT})[)）]$`, 'u');
/** A line above a table that tells of it is short. */
const LONGEST_TITLE = 40;
const TABLE_UNIT = /单位[:：]\s?([百千万亿]{0,3}(?:元|美元|欧元|港元|日元))/u;
const OF_MONEY = /投资|金额|资金|产值|收入|税/u;
/** Sums up the rows above, and names nothing itself. */
const TOTAL = /^[合小总共]计$/u;
/** Titles stand above the names of what is told in so many rows at most. */
const MOST_ABOVE = 3;
const FIGURE = /^\d[\d,.]{0,20}$/u;

/**
 * A table as text, a line a row. Where the first row names the columns, each further row says what each of its cells is, with the
 * unit of its column: 项目名称：晨星电池项目，总投资：12亿元。 A form, whose cells have their names in front of them, is one such line; one of several
 * things, a column each, is read by its columns. Otherwise the cells of a row stand beside each other, with tabs between. Titles are
 * lines of their own. Empty cells and rows are left out; a cell's own line breaks become blanks. The line above it may tell its unit.
 */
export function toRows(cells: readonly (readonly string[])[], above = ''): string[] {
  const rows = cells
    .map((row) => row.map((cell) => toLabel(cell.replace(/\s+/gu, ' ').trim())))
    .filter((row) => row.some(Boolean));
  const first = rows.findIndex((row) => !isAlone(row));
  const titles = rows.slice(0, Math.max(first, 0)).map(together);
  const table = upright(rows.slice(titles.length));
  const pairs = toPairs(table);
  if (pairs !== undefined) return [...titles, toStatement(pairs)];
  const told = above.length <= LONGEST_TITLE ? [above, ...titles] : titles;
  const [, unit] = TABLE_UNIT.exec(told.join(' ')) ?? [];
  const [head, rest] = toHead(table, unit);
  if (head === undefined) return [...titles, ...rest.map(together)];
  return [
    ...titles,
    ...rest.map((row) =>
      isAlone(row) && head.length > 2
        ? together(row)
        : toStatement(row.map((cell, i) => toPair(TOTAL.test(cell) ? '' : (head[i] ?? ''), cell, unit))),
    ),
  ];
}

const isAlone = (row: readonly string[]): boolean => row.filter(Boolean).length === 1;

const together = (row: readonly string[]): string => row.filter(Boolean).join('\t');

type Pair = readonly [name: string, cell: string];

function toStatement(pairs: readonly Pair[]): string {
  const said = pairs.flatMap(([name, cell]) =>
    cell === '' ? [] : [name === '' ? bare(cell) : `${name}：${bare(cell)}`],
  );
  return `${said.join('，')}。`;
}

/** A cell without the stop at its end: the row goes on. */
const bare = (cell: string): string => cell.replace(/[。；]$/u, '');

function toPair(head: string, cell: string, unitOfTable: string | undefined): Pair {
  const [, name = head, own] = HEAD_UNIT.exec(head) ?? [];
  const unit = own ?? (OF_MONEY.test(head) ? unitOfTable : undefined);
  return [name, unit !== undefined && FIGURE.test(cell) ? cell + unit : cell];
}

/** Whether a cell names what others tell: 总投资（亿元）, 建设单位. */
export const isLabel = (cell: string): boolean => LABEL.test(HEAD_UNIT.exec(cell)?.[1] ?? cell);

/**
 * Whether one of the first rows of a table names what it tells: so much of it or more, half as in forms. A table that only places
 * things has none.
 */
export function isNamed(rows: readonly (readonly string[])[], share = 0.5): boolean {
  return rows.slice(0, MOST_ABOVE).some((row) => {
    const filled = row.map((cell) => toLabel(cell.replace(/\s+/gu, ' ').trim())).filter(Boolean);
    return filled.length > 1 && filled.filter(isLabel).length >= filled.length * share;
  });
}

/** A name that narrow cells break or wide ones spread, whole: 项目 名称, 备 注. Other cells are as they are. */
function toLabel(cell: string): string {
  const whole = close(cell);
  return whole.length <= LONGEST_HEAD && (isLabel(whole) || TOTAL.test(whole)) ? whole : cell;
}

const close = (cell: string): string => cell.replace(/(?<=\p{Script=Han})\s(?=[\p{Script=Han}(（])/gu, '');

/** A table by its rows where its columns are its things: all that stands first is a name of what is told, and nothing else is. */
function upright(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const all = rows.map(([name = '', ...told]) => ({ name, told }));
  const isTurned =
    all.length > 2 &&
    all.every(({ name, told }) => isLabel(name) && told.length > 1 && !told.some(isLabel)) &&
    new Set(all.map(({ name }) => name)).size === all.length;
  const width = Math.max(...rows.map(({ length }) => length));
  return isTurned ? Array.from({ length: width }, (_, i) => rows.map((row) => row[i] ?? '')) : rows;
}

/**
 * The names and cells of a form: pairs of columns, of which the first names what stands in the second. Two of three names are known
 * ones; behind one without a cell the next one follows, where nobody filled it in.
 */
function toPairs(rows: readonly (readonly string[])[]): Pair[] | undefined {
  const pairs = rows.flatMap((row) => {
    const filled = row.filter(Boolean);
    const own: Pair[] = [];
    for (let i = 0; i < filled.length; i++) {
      const [name = '', next = ''] = [filled[i], filled[i + 1]];
      own.push([name, isLabel(next) ? '' : next]);
      if (!isLabel(next)) i++;
    }
    return own;
  });
  const known = pairs.filter(([name]) => isLabel(name)).length;
  const filled = pairs.filter(([, cell]) => cell !== '').length;
  const isForm =
    rows.length > 1 &&
    pairs[0]?.[1] !== '' &&
    Math.min(known, filled) * 3 >= pairs.length * 2 &&
    pairs.every(([name]) => isName(name));
  return isForm ? pairs.map(([name, cell]) => toPair(name, cell, undefined)) : undefined;
}

/**
 * The heads of a table and the rows below: heads in two rows are one, a cell that reaches over several giving way to those under it,
 * which have its unit; `unit` is that of the table.
 */
function toHead(
  rows: readonly (readonly string[])[],
  unit: string | undefined,
): [head: readonly string[] | undefined, rest: readonly (readonly string[])[]] {
  const [head = [], second, ...below] = [...rows.slice(0, 2).map((row) => row.map(close)), ...rows.slice(2)];
  if (second !== undefined && below.length > 0 && head.some((cell) => cell === '')) {
    const both = head.map((cell, i) => second[i] || cell);
    if (isHead(both, below) && isHead(second.filter(Boolean), []))
      return [both.map((cell, i) => withUnit(cell, head.slice(0, i + 1).findLast(Boolean), unit)), below];
  }
  const rest = rows.slice(1);
  // Of two rows without a word that names a column neither tells what the other is.
  const isTold = rest.length > 1 || head.some((cell) => isLabel(cell) || COLUMN.test(cell));
  return rest.length > 0 && isTold && isHead(head, rest) ? [head, rest] : [undefined, rows];
}

/** A head with the unit of the one that reaches over it, unless it has its own: 年度计划 under 投资额（亿元）. */
function withUnit(head: string, over: string | undefined, unitOfTable: string | undefined): string {
  if (over === undefined || over === head || HEAD_UNIT.test(head)) return head;
  const [, , own] = HEAD_UNIT.exec(over) ?? [];
  const unit = own ?? (OF_MONEY.test(over) ? unitOfTable : undefined);
  return unit === undefined ? head : `${head}（${unit}）`;
}

/** Whether a cell may name what others tell: a short word without stops, and without figures but a year. */
const isName = (cell: string): boolean =>
  cell.length <= LONGEST_HEAD && /\p{L}/u.test(cell) && !/[\d。，；：]/u.test(cell.replace(/\d{4}年/u, ''));

/** Columns are named by short words without stops, each by its own, one at most by none; the rows below are as wide. */
function isHead(head: readonly string[], rest: readonly (readonly string[])[]): boolean {
  const named = head.filter(Boolean);
  return (
    named.length > 1 &&
    named.length >= head.length - 1 &&
    named.every(isName) &&
    new Set(named).size === named.length &&
    rest.every((row) => row.findLastIndex(Boolean) < head.length)
  );
}
