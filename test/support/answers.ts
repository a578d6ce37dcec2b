import { WholeCatalogue } from '../../src/answer/whole-catalogue.ts';
import type { NodeRecord, Properties, RelationshipRecord } from '../../src/model/snapshot.ts';

/** An article as a graph of news begins with: its text, when it came out, and what more is known of it. */
export interface Told {
  readonly id: string;
  readonly text: string;
  readonly published?: string;
  readonly properties?: Properties;
}

/** Something that articles say of a thing: where the words stand is looked up in the text. */
export interface Said {
  readonly article: string;
  readonly quote: string;
  readonly name: string;
  readonly of: string;
  readonly properties: Properties;
}

/** A catalogue of a small graph: things by type, named wherever their name stands in an article; relations as `FROM TYPE TO` with the words that say so. */
export function catalogueOf(given: {
  readonly articles: readonly Told[];
  readonly things?: Readonly<Record<string, string>>;
  readonly properties?: Readonly<Record<string, Properties>>;
  readonly relations?: readonly (readonly [
    said: string,
    quotes: readonly (readonly [article: string, quote: string])[],
    properties?: Properties,
  ])[];
  readonly facts?: readonly Said[];
}): WholeCatalogue {
  const { articles, things = {}, relations = [], facts = [] } = given;
  const textOf = new Map(articles.map(({ id, text }) => [id, text]));
  const spanOf = (article: string, quote: string) => {
    const start = textOf.get(article)?.indexOf(quote) ?? -1;
    return `${start}-${start + quote.length}`;
  };
  const nodes: NodeRecord[] = [
    ...articles.map(({ id, text, published, properties }) => ({
      id,
      labels: ['Article'],
      properties: { source: 's', text, story: id, ...(published ? { published } : {}), ...properties },
    })),
    ...Object.entries(things).map(([name, type]) => ({
      id: `id of ${name}`,
      labels: ['Entity', type],
      properties: { type, name, confidence: 1, ...given.properties?.[name] },
    })),
    ...facts.map(({ article, quote, name, properties }, at) => ({
      id: `fact ${at}`,
      labels: ['Fact'],
      properties: { name, article, span: spanOf(article, quote), quote, rule: 'r', ...properties },
    })),
  ];
  const tie = (id: string, type: string, from: string, to: string, properties: Properties = {}) =>
    ({ id, type, from, to, properties }) satisfies RelationshipRecord;
  const relationships = [
    ...facts.map(({ of }, at) => tie(`has ${at}`, 'HAS_FACT', `id of ${of}`, `fact ${at}`)),
    ...relations.map(([said, quotes, properties]) => {
      const [from, type = '', to] = said.split(' ');
      return tie(said, type, `id of ${from}`, `id of ${to}`, {
        articles: quotes.map(([article]) => article),
        spans: quotes.map(([article, quote]) => spanOf(article, quote)),
        quotes: quotes.map(([, quote]) => quote),
        rules: quotes.map(() => 'r'),
        ...properties,
      });
    }),
    ...articles.flatMap(({ id, text }) =>
      Object.keys(things).flatMap((name) =>
        text.includes(name)
          ? [
              tie(`${id} names ${name}`, 'MENTIONS', id, `id of ${name}`, {
                spans: [spanOf(id, name)],
                count: 1,
              }),
            ]
          : [],
      ),
    ),
  ];
  const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1);
  return new WholeCatalogue({ nodes: nodes.sort(byId), relationships: relationships.sort(byId) });
}
