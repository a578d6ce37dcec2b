import type { Statement } from '../../src/contract/profile.ts';
import type { EntityReference } from '../../src/contract/reference.ts';
import { selectArticle, useExplorer } from '../state/store.ts';
import { EntityLink } from './entity-link.tsx';
import { formatFact } from './format.ts';
import { LitText } from './lit-text.tsx';
import { useWords } from './use-words.ts';

/** A dated statement; about whom is left out where that is plain. */
type Happening = Statement & { readonly about?: EntityReference };

/** Dated statements in order, each leading to its sentence. */
export function Timeline({
  events,
  title,
  note,
}: {
  readonly events: readonly Happening[];
  /** What stands over it, when not that it is a time line. */
  readonly title?: string;
  /** What is said when nothing is dated; without it nothing is shown then. */
  readonly note?: string | undefined;
}) {
  const words = useWords();
  const locale = useExplorer((state) => state.locale);
  if (events.length === 0 && !note) return null;
  return (
    <section>
      <h3>
        {title ?? words.timeline}
        <span className="tally">{events.length}</span>
      </h3>
      {events.length === 0 && <p className="waiting">{note}</p>}
      <ol className="timeline">
        {events.map((event) => (
          <li key={`${event.article.id} ${event.start} ${event.name} ${event.about?.id}`}>
            <time>{event.date}</time>
            <p>
              {event.about && <EntityLink entity={event.about} />}
              <strong>{formatFact(event, locale)}</strong>
            </p>
            <button
              type="button"
              className="quote"
              title={words.readInArticle}
              onClick={() => selectArticle(event.article.id, { start: event.start, end: event.end })}
            >
              <LitText {...event.passage} isPlain isTight />
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
