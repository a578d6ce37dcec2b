import type { Statement } from '../../src/model/profile.ts';
import type { EntityReference } from '../../src/model/view.ts';
import { formatValue } from '../format.ts';
import { useWords } from '../language.ts';
import { selectArticle, useExplorer } from '../state.ts';
import { EntityLink } from './entity-link.tsx';

/** A dated statement; about whom is left out where that is plain. */
type Happening = Statement & { readonly about?: EntityReference };

/** Dated statements in order, each leading to its sentence. */
export function Timeline({ events }: { readonly events: readonly Happening[] }) {
  const words = useWords();
  const locale = useExplorer((state) => state.locale);
  if (events.length === 0) return null;
  return (
    <section>
      <h3>
        {words.timeline}
        <span className="tally">{events.length}</span>
      </h3>
      <ol className="timeline">
        {events.map((event) => (
          <li key={`${event.article.id} ${event.start} ${event.name} ${event.about?.id}`}>
            <time>{event.date}</time>
            <p>
              {event.about && <EntityLink entity={event.about} />}
              <strong>{formatValue(event.name, event.value, locale)}</strong>
            </p>
            <button
              type="button"
              className="quote"
              title={words.readInArticle}
              onClick={() => selectArticle(event.article.id, { start: event.start, end: event.end })}
            >
              {event.quote}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
