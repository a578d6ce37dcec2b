import type { ViewWords } from './view-words.ts';

const digits = (count: number) => count.toLocaleString('en');

const counted = (count: number, one: string, many: string) => `${digits(count)} ${count === 1 ? one : many}`;

/** What is said about what is in the picture, in English. */
export const view: ViewWords = {
  inView: 'In view',
  groupNotes: (entities, projects) =>
    projects > 0
      ? [counted(entities, 'entity', 'entities'), counted(projects, 'project', 'projects')]
      : [counted(entities, 'entity', 'entities')],
  drawnAs: 'Drawn as',
  inGroups: 'Groups',
  oneByOne: 'One by one',
  folded: (loose, small) =>
    [
      loose > 0 ? `${digits(loose)} without relations` : '',
      small > 0 ? `${digits(small)} in small groups` : '',
    ]
      .filter(Boolean)
      .join(', '),
  foldedTitle: 'Not drawn',
  foldedHint:
    'These have no relation to what is drawn, or are in very small groups; they are only listed here.',
  overview: (shown, total) =>
    `Overview: ${digits(shown)} of ${digits(total)} entities shown; expand to see more`,
  takeAway: (filter) => `Remove “${filter}”`,
  onlyShown: (count) => `Only ${counted(count, 'entity', 'entities')} shown`,
  takenOut: (count) => `${digits(count)} taken out`,
  sumWithin: (least, most) =>
    least && most ? `${least} to ${most}` : least ? `At least ${least}` : `At most ${most ?? ''}`,
  tiesFrom: (count) => `Relations ≥ ${count}`,
  confidenceFrom: (share) => `Confidence ≥ ${Math.round(share * 100)}%`,
  periodOf: (from, to) => (from && to ? `${from} to ${to}` : from ? `Since ${from}` : `Until ${to ?? ''}`),
  withoutKind: (kind) => `No ${kind}`,
  states: 'Status',
  sum: 'Sum, ¥100m',
  sumLeast: 'Least investment (¥100 million)',
  sumMost: 'Greatest investment (¥100 million)',
  ties: 'Least relations',
  chosen: (count) => `${count} chosen`,
  searchIn: (what) => `Find ${what.toLowerCase()}`,
  noSuch: 'None found.',
  clearChoice: 'Clear',
  from: 'From',
  to: 'To',
  summary: 'Summary',
  summed: (count, type) =>
    counted(count, type.toLowerCase(), { Zone: 'zones', Company: 'companies', Project: 'projects' }[type]),
  articles: (count) => counted(count, 'article', 'articles'),
  investment: (sum) => `${sum} stated investment`,
  waysIn: 'Start with',
  openZone: (name) => name,
  whatIsNew: 'What is new',
  notStarted: (count) => `${digits(count)} planned or signed, not started`,
  closeSummary: 'Hide summary',
  emptyTitle: 'The graph is empty',
  emptyHint:
    'Add news: drop files here, choose them, or paste a text. Plain text, web pages, PDF, Word and tables all work; a few seconds later you see the zones, companies and projects in them.',
  emptyAdd: 'Add articles',
  emptyCommand: 'For a whole folder at once: yuantu build FOLDER',
  lostTitle: 'The picture is gone',
  lostHint:
    'The browser took the graphics back (sleep, a new driver, too many pages). Everything else still works.',
  partFailed:
    'This part could not be loaded. The server may have been stopped or upgraded; all else still works.',
  reload: 'Reload the page',
  firstDay: 'First day',
  lastDay: 'Last day',
  tools: {
    list: 'List',
    news: 'New',
    ledger: 'Ledger',
    review: 'Review',
    console: 'Console',
    add: 'Add',
    views: 'Views',
  },
  panels: {
    entity: 'Entity',
    relation: 'Relation and evidence',
    article: 'Article',
    area: 'Profile',
    profile: 'Profile',
    path: 'Paths',
    common: 'Common neighbours',
    compare: 'Comparison',
    pair: 'Judging a pair',
    news: 'What is new',
    texts: 'In texts',
    map: 'Map',
    list: 'List',
    add: 'Adding articles',
    review: 'Review',
    coverage: 'What is not known',
    ledger: 'Ledger',
  },
  communities: 'Communities',
  panelWidth: 'Width of the panel: drag, or press ← →; a double click resets it',
  dropAnywhere: 'Let go to add these files',
  more: 'More',
  copyLink: 'Copy a link to this view',
  linkTo: 'Linked to whom?',
};
