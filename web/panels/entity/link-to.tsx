import { ENTITY_TYPES } from '../../../src/model/entity.ts';
import { select } from '../../state/store.ts';
import { EntityPicker } from '../../ui/entity-picker.tsx';
import { useWords } from '../../ui/use-words.ts';

/** A field for another entity's name: what links the two is shown then. */
export function LinkTo({ id }: { readonly id: string }) {
  const words = useWords();
  return (
    <div className="expand">
      <EntityPicker
        label={words.view.linkTo}
        chosen={undefined}
        types={ENTITY_TYPES}
        isNext
        onChoose={(other) => {
          if (other && other.id !== id) select({ kind: 'path', from: id, to: other.id });
        }}
      />
    </div>
  );
}
