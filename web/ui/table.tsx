import { type ReactNode, useMemo, useState } from 'react';
import { type CellValue, toCsv } from './csv.ts';
import { save } from './save.ts';
import { useWords } from './use-words.ts';

/** A column: its heading, the value that it sorts and exports by, and how a cell shows when not as that value. */
export interface Column<T> {
  readonly name: string;
  readonly value: (row: T) => CellValue;
  readonly cell?: (row: T) => ReactNode;
}

/** Rows shown before the reader asks for more. */
const FIRST = 20;

/** A table that sorts by its headings and goes out as CSV. Empty values come last, whichever way it is sorted. */
export function Table<T>(props: {
  readonly title: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
  readonly note?: ReactNode;
}) {
  const words = useWords();
  const { title, rows, keyOf, note } = props;
  // A column that nothing is known for only takes room.
  const columns = useMemo(
    () => props.columns.filter(({ value }) => props.rows.some((row) => (value(row) ?? '') !== '')),
    [props.columns, props.rows],
  );
  const { sorted, order, sortBy } = useSorted(rows, columns);
  const [isWhole, setWhole] = useState(false);
  if (rows.length === 0) return null;
  const shown = isWhole ? sorted : sorted.slice(0, FIRST);
  const download = () => {
    const table = sorted.map((row) => columns.map(({ value }) => value(row)));
    const text = toCsv(
      columns.map(({ name }) => name),
      table,
    );
    save(new Blob([text], { type: 'text/csv' }), `${title}.csv`);
  };
  return (
    <section className="listing">
      <h3>
        {title}
        <span className="tally">{rows.length}</span>
        <button type="button" className="link csv" onClick={download}>
          CSV
        </button>
      </h3>
      {note}
      <div className="table">
        <table>
          <thead>
            <tr>
              {columns.map(({ name }, at) => (
                <th
                  key={name}
                  scope="col"
                  aria-sort={order?.column === at ? (order.isDown ? 'descending' : 'ascending') : 'none'}
                >
                  <button type="button" onClick={() => sortBy(at)}>
                    {name}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={keyOf(row)}>
                {columns.map(({ name, value, cell }) => (
                  <td key={name} data-number={typeof value(row) === 'number'}>
                    {cell ? cell(row) : value(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < rows.length && (
        <button type="button" className="link more" onClick={() => setWhole(true)}>
          {words.moreOf(rows.length - shown.length)}
        </button>
      )}
    </section>
  );
}

/** Rows in the order that the reader wants: by a column, whose numbers begin with the greatest; at first as they come. */
function useSorted<T>(rows: readonly T[], columns: readonly Column<T>[]) {
  const [order, setOrder] = useState<{ readonly column: number; readonly isDown: boolean }>();
  const sorted = useMemo(() => {
    const column = order && columns[order.column];
    if (!column) return rows;
    return [...rows].sort((a, b) => compare(column.value(a), column.value(b), order.isDown));
  }, [rows, columns, order]);
  const sortBy = (column: number) => {
    const isNumber = typeof columns[column]?.value(rows[0] as T) === 'number';
    setOrder({ column, isDown: order?.column === column ? !order.isDown : isNumber });
  };
  return { sorted, order, sortBy };
}

function compare(a: CellValue, b: CellValue, isDown: boolean): number {
  if (a === b) return 0;
  if (a === undefined || a === '') return 1;
  if (b === undefined || b === '') return -1;
  const order =
    typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'zh');
  return isDown ? -order : order;
}
