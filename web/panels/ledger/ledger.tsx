import type { EntityReference } from '../../../src/contract/reference.ts';
import { api } from '../../api/client.ts';
import type { LedgerView } from '../../graph/view.ts';
import { select, useExplorer } from '../../state/store.ts';
import { useAnswer, useAsOf } from '../../state/use-answer.ts';
import { useWords } from '../../ui/use-words.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { Lives } from './lives.tsx';
import { Narrowing, within } from './narrowing.tsx';
import { Posts } from './posts-in-time.tsx';
import { pagesOf, Scope, useScope } from './scope.tsx';
import { Totals } from './totals-page.tsx';

/** What was promised, what was built, who was in charge, and what it adds up to: of all, or of one thing. */
export function LedgerPanel() {
  const view = useExplorer(({ selection }) => (selection?.kind === 'ledger' ? selection : undefined));
  return view ? <Ledger view={view} /> : null;
}

/** A page's narrowing goes with the page; what it is of stays. */
function show(
  view: LedgerView,
  change: { readonly [K in keyof LedgerView]?: LedgerView[K] | undefined },
): void {
  const next = Object.entries({ ...view, ...change }).filter(
    ([, value]) => value !== undefined && value !== '',
  );
  select({ kind: 'ledger', ...(Object.fromEntries(next) as unknown as LedgerView) });
}

function Ledger({ view }: { readonly view: LedgerView }) {
  const words = useWords();
  const asOf = useAsOf();
  const { about, also } = view;
  const scope = useScope(about);
  const narrower = useScope(also);
  const pages = pagesOf(scope?.type);
  const page = pages.includes(view.page) ? view.page : pages[0];
  const kept = { ...(about && { about }), ...(also && { also }) };
  return (
    <article className="ledger">
      <header>
        <p className="kind">{words.ledger.title}</p>
        <Scope
          scope={scope}
          onWiden={() => {
            const { about: _, also: __, ...rest } = view;
            show(rest, {});
          }}
        />
        <p className="aliases">{asOf ? words.ledger.seenFrom(asOf) : words.ledger.hint}</p>
      </header>
      <div className="pages" role="tablist" aria-label={words.ledger.title}>
        {pages.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            aria-selected={one === page}
            onClick={() => show({ page: one, ...kept }, {})}
          >
            {words.ledger.pages[one]}
          </button>
        ))}
      </div>
      {(about !== undefined && !scope) || (also !== undefined && !narrower) ? (
        <Waiting failure={undefined} />
      ) : (
        <Page view={page ? { ...view, page } : view} scope={scope} also={narrower} />
      )}
    </article>
  );
}

function Page(props: Omit<PageProps, 'onChange'>) {
  const { view, scope, also } = props;
  const onChange = (change: Parameters<typeof show>[1]) => show(view, change);
  const ShownPage = PAGES[view.page];
  return (
    <>
      <Narrowing page={view.page} scope={scope} also={also} onChange={onChange} />
      <ShownPage {...props} onChange={onChange} />
    </>
  );
}

interface PageProps {
  readonly view: LedgerView;
  readonly scope: EntityReference | undefined;
  /** What narrows it further. */
  readonly also: EntityReference | undefined;
  readonly onChange: (change: Parameters<typeof show>[1]) => void;
}

const PAGES = { lives: LivesPage, posts: PostsPage, totals: TotalsPage };

function LivesPage({ view, scope, also, onChange }: PageProps) {
  const { mark, status } = view;
  const { value, failure } = useAnswer(`lives ${JSON.stringify(view)}`, (signal, asOf) =>
    api.ledger({ ...within(scope, also), mark, status, asOf }, signal),
  );
  return <Lives view={view} answer={value} failure={failure} onChange={onChange} />;
}

function PostsPage({ view, scope, onChange }: PageProps) {
  const { about, post, on } = view;
  const isPerson = scope?.type === 'Official' || scope?.type === 'Executive';
  const { value, failure } = useAnswer(`posts ${JSON.stringify(view)}`, (signal, asOf) =>
    api.posts({ [isPerson ? 'person' : 'at']: about, title: post, on, asOf }, signal),
  );
  return <Posts view={view} isPerson={isPerson} answer={value} failure={failure} onChange={onChange} />;
}

function TotalsPage({ view, scope, also, onChange }: PageProps) {
  const { by = 'zone' } = view;
  const { value, failure } = useAnswer(`totals ${JSON.stringify(view)}`, (signal, asOf) =>
    api.totals({ by, ...within(scope, also), asOf }, signal),
  );
  return <Totals by={by} answer={value} failure={failure} onChange={onChange} />;
}
