import type { TotalsAnswer } from '../../../src/contract/ledger.ts';
import { PROJECT_STATUSES, type ProjectStatus } from '../../../src/model/entity.ts';
import { useExplorer } from '../../state/store.ts';
import { EntityLink } from '../../ui/entity-link.tsx';
import { formatValue, formatYuan } from '../../ui/format.ts';
import { type Column, Table } from '../../ui/table.tsx';
import { useWords } from '../../ui/use-words.ts';

type Group = TotalsAnswer['groups'][number];

/** Groups one under the other, to be put in order by sum, by projects or by how far these are. `title` is what they are grouped by. */
export function League({ title, groups }: { readonly title: string; readonly groups: readonly Group[] }) {
  const words = useWords();
  const locale = useExplorer((state) => state.locale);
  const inState = ({ projects }: Group, status: ProjectStatus) =>
    projects.filter((row) => row.status === status).length || undefined;
  const columns: Column<Group>[] = [
    {
      name: title,
      value: ({ about, month }) => about?.name ?? month,
      cell: ({ about, month }) => (about ? <EntityLink entity={about} /> : month),
    },
    {
      name: words.totalInvestment,
      value: ({ total }) => (total.counted > 0 ? total.yuan : undefined),
      cell: ({ total }) => (total.counted > 0 ? formatYuan(total.yuan, locale) : null),
    },
    { name: words.many.Project, value: ({ projects }) => projects.length },
    ...PROJECT_STATUSES.map((status) => ({
      name: formatValue('status', status, locale),
      value: (group: Group) => inState(group, status),
    })),
  ];
  return (
    <Table
      title={words.find.league(title)}
      columns={columns}
      rows={groups}
      keyOf={({ about, month }) => about?.id ?? month ?? ''}
    />
  );
}
