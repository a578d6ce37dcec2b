import { readdirSync, readFileSync } from 'node:fs';
import { arrange } from '../../src/graph/picture/arrange.ts';
import { hashId } from '../../src/model/id.ts';
import type { NodeRecord, Properties, RelationshipRecord, Snapshot } from '../../src/model/snapshot.ts';
import type { Span } from '../../src/model/span.ts';

interface GoldEntity {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly attrs: Properties;
}

interface GoldRelation {
  readonly from: string;
  readonly type: string;
  readonly to: string;
  readonly attrs: Properties;
}

interface GoldDocument {
  readonly doc: string;
  readonly entities: readonly GoldEntity[];
  readonly relations: readonly GoldRelation[];
}

const GOLD = new URL('../golden/', import.meta.url);
const ARTICLES = new URL('../../seeds/articles/', import.meta.url);
const PEOPLE = new Set(['Official', 'Executive']);

interface Draft {
  type: string;
  name: string;
  aliases: Set<string>;
  attrs: Properties;
  readonly places: Map<string, Span[]>;
}

/**
 * The labelled articles of `test/golden` as a graph in the data model of the stores.
 *
 * Entities of one type and name are one. A mention is every place where a form stands in the text; evidence is the shortest
 * run of text that names both ends. The graph is the same every time.
 */
export function goldGraph(): Snapshot {
  const drafts = new Map<string, Draft>();
  const relations = new Map<
    string,
    { record: GoldRelation; articles: string[]; spans: Span[]; quotes: string[] }
  >();
  const articles: NodeRecord[] = [];
  const facts: { owner: string; node: NodeRecord }[] = [];

  for (const file of readdirSync(GOLD).sort()) {
    const gold = JSON.parse(readFileSync(new URL(file, GOLD), 'utf8')) as GoldDocument;
    const text = readFileSync(new URL(`${gold.doc}.txt`, ARTICLES), 'utf8');
    const article = `articles/${gold.doc}.txt`;
    const title = text.trim().split('\n')[0]?.trim() ?? '';
    articles.push({
      id: article,
      labels: ['Article'],
      properties: { source: 'articles', title, text, hash: hashId(text), story: hashId(article) },
    });
    const ids = new Map<string, string>();
    for (const entity of gold.entities) {
      const id = hashId(entity.type, entity.name);
      ids.set(entity.id, id);
      const draft = drafts.get(id) ?? {
        type: entity.type,
        name: entity.name,
        aliases: new Set<string>(),
        attrs: {},
        places: new Map(),
      };
      for (const alias of entity.aliases) draft.aliases.add(alias);
      draft.attrs = { ...draft.attrs, ...entity.attrs };
      const spans = findForms(text, [entity.name, ...entity.aliases]);
      draft.places.set(article, spans);
      drafts.set(id, draft);
      for (const [name, value] of Object.entries(entity.attrs)) {
        const span = spans[0];
        if (name === 'title' || !span || typeof value === 'object' || typeof value === 'boolean') continue;
        const node = {
          id: hashId('fact', id, article, name),
          labels: ['Fact'],
          properties: {
            name,
            value,
            article,
            span: `${span.start}-${span.end}`,
            quote: text.slice(span.start, span.end),
            rule: 'fixture/gold',
            confidence: 0.9,
          },
        };
        facts.push({ owner: id, node });
      }
    }
    for (const relation of gold.relations) {
      const [from, to] = [ids.get(relation.from) ?? '', ids.get(relation.to) ?? ''];
      const span = closest(
        drafts.get(from)?.places.get(article) ?? [],
        drafts.get(to)?.places.get(article) ?? [],
      );
      if (!span) continue;
      const id = hashId(from, relation.type, to);
      const found = relations.get(id) ?? {
        record: { ...relation, from, to },
        articles: [],
        spans: [],
        quotes: [],
      };
      found.articles.push(article);
      found.spans.push(span);
      found.quotes.push(text.slice(span.start, span.end));
      relations.set(id, found);
    }
  }

  const relationships: RelationshipRecord[] = [...relations].map(
    ([id, { record, articles, spans, quotes }]) => ({
      id,
      type: record.type,
      from: record.from,
      to: record.to,
      properties: {
        ...record.attrs,
        articles,
        spans: spans.map(({ start, end }) => `${start}-${end}`),
        quotes,
        rules: quotes.map(() => 'fixture/gold'),
        count: quotes.length,
        stories: new Set(articles).size,
        confidence: 0.9,
        origin: 'article',
      },
    }),
  );
  const entities = [...drafts].map(([id, draft]) => toNode(id, draft));
  for (const [id, { places: named }] of drafts) {
    for (const [article, spans] of named) {
      if (spans.length === 0) continue;
      relationships.push({
        id: hashId(article, 'MENTIONS', id),
        type: 'MENTIONS',
        from: article,
        to: id,
        properties: { spans: spans.map(({ start, end }) => `${start}-${end}`), count: spans.length },
      });
    }
  }
  for (const { owner, node } of facts)
    relationships.push({
      id: hashId('HAS_FACT', node.id),
      type: 'HAS_FACT',
      from: owner,
      to: node.id,
      properties: {},
    });
  return arrange({
    nodes: [...entities, ...articles, ...facts.map(({ node }) => node)].sort(byId),
    relationships: relationships.sort(byId),
  });
}

function toNode(id: string, { type, name, aliases, attrs, places }: Draft): NodeRecord {
  const articles = [...places].filter(([, spans]) => spans.length > 0).map(([article]) => article);
  const mentions = [...places.values()].reduce((sum, spans) => sum + spans.length, 0);
  return {
    id,
    labels: ['Entity', type, ...(PEOPLE.has(type) ? ['Person'] : [])].sort(),
    properties: {
      ...attrs,
      type,
      name,
      ...(aliases.size > 0 ? { aliases: [...aliases].sort() } : {}),
      articles,
      stories: articles.length,
      mentions,
      confidence: 0.9,
    },
  };
}

/** Every place of the forms, the longer first where two overlap; spaces and line breaks inside a name are passed over. */
function findForms(text: string, forms: readonly string[]): Span[] {
  const spans: Span[] = [];
  for (const form of [...forms].sort((a, b) => b.length - a.length)) {
    const pattern = Array.from(form, (unit) => unit.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s*');
    for (const match of text.matchAll(new RegExp(pattern, 'gi'))) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (!spans.some((other) => span.start < other.end && other.start < span.end)) spans.push(span);
    }
  }
  return spans.sort((a, b) => a.start - b.start);
}

function closest(as: readonly Span[], bs: readonly Span[]): Span | undefined {
  const pairs = as.flatMap((a) =>
    bs.map((b) => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) })),
  );
  return pairs.sort((a, b) => a.end - a.start - (b.end - b.start))[0];
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}
