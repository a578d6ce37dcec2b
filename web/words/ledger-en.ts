import type { LedgerWords } from './ledger-words.ts';

const projects = (count: number) => `${count} ${count === 1 ? 'project' : 'projects'}`;

/** What the interface says of lives of projects, posts in time, sums and figures, in English. */
export const ledger: LedgerWords = {
  title: 'Ledger',
  hint: 'What was signed and what was built, who was in charge, what it adds up to; all leads back to its sentence.',
  open: 'Ledger',
  pages: { lives: 'Projects', posts: 'Posts', totals: 'Totals' },
  everywhere: 'Everywhere',
  widen: 'Not only here',
  keptTo: { in: 'In', of: 'Of company' },
  postsOf: 'Of',
  seenFrom: (day) => `As of ${day}`,
  marked: 'What stands out',
  marks: {
    late: 'Late',
    silent: 'Silent',
    grew: 'Grew',
    shrank: 'Shrank',
    contradicts: 'Dates contradict',
  },
  markNotes: {
    late: 'due, and not known to run',
    silent: 'signed or begun, and no word for a year',
    grew: 'a larger sum was told later',
    shrank: 'a smaller sum was told later',
    contradicts: 'a later step is dated before an earlier one',
  },
  any: 'Any',
  none: 'None is like that. Try wider.',
  steps: {
    signedOn: 'Signed',
    startedOn: 'Begun',
    toppedOutOn: 'Topped out',
    operatingOn: 'Running',
    dueOn: 'Due',
  },
  undated: 'No date is told',
  contradiction: ({ first, firstOn, next, nextOn }, stateOf) =>
    `${stateOf(next)} (${nextOn}) before ${stateOf(first)} (${firstOn})`,
  sentences: (count) => `${count} ${count === 1 ? 'sentence' : 'sentences'}`,
  due: (state) => `Due: ${state}`,
  onDay: 'In office on',
  postWords: 'Post',
  holder: (since, until) =>
    since ? `${since} — ${until ?? ''}` : until ? `— ${until}` : 'not told from when to when',
  untilFrom: { said: 'end reported', successor: 'end known from the successor' },
  told: (first, last) =>
    first === last ? `reported ${first ?? 'on an unknown day'}` : `reported ${first} to ${last}`,
  by: 'Grouped by',
  groupings: {
    zone: 'Zone',
    place: 'Place',
    industry: 'Industry',
    month: 'Month',
    company: 'Company and below',
  },
  between: (least, most) =>
    most === undefined ? `${least} at least, no upper bound` : `${least} to ${most}`,
  counted: (counted, ranged) =>
    ranged > 0 ? `${counted} exact, ${ranged} more are ranges or bounds` : `${projects(counted)} with a sum`,
  foreign: (sum, count) => `besides ${sum} (${projects(count)}), not converted`,
  leftOut: (count) => `${count} left out`,
  why: {
    phase: 'a phase of a whole',
    same: 'the same money',
    foreign: 'foreign money, apart',
    unknown: 'no sum is told',
  },
  countedWith: (name) => `counted with “${name}”`,
  overlap: 'A project may be in several groups; the total counts it once.',
  figures: 'Figures',
  period: 'Period',
  growth: 'Year on year',
  planned: 'planned',
  asReported: (day) => `reported ${day}`,
  differ: 'they differ',
  figureBounds: {
    about: (value) => `about ${value}`,
    atLeast: (value) => `${value} or more`,
    atMost: (value) => `at most ${value}`,
  },
  chart: (measure, first, last) => `${measure}, ${first} to ${last}`,
  units: {
    吨: 't',
    万吨: '10,000 t',
    台: 'units',
    辆: 'vehicles',
    套: 'sets',
    片: 'pieces',
    件: 'pieces',
    只: 'pieces',
    平方米: 'm²',
  },
};
