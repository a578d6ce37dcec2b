/**
 * A table as text, a line a row. Where the first row names the columns, each further row says what each of its cells is:
 * 项目名称：晨星电池项目，总投资：12亿元。 Otherwise the cells of a row stand beside each other, with tabs between. Empty cells and rows are
 * left out; a cell's own line breaks become blanks.
 */
export function toRows(cells: readonly (readonly string[])[]): string[] {
  const rows = cells
    .map((row) => row.map((cell) => cell.replace(/\s+/gu, ' ').trim()))
    .filter((row) => row.some(Boolean));
  const [head = [], ...rest] = rows;
  if (!isHead(head, rest)) return rows.map((row) => row.filter(Boolean).join('\t'));
  return rest.map((row) => {
    const said = row.flatMap((cell, i) => (cell === '' ? [] : [head[i] ? `${head[i]}：${cell}` : cell]));
    return `${said.join('，')}。`;
  });
}

/** Columns are named by short words without figures or stops, each by its own; the rows below are as wide. */
function isHead(head: readonly string[], rest: readonly (readonly string[])[]): boolean {
  return (
    head.length > 1 &&
    rest.length > 0 &&
    head.every((cell) => cell.length <= 12 && /\p{L}/u.test(cell) && !/[\d。，；：]/u.test(cell)) &&
    new Set(head).size === head.length &&
    rest.every((row) => row.length <= head.length)
  );
}
