import { useRef } from 'react';
import type { Selection } from '../graph/view.ts';
import { panelSizeOf } from '../state/panel-size.ts';
import { select } from '../state/store.ts';
import { Boundary, Later } from '../ui/boundary.tsx';
import { ToolButton } from '../ui/tool-button.tsx';
import { useWords } from '../ui/use-words.ts';
import { AddPanel } from './add.tsx';
import { ArticlePanel } from './article.tsx';
import { CoveragePanel } from './coverage.tsx';
import { EntityPanel } from './entity/entity.tsx';
import { ListPanel } from './list.tsx';
import { NewsPanel } from './news/news.tsx';
import { PanelEdge } from './panel-edge.tsx';
import { CommonPanel } from './paths/common-panel.tsx';
import { PathPanel } from './paths/path-panel.tsx';
import { AreaPanel } from './profile/area.tsx';
import { ComparePanel } from './profile/compare.tsx';
import { ProfilePanel } from './profile/profile.tsx';
import { RelationPanel } from './relation.tsx';
import { PairPanel } from './review/pair.tsx';
import { ReviewPanel } from './review/review.tsx';
import { TextsPanel } from './texts.tsx';
import { useReading } from './use-reading.ts';

// Fetched when it is first opened.
const loadMap = async () => (await import('./map/map.tsx')).MapPanel;
const loadLedger = async () => (await import('./ledger/ledger.tsx')).LedgerPanel;

/** The panel of what is selected. It takes the focus when something new opens, so that the keyboard and readers follow. */
export function Detail({ selection }: { readonly selection: Selection }) {
  const words = useWords();
  const panel = useRef<HTMLElement>(null);
  const key = `${selection.kind} ${'id' in selection ? selection.id : ''}`;

  useReading(panel, key);

  return (
    <>
      <PanelEdge size={panelSizeOf(selection)} panel={panel} />
      <section
        ref={panel}
        className="detail"
        data-over
        tabIndex={-1}
        aria-label={words.view.panels[selection.kind]}
      >
        <div className="detail-bar">
          <ToolButton icon="back" name={words.back} onClick={() => history.back()} />
          <ToolButton icon="close" name={words.close} onClick={() => select(undefined)} />
        </div>
        <Boundary key={key}>
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
          {selection.kind === 'ledger' && <Later load={loadLedger} />}
          {selection.kind === 'map' && <Later load={loadMap} />}
          {selection.kind === 'coverage' && <CoveragePanel />}
          {selection.kind === 'list' && <ListPanel of={selection.of} />}
          {selection.kind === 'texts' && <TextsPanel q={selection.q} />}
          {selection.kind === 'news' && <NewsPanel since={selection.since} />}
          {selection.kind === 'path' && <PathPanel selection={selection} />}
          {selection.kind === 'common' && <CommonPanel selection={selection} />}
        </Boundary>
      </section>
    </>
  );
}
