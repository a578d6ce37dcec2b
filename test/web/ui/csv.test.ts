import { describe, expect, it } from 'vitest';
import { toCsv } from '../../../web/ui/csv.ts';

describe('a table as CSV', () => {
  it('opens in a spreadsheet: a mark for its encoding, quotes where they are needed, no formula', () => {
    expect(
      toCsv(
        ['名称', '金额'],
        [
          ['甲"乙",丙', 5],
          ['=1+1', undefined],
        ],
      ),
    ).toBe('\ufeff名称,金额\r\n"甲""乙"",丙",5\r\n\'=1+1,\r\n');
  });
});
