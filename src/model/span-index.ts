import { overlaps, type Span } from './span.ts';

/** Cells of so many units, as a power of two: few names stand in one, and few reach over two. */
const CELL = 5;

/** Spans by where they stand, so that those around a stretch are found without looking at all. */
export class SpanIndex<T extends Span> {
  private readonly cells = new Map<number, T[]>();
  private readonly order = new Map<T, number>();

  constructor(spans: Iterable<T> = []) {
    for (const span of spans) this.add(span);
  }

  add(span: T): void {
    this.order.set(span, this.order.size);
    for (let cell = span.start >> CELL; cell <= (span.end - 1) >> CELL; cell++) {
      const known = this.cells.get(cell);
      if (known) known.push(span);
      else this.cells.set(cell, [span]);
    }
  }

  /** The spans that share a unit with [start, end), each once, in the order in which they were added. */
  touching(start: number, end: number): T[] {
    const found = new Set<T>();
    for (let cell = start >> CELL; cell <= (end - 1) >> CELL; cell++)
      for (const span of this.cells.get(cell) ?? []) if (overlaps(span, { start, end })) found.add(span);
    const list = [...found];
    return list.length > 1 ? list.sort((a, b) => this.orderOf(a) - this.orderOf(b)) : list;
  }

  private orderOf(span: T): number {
    return this.order.get(span) ?? 0;
  }
}
