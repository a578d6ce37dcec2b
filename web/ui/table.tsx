import { Fragment, type ReactNode, useMemo, useState } from 'react';
import type { CellValue } from './csv.ts';
import { useFiles } from './files.tsx';
import { type Proof, Sentences } from './proof.tsx';
import { useWords } from './use-words.ts';

/** A column: its heading, the value that it sorts and exports by, and how a cell shows when not as that value. */
export interface Column<T> {
  readonly name: string;
  readonly value: (row: T) => CellValue;
  readonly cell?: (row: T) => ReactNode;
}

/** Rows shown before the reader asks for more. */
const FIRST = 20;

/** A table that sorts by its headings, opens its rows to their sentences, and goes out as CSV and XLSX with these. Empty values come last, whichever way it is sorted. */
export function Table<T>(props: {
  readonly title: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
  readonly note?: ReactNode;
  /** What a row rests on. */
  readonly proof?: (row: T) => Proof;
}) {
  const words = useWords();
  const { title, rows, keyOf, note, proof } = props;
  // A column that nothing is known for only takes room.
  const columns = useMemo(
    () => props.columns.filter(({ value }) => props.rows.some((row) => (value(row) ?? '') !== '')),
    [props.columns, props.rows],
  );
  const { sorted, order, sortBy } = useSorted(rows, columns);
  const [isWhole, setWhole] = useState(false);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const files = useFiles(() => ({
    title,
    head: columns.map(({ name }) => name),
    rows: sorted.map((row) => columns.map(({ value }) => value(row))),
    proofs: proof && sorted.map(proof),
  }));
  if (rows.length === 0) return null;
  const shown = isWhole ? sorted : sorted.slice(0, FIRST);
  const toggle = (key: string) => {
    const next = new Set(open);
    if (!next.delete(key)) next.add(key);
    setOpen(next);
  };
  return (
    <section className="listing">
      <h3>
        {title}
        <span className="tally">{rows.length}</span>
        {files.buttons}
      </h3>
      {files.failed}
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
            {shown.map((row) => {
              const key = keyOf(row);
              return (
                <Fragment key={key}>
                  <tr>
                    {columns.map(({ name, value, cell }, at) => (
                      <td key={name} data-number={typeof value(row) === 'number'}>
                        {at === 0 && proof && (
                          <button
                            type="button"
                            className="opener"
                            aria-expanded={open.has(key)}
                            aria-label={words.find.openRow(String(value(row) ?? ''))}
                            title={words.evidence}
                            onClick={() => toggle(key)}
                          />
                        )}
                        {cell ? cell(row) : value(row)}
                      </td>
                    ))}
                  </tr>
                  {proof && open.has(key) && (
                    <tr className="proof-row">
                      <td colSpan={columns.length}>
                        <Sentences proof={proof(row)} />
                      </td>
                    </tr>
                  )}
                </Fragment>
              );
            })}
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
