import { useEffect, useRef } from 'react';
import type { RequestError } from '../api/client.ts';
import type { Selection } from '../graph/view.ts';
import { select } from '../state/store.ts';
import { Icon } from '../ui/icons.tsx';
import { useWords } from '../ui/use-words.ts';
import { AddPanel } from './add.tsx';
import { ArticlePanel } from './article.tsx';
import { EntityPanel } from './entity/entity.tsx';
import { ListPanel } from './list.tsx';
import { NewsPanel } from './news.tsx';
import { CommonPanel, PathPanel } from './paths/path-panel.tsx';
import { AreaPanel } from './profile/area.tsx';
import { ComparePanel } from './profile/compare.tsx';
import { ProfilePanel } from './profile/profile.tsx';
import { RelationPanel } from './relation.tsx';
import { PairPanel } from './review/pair.tsx';
import { ReviewPanel } from './review/review.tsx';

/** What needs room for its tables. */
const WIDE: ReadonlySet<Selection['kind']> = new Set(['area', 'profile', 'compare', 'pair', 'review']);

/** The panel of what is selected. It takes the focus when something new opens, so that the keyboard and readers follow. */
export function Detail({ selection }: { readonly selection: Selection }) {
  const words = useWords();
  const panel = useRef<HTMLElement>(null);
  const key = `${selection.kind} ${'id' in selection ? selection.id : ''}`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: each selection starts at the top, or where its text says.
  useEffect(() => {
    panel.current?.focus({ preventScroll: true });
    panel.current?.scrollTo({ top: 0 });
  }, [key]);

  return (
    <section
      ref={panel}
      className="detail"
      data-wide={WIDE.has(selection.kind)}
      tabIndex={-1}
      aria-label={words.evidence}
    >
      <div className="detail-bar">
        <button
          type="button"
          className="tool"
          aria-label={words.back}
          title={words.back}
          onClick={() => history.back()}
        >
          <Icon name="back" />
        </button>
        <button
          type="button"
          className="tool"
          aria-label={words.close}
          title={words.close}
          onClick={() => select(undefined)}
        >
          <Icon name="close" />
        </button>
      </div>
      {selection.kind === 'entity' && <EntityPanel key={key} id={selection.id} />}
      {selection.kind === 'relation' && <RelationPanel key={key} id={selection.id} />}
      {selection.kind === 'article' && (
        <ArticlePanel key={key} id={selection.id} {...(selection.at ? { at: selection.at } : {})} />
      )}
      {selection.kind === 'area' && <AreaPanel key={key} id={selection.id} />}
      {selection.kind === 'profile' && <ProfilePanel key={key} id={selection.id} />}
      {selection.kind === 'compare' && <ComparePanel ids={selection.ids} />}
      {selection.kind === 'pair' && <PairPanel ids={selection.ids} />}
      {selection.kind === 'add' && <AddPanel />}
      {selection.kind === 'review' && <ReviewPanel />}
      {selection.kind === 'list' && <ListPanel />}
      {selection.kind === 'news' && <NewsPanel since={selection.since} />}
      {selection.kind === 'path' && <PathPanel selection={selection} />}
      {selection.kind === 'common' && <CommonPanel selection={selection} />}
    </section>
  );
}

/** What a panel says while its content is on the way, or when it does not come. */
export function Waiting({ failure }: { readonly failure: RequestError | undefined }) {
  const words = useWords();
  if (!failure) return <p className="waiting">{words.loading}</p>;
  const text =
    failure.code === 'NOT_FOUND' ? words.gone : failure.code === 'OFFLINE' ? words.offlineHint : '';
  return (
    <p className="waiting failed" role="alert">
      {text || `${words.failed}: ${failure.message}`}
    </p>
  );
}
