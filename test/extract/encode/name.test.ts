import { expect, it } from 'vitest';
import { chooseNames, SPAN_TYPES, type SpanType, type Thresholds } from '../../../src/extract/encode/name.ts';

type Row = readonly [start: number, end: number, type: SpanType, score: number];

const AT_ZERO = Object.fromEntries(SPAN_TYPES.map((type) => [type, 0])) as Thresholds;

/** Spans with the scores that a model might give them; what is not told scores far below any threshold. */
function chosen(rows: readonly Row[], thresholds = AT_ZERO): string[] {
  const scores = new Float32Array(SPAN_TYPES.length * rows.length).fill(-9);
  for (const [i, [, , type, score]] of rows.entries())
    scores[SPAN_TYPES.indexOf(type) * rows.length + i] = score;
  const spans = {
    starts: Int32Array.from(rows, ([start]) => start),
    ends: Int32Array.from(rows, ([, end]) => end),
    scores,
  };
  return chooseNames('一二三四五六七八九十', [spans], thresholds).map(
    ({ start, end, type }) => `${type} ${start}-${end}`,
  );
}

it.each<[string, readonly Row[], readonly string[]]>([
  ['what scores above zero is a name', [[0, 4, 'Company', 0.5]], ['Company 0-4']],
  ['what scores zero is none', [[0, 4, 'Company', 0]], []],
  ['a hair above zero is zero', [[0, 4, 'Company', 0.004]], []],
  [
    'of two that overlap the better stays',
    [
      [0, 4, 'Company', 1],
      [2, 6, 'Zone', 2],
    ],
    ['Zone 2-6'],
  ],
  [
    'a builder may begin its project',
    [
      [0, 2, 'Company', 1],
      [0, 6, 'Project', 2],
    ],
    ['Project 0-6', 'Company 0-2'],
  ],
  [
    'a company may not end a zone',
    [
      [3, 6, 'Company', 1],
      [0, 6, 'Zone', 2],
    ],
    ['Zone 0-6'],
  ],
])('%s', (_, rows, names) => {
  expect(chosen(rows)).toEqual(names);
});

it('measures each type by its own threshold', () => {
  const thresholds = { ...AT_ZERO, Project: -1 };
  expect(
    chosen(
      [
        [0, 4, 'Project', -0.5],
        [5, 9, 'Company', -0.5],
      ],
      thresholds,
    ),
  ).toEqual(['Project 0-4']);
});
