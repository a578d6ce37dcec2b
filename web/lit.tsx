import type { Span } from '../src/model/span.ts';
import type { EntityReference, LitName } from '../src/model/view.ts';
import { selectEntity } from './state.ts';

/** A stretch of text with one look throughout. Where names overlap, the innermost counts. */
export interface Segment extends Span {
  readonly text: string;
  readonly name?: LitName;
  readonly isQuote: boolean;
}

/** Cut a text that begins at `start` wherever a name or a quote begins or ends. The segments tile the text. */
export function toSegments(
  text: string,
  start: number,
  names: readonly LitName[],
  quotes: readonly Span[],
): Segment[] {
  const end = start + text.length;
  const cuts = new Set([start, end]);
  for (const span of [...names, ...quotes]) {
    if (span.start > start && span.start < end) cuts.add(span.start);
    if (span.end > start && span.end < end) cuts.add(span.end);
  }
  const edges = [...cuts].sort((a, b) => a - b);
  const byLength = [...names].sort((a, b) => a.end - a.start - (b.end - b.start));
  return edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1] ?? end;
    const holds = (span: Span) => span.start <= from && to <= span.end;
    const name = byLength.find(holds);
    const part = { start: from, end: to, text: text.slice(from - start, to - start) };
    return name ? { ...part, name, isQuote: quotes.some(holds) } : { ...part, isQuote: quotes.some(holds) };
  });
}

/** Text with its names in the colours of their types and its quotes marked. A name leads to its entity, unless `isPlain`. */
export function LitText(props: {
  readonly isPlain?: boolean;
  readonly text: string;
  readonly start: number;
  readonly names: readonly LitName[];
  readonly quotes: readonly Span[];
}) {
  const { text, start, names, quotes, isPlain = false } = props;
  return toSegments(text, start, names, quotes).map((segment) => {
    const Tag = segment.isQuote ? 'mark' : 'span';
    return (
      <Tag key={segment.start}>
        {segment.name ? (
          <Name entity={segment.name.entity} text={segment.text} isPlain={isPlain} />
        ) : (
          segment.text
        )}
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
