import type { ArticleMetadata, RawDocument } from '../../model/article.ts';
import { hashDocument } from '../../model/document.ts';
import type { NodeRecord, Snapshot } from '../../model/snapshot.ts';
import { compareText } from './locate.ts';

/**
 * The documents that a stored graph was built from, sorted by id: the articles of one document contribution its hash, and their texts
 * tile its text.
 */
export function storedDocuments(snapshot: Snapshot): RawDocument[] {
  const articles = snapshot.nodes.filter((node) => node.labels.includes('Article'));
  const byId = new Map(articles.map((node) => [node.id, node]));
  const parts = new Map<string, NodeRecord[]>();
  for (const node of articles) {
    const base = node.id.replace(/#\d+$/u, '');
    const first = base === node.id ? undefined : byId.get(base);
    // An article's own id may end in #2; only a part has its document's hash, unless two documents are equal.
    const isPart = first !== undefined && first.properties.hash === node.properties.hash && !isWhole(first);
    const id = isPart ? base : node.id;
    parts.set(id, [...(parts.get(id) ?? []), node]);
  }
  return [...parts].map(([id, nodes]) => toDocument(id, nodes)).sort((a, b) => compareText(a.id, b.id));
}

/** Whether an article is all of its document. */
function isWhole(node: NodeRecord): boolean {
  return hashDocument(toDocument(node.id, [node])) === node.properties.hash;
}

function toDocument(id: string, nodes: readonly NodeRecord[]): RawDocument {
  const inOrder = [...nodes].sort((a, b) => partNumber(a.id, id) - partNumber(b.id, id));
  const first = inOrder[0]?.properties ?? {};
  const source = String(first.source ?? '');
  return {
    id,
    source,
    doc: id.slice(source.length + 1),
    text: inOrder.map((node) => node.properties.text ?? '').join(''),
    metadata: typeof first.given === 'string' ? (JSON.parse(first.given) as ArticleMetadata) : {},
  };
}

function partNumber(id: string, base: string): number {
  return id === base ? 1 : Number(id.slice(base.length + 1));
}
