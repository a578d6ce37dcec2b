import { z } from 'zod';
import { ENTITY_TYPES } from '../model/entity.ts';
import { ERROR_CODES } from '../model/errors.ts';
import { FORMATS } from '../model/format.ts';
import { RELATION_TYPES } from '../model/relation.ts';
import type {
  ArticleMentions,
  ArticleReference,
  ArticleView,
  EntityReference,
  EntityView,
  EvidenceView,
  FactView,
  GraphView,
  LitName,
  Passage,
  Problem,
  RelationRow,
  RelationView,
  SearchHit,
  SearchView,
  ValueRange,
} from '../model/view.ts';
import { CONSOLE_LIMITS } from '../store/sandbox/console.ts';
import type { QueryValue } from '../store/store.ts';

/** What routes take and what they answer with: checked, and shown in the OpenAPI document. */

export const IdRequest = z.object({ id: z.string().min(1).max(2000) });

export const SearchRequest = z.object({
  q: z.string().max(200),
  limit: z.coerce.number().int().min(1).max(100).default(12),
});

const Format = z.enum([...FORMATS, 'json']);

export const ExportQuery = z.object({
  format: Format,
  all: z.stringbool().default(false).describe('articles and facts too'),
  text: z.stringbool().default(true).describe('false leaves quotes and texts out and keeps offsets'),
});

export const ExportRequest = z.strictObject({
  format: Format,
  all: z.boolean().default(false),
  text: z.boolean().default(true),
  ids: z.array(z.string().max(2000)).max(200_000).optional().describe('nodes and relationships to export'),
  statement: z.string().min(1).max(20_000).optional().describe('export what this statement returns'),
  filter: z.string().max(2000).optional().describe('what was chosen, in words, for the file'),
});

export const FilesRequest = z.strictObject({
  files: z
    .array(z.strictObject({ name: z.string().min(1).max(200), data: z.base64() }))
    .min(1)
    .max(200),
});

const KeepName = z.string().trim().min(1).max(200);

/** What people keep on the server: views, statements, and what they asked. */
export const Kept = z.object({
  views: z.record(KeepName, z.string().max(500_000)).describe('fragments of the explorer by name'),
  queries: z.record(KeepName, z.string().max(20_000)).describe('statements by name'),
  history: z.array(z.string().max(20_000)).describe('statements that were run, the newest first'),
});
export const KeptName = z.object({ kind: z.enum(['views', 'queries']), name: KeepName });
export const KeptText = z.strictObject({ text: z.string().max(500_000) });

export const PageRequest = z.object({
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  after: z.string().max(2000).optional().describe('the id that the page before ended with'),
  type: z.string().max(40).optional(),
});

export const Type = z.enum(ENTITY_TYPES);
export const RelationKind = z.enum(RELATION_TYPES);
export const Offsets = { start: z.int().min(0), end: z.int().min(0) };
const Values = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]));

export const ProblemAnswer = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(ERROR_CODES),
  detail: z.string(),
}) satisfies z.ZodType<Problem>;

export const EntityLink = z.object({
  id: z.string(),
  type: Type,
  name: z.string(),
}) satisfies z.ZodType<EntityReference>;

export const ArticleLink = z.object({
  id: z.string(),
  title: z.string().exactOptional(),
  outlet: z.string().exactOptional(),
  published: z.string().exactOptional(),
  url: z.string().exactOptional(),
}) satisfies z.ZodType<ArticleReference>;

const Name = z.object({ ...Offsets, entity: EntityLink }) satisfies z.ZodType<LitName>;

export const Stretch = z.object({
  start: z.int(),
  text: z.string(),
  names: z.array(Name),
  quotes: z.array(z.object(Offsets)),
}) satisfies z.ZodType<Passage>;

const Fact = z.object({
  id: z.string(),
  ...Offsets,
  name: z.string(),
  value: z.union([z.string(), z.number()]),
  date: z.string().exactOptional(),
  quote: z.string(),
  passage: Stretch,
  rule: z.string(),
  confidence: z.number().exactOptional(),
  article: ArticleLink,
}) satisfies z.ZodType<FactView>;

const Range = z.object({
  name: z.string(),
  lowest: z.union([z.string(), z.number()]),
  highest: z.union([z.string(), z.number()]),
  values: z.int(),
  articles: z.int(),
}) satisfies z.ZodType<ValueRange>;

const Row = z.object({
  id: z.string(),
  type: RelationKind,
  direction: z.enum(['out', 'in']),
  other: EntityLink,
  title: z.string().exactOptional(),
  count: z.int(),
  confidence: z.number().exactOptional(),
  origin: z.string().exactOptional(),
}) satisfies z.ZodType<RelationRow>;

