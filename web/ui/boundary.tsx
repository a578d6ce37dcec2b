import { Component, type ComponentType, lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { useWords } from './use-words.ts';

/** A part of the page that may fail by itself: the rest stays, and the part can be tried again. */
export class Boundary extends Component<
  { readonly children: ReactNode; readonly onRetry?: () => void },
  { readonly isBroken: boolean }
> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    if (!this.state.isBroken) return this.props.children;
    const retry = () => {
      this.props.onRetry?.();
      this.setState({ isBroken: false });
    };
    return <Broken onRetry={retry} />;
  }
}

/** What stands where a part failed. Where a file of the page is gone after an upgrade, only the whole page helps; the address keeps the view. */
function Broken({ onRetry }: { readonly onRetry: () => void }) {
  const words = useWords();
  return (
    <div className="broken" role="alert">
      <p>{words.view.partFailed}</p>
      <p className="actions">
        <button type="button" onClick={onRetry}>
          {words.retry}
        </button>
        <button type="button" onClick={() => location.reload()}>
          {words.view.reload}
        </button>
      </p>
    </div>
  );
}

/** A part that is fetched when it is first shown, and fetched anew when that failed. */
export function Later({ load }: { readonly load: () => Promise<ComponentType> }) {
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what failed to load once stays failed, so that each attempt needs its own.
  const Part = useMemo(() => lazy(async () => ({ default: await load() })), [load, attempt]);
  return (
    <Boundary onRetry={() => setAttempt(attempt + 1)}>
      <Suspense>
        <Part />
      </Suspense>
    </Boundary>
  );
}
