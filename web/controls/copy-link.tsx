import { useState } from 'react';
import { toFragment } from '../state/fragment.ts';
import { useExplorer } from '../state/store.ts';
import { useWords } from '../ui/use-words.ts';

/** A button that copies the address of exactly what is seen; where the page may not copy, the address stands in a field. */
export function CopyLink() {
  const words = useWords();
  const [address, setAddress] = useState<string>();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    // The one in the bar follows the camera a little later.
    const now = `${location.href.split('#', 1)[0]}${toFragment(useExplorer.getState())}`;
    setAddress(now);
    // A page that came over plain HTTP from another machine may not write to the clipboard.
    const isWritten = await (navigator.clipboard?.writeText(now) ?? Promise.reject()).then(
      () => true,
      () => false,
    );
    setCopied(isWritten);
  };
  return (
    <p className="copy-link">
      <button type="button" className="button" onClick={() => void copy()}>
        {isCopied ? words.citing.copied : words.view.copyLink}
      </button>
      {address !== undefined && !isCopied && (
        <input
          readOnly
          className="plain"
          aria-label={words.view.copyLink}
          value={address}
          onFocus={({ target }) => target.select()}
        />
      )}
    </p>
  );
}