export const Mentions = z.object({
  article: ArticleLink,
  count: z.int(),
  passages: z.array(Stretch),
}) satisfies z.ZodType<ArticleMentions>;

export const EntityAnswer = EntityLink.extend({
  aliases: z.array(z.string()),
  degree: z.int(),
  properties: Values,
  facts: z.array(Fact),
  ranges: z.array(Range),
  relations: z.array(Row),
  mentions: z.array(Mentions),
}) satisfies z.ZodType<EntityView>;

const Proof = z.object({
  quote: z.string(),
  rule: z.string(),
  article: ArticleLink.exactOptional(),
  span: z.object(Offsets).exactOptional(),
  passage: Stretch.exactOptional(),
}) satisfies z.ZodType<EvidenceView>;

export const RelationAnswer = z.object({
  id: z.string(),
  type: RelationKind,
  from: EntityLink,
  to: EntityLink,
  title: z.string().exactOptional(),
  count: z.int(),
  stories: z.int().exactOptional(),
  confidence: z.number().exactOptional(),
  firstSeen: z.string().exactOptional(),
  lastSeen: z.string().exactOptional(),
  origin: z.string().exactOptional(),
  evidence: z.array(Proof),
}) satisfies z.ZodType<RelationView>;

export const ArticleAnswer = ArticleLink.extend({
  author: z.string().exactOptional(),
  text: z.string(),
  names: z.array(Name),
  reprints: z.array(ArticleLink),
}) satisfies z.ZodType<ArticleView>;

const Hit = z.object({
  id: z.string(),
  type: z.enum([...ENTITY_TYPES, 'Article']),
  name: z.string(),
  form: z.string(),
  by: z.enum(['name', 'alias', 'pinyin', 'title']),
  place: z.string().exactOptional(),
  count: z.int(),
}) satisfies z.ZodType<SearchHit>;

export const SearchAnswer = z.object({ hits: z.array(Hit), total: z.int() }) satisfies z.ZodType<SearchView>;

const Counts = z.object({ entities: z.int(), relations: z.int(), articles: z.int() });

const Positions = z.array(z.array(z.int()));

export const GraphAnswer = z.object({
  version: z.string(),
  counts: Counts,
  isWhole: z.boolean(),
  nodes: z.object({
    id: z.array(z.string()),
    type: z.array(Type),
    name: z.array(z.string()),
    x: z.array(z.number()),
    y: z.array(z.number()),
    degree: z.array(z.int()),
    pageRank: z.array(z.number()),
    stories: z.array(z.int()),
    confidence: z.array(z.number()),
    community: z.array(z.int()),
    articles: Positions,
  }),
  edges: z.object({
    id: z.array(z.string()),
    type: z.array(RelationKind),
    from: z.array(z.int()),
    to: z.array(z.int()),
    count: z.array(z.int()),
    confidence: z.array(z.number()),
    articles: Positions,
  }),
  articles: z.object({ published: z.array(z.string()), outlet: z.array(z.string()) }),
  events: z.object({ node: z.array(z.int()), date: z.array(z.string()) }),
}) satisfies z.ZodType<GraphView>;

export const GraphRequest = z.strictObject({ ids: z.array(z.string().max(2000)).max(20_000) });

export const HealthAnswer = z.object({
  status: z.literal('ok'),
  version: z.string(),
  store: z.object({ kind: z.string(), place: z.string() }),
  graph: z.string(),
  counts: Counts,
});

export const QueryRequest = z.strictObject({
  statement: z.string().min(1).max(20_000),
  // A body is JSON already: to look at every value again would let a large one hold everybody up.
  parameters: z.record(z.string(), z.custom<QueryValue>()).default({}),
  limit: z.number().int().min(1).max(CONSOLE_LIMITS.rows).default(CONSOLE_LIMITS.rows),
});

export const QueryAnswer = z.object({
  columns: z.array(z.string()),
  rows: z.array(z.array(z.json())),
  truncated: z.boolean(),
  total: z.int().exactOptional(),
});

export const ExamplesAnswer = z.array(
  z.object({
    zh: z.string(),
    en: z.string(),
    statement: z.string(),
    parameters: z.record(z.string(), z.json()),
  }),
);

/** A page of a list: `next` is what to ask for `after`; absent on the last one. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), total: z.int(), next: z.string().exactOptional() });

export const EntityPage = pageOf(EntityLink.extend({ degree: z.int() }));
export const RelationPage = pageOf(
  z.object({ id: z.string(), type: RelationKind, from: z.string(), to: z.string(), count: z.int() }),
);
export const ArticlePage = pageOf(ArticleLink);
