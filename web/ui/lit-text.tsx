import type { EntityReference, LitName } from '../../src/contract/reference.ts';
import type { Span } from '../../src/model/span.ts';
import { selectEntity } from '../state/store.ts';
import { toSegments } from './segments.ts';

/** Text with its names in the colours of their types and its quotes marked. A name leads to its entity, unless `isPlain`. */
export function LitText(props: {
  readonly isPlain?: boolean;
  /** Leave out blank lines. */
  readonly isTight?: boolean;
  readonly text: string;
  readonly start: number;
  readonly names: readonly LitName[];
  readonly quotes: readonly Span[];
}) {
  const { text, start, names, quotes, isPlain = false, isTight = false } = props;
  return toSegments(text, start, names, quotes).map((segment) => {
    const shown = isTight ? segment.text.replace(/\n\s*\n/g, '\n') : segment.text;
    const Tag = segment.isQuote ? 'mark' : 'span';
    return (
      <Tag key={segment.start}>
        {segment.name ? <Name entity={segment.name.entity} text={shown} isPlain={isPlain} /> : shown}
      </Tag>
    );
  });
}

function Name(props: { readonly entity: EntityReference; readonly text: string; readonly isPlain: boolean }) {
  const { entity, text, isPlain } = props;
  const className = `name type-${entity.type}`;
  if (isPlain) return <b className={className}>{text}</b>;
  return (
    <a
      className={className}
      href={`#entity=${entity.id}`}
      title={entity.name}
      onClick={(event) => {
        // With a key held down the browser opens the link in a tab of its own.
        if (event.metaKey || event.ctrlKey) return;
        event.preventDefault();
        selectEntity(entity.id);
      }}
    >
      {text}
    </a>
  );
}
