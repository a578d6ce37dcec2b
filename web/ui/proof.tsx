import type { Sentence } from '../../src/contract/evidence.ts';
import { api } from '../api/client.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { selectArticle } from '../state/store.ts';
import { Citation } from './citation.tsx';
import { LitText } from './lit-text.tsx';
import { useWords } from './use-words.ts';
import { Waiting } from './waiting.tsx';

/** What a row rests on: ids of relations and entities, or the sentences themselves. */
export type Proof = { readonly ids: readonly string[] } | { readonly sentences: readonly Sentence[] };

/** Sentences of each id that are shown. */
const SHOWN = 5;

/** Ids that are asked for at once. */
const AT_ONCE = 500;

/** The sentences behind a row, each a way to its place in the article. */
export function Sentences({ proof }: { readonly proof: Proof }) {
  const words = useWords();
  const key = 'ids' in proof ? proof.ids.join() : '';
  const { value, failure } = useLoaded(key, async (signal) =>
    'ids' in proof ? await api.evidence(proof.ids, SHOWN, signal) : undefined,
  );
  if ('ids' in proof && !value) return <Waiting failure={failure} />;
  const sentences = 'ids' in proof ? (value?.rows ?? []).flatMap((row) => row.sentences) : proof.sentences;
  if (sentences.length === 0) return <p className="waiting">{words.noEvidence}</p>;
  return (
    <ul className="proof">
      {sentences.map(({ article, start, end, passage }) => (
        <li key={`${article.id} ${start}`}>
          <button
            type="button"
            className="passage"
            title={words.readInArticle}
            onClick={() => selectArticle(article.id, { start, end })}
          >
            <LitText {...passage} isPlain isTight />
          </button>
          <Citation article={article} span={{ start, end }} />
        </li>
      ))}
    </ul>
  );
}

/** The best sentence behind each row, and how many there are; rows without any have none. */
export async function proofsOf(
  proofs: readonly Proof[],
): Promise<readonly { readonly sentence: Sentence | undefined; readonly total: number }[]> {
  const ids = [...new Set(proofs.flatMap((proof) => ('ids' in proof ? proof.ids : [])))];
  const rows = new Map<string, { readonly total: number; readonly sentences: readonly Sentence[] }>();
  for (let at = 0; at < ids.length; at += AT_ONCE)
    for (const row of (await api.evidence(ids.slice(at, at + AT_ONCE), 1)).rows) rows.set(row.id, row);
  return proofs.map((proof) => {
    if ('sentences' in proof) return { sentence: proof.sentences[0], total: proof.sentences.length };
    const found = proof.ids.flatMap((id) => rows.get(id) ?? []);
    return {
      sentence: found.flatMap(({ sentences }) => sentences)[0],
      total: found.reduce((sum, { total }) => sum + total, 0),
    };
  });
}
