import { useEffect, useRef } from 'react';
import type { Selection } from '../graph/view.ts';
import { select } from '../state/store.ts';
import { ToolButton } from '../ui/tool-button.tsx';
import { useWords } from '../ui/use-words.ts';
import { AddPanel } from './add.tsx';
import { ArticlePanel } from './article.tsx';
import { EntityPanel } from './entity/entity.tsx';
import { ListPanel } from './list.tsx';
import { NewsPanel } from './news.tsx';
import { CommonPanel } from './paths/common-panel.tsx';
import { PathPanel } from './paths/path-panel.tsx';
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
        <ToolButton icon="back" name={words.back} onClick={() => history.back()} />
        <ToolButton icon="close" name={words.close} onClick={() => select(undefined)} />
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
