import type { ZoneRow } from '../../../src/contract/profile.ts';
import { useExplorer } from '../../state/store.ts';
import { EntityLink } from '../../ui/entity-link.tsx';
import { formatYuan } from '../../ui/format.ts';
import { type Column, Table } from '../../ui/table.tsx';
import { useWords } from '../../ui/use-words.ts';

/** The zones that have an industry, with what of it is in each. */
export function Zones({ zones }: { readonly zones: readonly ZoneRow[] }) {
  const words = useWords();
  const locale = useExplorer((state) => state.locale);
  const columns: Column<ZoneRow>[] = [
    {
      name: words.types.Zone,
      value: ({ zone }) => zone.name,
      cell: ({ zone }) => <EntityLink entity={zone} />,
    },
    { name: words.many.Project, value: ({ projects }) => projects },
    {
      name: words.property('investment'),
      value: ({ investment }) => investment,
      cell: ({ investment }) => (investment === undefined ? null : formatYuan(investment, locale)),
    },
    { name: words.many.Company, value: ({ companies }) => companies },
  ];
  return <Table title={words.many.Zone} columns={columns} rows={zones} keyOf={({ zone }) => zone.id} />;
}
