import { useEffect, useState } from 'react';
import { droppedFiles } from '../state/dropped-files.ts';
import { select } from '../state/store.ts';
import { Icon } from '../ui/icons.tsx';
import { useWords } from '../ui/use-words.ts';

/** Files may be dropped anywhere: while some are dragged over the page it says so, and the panel that opens takes them. */
export function DropTarget() {
  const words = useWords();
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const abort = new AbortController();
    const listen = (name: 'dragover' | 'dragleave' | 'drop', hear: (event: DragEvent) => void) =>
      addEventListener(name, hear, { signal: abort.signal });
    listen('dragover', (event) => {
      event.preventDefault();
      setOver(event.dataTransfer?.types.includes('Files') ?? false);
    });
    listen('dragleave', ({ relatedTarget }) => {
      // Of another part of the page it would be the name.
      if (relatedTarget === null) setOver(false);
    });
    listen('drop', (event) => {
      event.preventDefault();
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      droppedFiles.put(files);
      select({ kind: 'add' });
    });
    return () => abort.abort();
  }, []);
  if (!isOver) return null;
  return (
    <div className="drop-target">
      <p>
        <Icon name="upload" />
        {words.view.dropAnywhere}
      </p>
    </div>
  );
}
