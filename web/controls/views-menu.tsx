import { useState } from 'react';
import { api, type Saved } from '../api/client.ts';
import { fromFragment, toFragment } from '../state/fragment.ts';
import { useExplorer } from '../state/store.ts';
import { reasonOf } from '../ui/failed.tsx';
import { Icon } from '../ui/icons.tsx';
import { NameForm } from '../ui/name-form.tsx';
import { ToolButton } from '../ui/tool-button.tsx';
import { useWords } from '../ui/use-words.ts';
import { CopyLink } from './copy-link.tsx';

const MENU = 'views-menu';

/** Views by name, kept on the server: what is drawn, selected and picked, and where the camera is. */
export function Views() {
  const words = useWords();
  const [views, setViews] = useState<Saved['views']>({});
  const [failure, setFailure] = useState('');
  const show = (answer: Promise<Saved>) =>
    answer.then(
      (saved) => {
        setViews(saved.views);
        setFailure('');
      },
      (error: unknown) => setFailure(reasonOf(error, words)),
    );
  const keep = (name: string) => void show(api.keep('views', name, toFragment(useExplorer.getState())));
  return (
    <>
      <ToolButton
        icon="bookmark"
        name={words.views}
        text={words.view.tools.views}
        opens={MENU}
        onClick={() => void show(api.saved())}
      />
      <div id={MENU} className="menu" popover="auto">
        <CopyLink />
        <h2>{words.views}</h2>
        <NameForm label={words.keepView} onKeep={keep} />
        {failure && <p className="failed">{failure}</p>}
        {Object.keys(views).length === 0 && <p className="hits-note">{words.noViews}</p>}
        <ul className="rows">
          {Object.entries(views).map(([view, fragment]) => (
            <li key={view}>
              <button
                type="button"
                className="row"
                onClick={() => useExplorer.setState(fromFragment(fragment))}
              >
                <span className="row-name">{view}</span>
              </button>
              <button
                type="button"
                className="tool"
                aria-label={`${words.remove} ${view}`}
                title={words.remove}
                onClick={() => void show(api.drop('views', view))}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
