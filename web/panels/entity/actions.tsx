import { useState } from 'react';
import type { EntityAnswer } from '../../../src/contract/entity.ts';
import { placeNow } from '../../scene/derive.ts';
import { findFollowed, follow, unfollow } from '../../state/follow.ts';
import { collapse, hide, keepOnly, pin, togglePicked, withNeighbours } from '../../state/steps.ts';
import { select, useExplorer } from '../../state/store.ts';
import { useWords } from '../../ui/use-words.ts';
import { Expand, useDrawn } from './expand.tsx';
import { LinkTo } from './link-to.tsx';

/** What can be done with the entity on the canvas. */
export function Actions({ entity }: { readonly entity: EntityAnswer }) {
  const words = useWords();
  const { id } = entity;
  const [isExpanding, setExpanding] = useState(false);
  const [isLinking, setLinking] = useState(false);
  const isDrawn = useDrawn();
  const isAllDrawn = isDrawn !== undefined && entity.relations.every(isDrawn);
  const isPicked = useExplorer((state) => state.picked.has(id));
  const isPinned = useExplorer((state) => state.pins.has(id));
  const followed = useExplorer((state) => findFollowed(state.followed, id));
  const toggleFollowed = () => {
    const { type, name, properties } = entity;
    const seen = Array.isArray(properties.articles) ? properties.articles : [];
    if (followed) unfollow(followed);
    else follow({ kind: 'thing', id, type, name, seen });
  };
  const take = () => {
    select(undefined);
    hide([id]);
  };
  const togglePin = () => {
    const point = isPinned ? undefined : placeNow(id);
    if (point || isPinned) pin(new Map([[id, point]]));
  };
  return (
    <>
      <p className="actions">
        <button type="button" onClick={() => keepOnly(withNeighbours(id))}>
          {words.keepNeighbours}
        </button>
        <button
          type="button"
          aria-expanded={isExpanding}
          disabled={isAllDrawn && !isExpanding}
          title={isAllDrawn ? words.allDrawn : undefined}
          onClick={() => setExpanding(!isExpanding)}
        >
          {words.expand}…
        </button>
        <button type="button" aria-expanded={isLinking} onClick={() => setLinking(!isLinking)}>
          {words.path}…
        </button>
        <button type="button" onClick={() => collapse(id)}>
          {words.collapse}
        </button>
        <button type="button" onClick={take}>
          {words.takeOut}
        </button>
        <button type="button" aria-pressed={isPinned} onClick={togglePin}>
          {isPinned ? words.unpin : words.pin}
        </button>
        <button type="button" aria-pressed={isPicked} onClick={() => togglePicked(id)}>
          {words.pick}
        </button>
        <button type="button" aria-pressed={followed !== undefined} onClick={toggleFollowed}>
          {words.following.start}
        </button>
      </p>
      {isLinking && <LinkTo id={id} />}
      {isExpanding && <Expand relations={entity.relations} id={id} />}
    </>
  );
}
