import type { LifeRow } from '../../../src/contract/ledger.ts';
import type { Statement } from '../../../src/contract/profile.ts';
import { formatFact, formatValue } from '../../ui/format.ts';
import { formatCapacity } from '../../ui/format-figure.ts';
import type { TableFile } from '../../ui/table-file.ts';
import type { Locale, Words } from '../../words/words.ts';

const STEPS = ['signedOn', 'startedOn', 'toppedOutOn', 'operatingOn', 'dueOn'] as const;

/** The lives of projects as a table, a row a project, each with what was told of it last. */
export function toLivesFile(lives: readonly LifeRow[], words: Words, locale: Locale): TableFile {
  const names = (entities: readonly { readonly name: string }[]) =>
    entities.map(({ name }) => name).join('、');
  return {
    title: words.ledger.pages.lives,
    head: [
      words.types.Project,
      words.property('status'),
      ...STEPS.map((step) => words.ledger.steps[step]),
      words.ledger.marked,
      words.property('investment'),
      words.property('capacity'),
      words.headings.INVESTS_IN.in,
      words.types.Industry,
      words.headings.LOCATED_IN.out,
      words.property('lastSeen'),
    ],
    rows: lives.map((life) => [
      life.project.name,
      life.status && formatValue('status', life.status, locale),
      ...STEPS.map((step) => life[step]),
      life.marks.map((mark) => words.ledger.marks[mark]).join('、'),
      life.investment ?? (life.statement && formatFact(life.statement, locale)),
      formatCapacity(life.capacity, locale),
      names(life.investors),
      names(life.industries),
      life.place?.name,
      life.lastSeen,
    ]),
    proofs: lives.map((life) => {
      const sentences = [...life.told, ...life.sums].sort(byNewest);
      return sentences.length > 0 ? { sentences } : { ids: [life.project.id] };
    }),
  };
}

/** What was published last first, articles without a date last. */
function byNewest(
  { article: { published: a = '' } }: Statement,
  { article: { published: b = '' } }: Statement,
) {
  return a < b ? 1 : a > b ? -1 : 0;
}
