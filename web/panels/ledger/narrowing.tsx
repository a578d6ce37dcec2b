import type { EntityReference } from '../../../src/contract/reference.ts';
import type { EntityType } from '../../../src/model/entity.ts';
import type { LedgerView } from '../../graph/view.ts';
import { EntityPicker } from '../../ui/entity-picker.tsx';
import { useWords } from '../../ui/use-words.ts';

const KINDS = { in: ['Zone', 'Place', 'Industry'], of: ['Company'] } as const;
const HOLDS: readonly EntityType[] = ['Zone', 'Place', 'Company', 'Organization', 'Official', 'Executive'];

type Kind = keyof typeof KINDS;
type Chosen = EntityReference | undefined;

const isOfKind = (kind: Kind, one: Chosen): boolean => KINDS[kind].some((type) => type === one?.type);

/** What the projects of a ledger are in and of: what it is of, and what narrows it further. */
export function within(scope: Chosen, also: Chosen): Readonly<Record<Kind, string | undefined>> {
  const idOf = (kind: Kind) => [scope, also].find((one) => isOfKind(kind, one))?.id;
  return { in: idOf('in'), of: idOf('of') };
}

/** Fields that keep a page to a zone, place or industry, and to a company; both together count. Of posts, to a body or a person. */
export function Narrowing(props: {
  readonly page: LedgerView['page'];
  readonly scope: Chosen;
  readonly also: Chosen;
  readonly onChange: (change: {
    readonly about?: string | undefined;
    readonly also?: string | undefined;
  }) => void;
}) {
  const words = useWords();
  const { page, scope, also, onChange } = props;
  const choose = (chosen: Chosen) => onChange(scope ? { also: chosen?.id } : { about: chosen?.id });
  if (page === 'posts')
    return scope ? null : (
      <EntityPicker label={words.ledger.postsOf} chosen={undefined} types={HOLDS} onChoose={choose} />
    );
  return (['in', 'of'] as const)
    .filter((kind) => !isOfKind(kind, scope))
    .map((kind) => (
      <EntityPicker
        key={kind}
        label={words.ledger.keptTo[kind]}
        chosen={isOfKind(kind, also) ? also : undefined}
        types={KINDS[kind]}
        onChoose={choose}
      />
    ));
}
