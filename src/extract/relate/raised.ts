import type { Span } from '../../model/span.ts';

/** Money that is to be raised, up to the word behind which stands what for: 拟募集资金10亿元,分别用于. */
const RAISED =
  /(?:拟|计划|将)[^。;]{0,16}(?:募集|募资)[^。;]{0,60}(?:用于|投入|投向)|募集(?:的)?资金[^。;]{0,40}(?:拟|计划|将)[^,。;]{0,6}(?:用于|投入|投向)/u;

/** Where a sentence begins to list what money is to be raised for: projects that are planned. */
export function raisedFor(text: string, { start, end }: Span): number | undefined {
  const found = RAISED.exec(text.slice(start, end));
  return found ? start + found.index + found[0].length : undefined;
}
