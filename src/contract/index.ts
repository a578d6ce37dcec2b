import type { z } from 'zod';
import { FilesRequest } from './add.ts';
import { ChangesAnswer, ChangesRequest, GraphDifference } from './changes.ts';
import { CitationRequest, CitationsAnswer } from './citation.ts';
import { CoverageAnswer } from './coverage.ts';
import { DigestAnswer, DigestRequest, UnreadRequest } from './digest.ts';
import { DoubtfulAnswer } from './doubtful.ts';
import { ArticleAnswer, EntityAnswer, FactRow, RelationAnswer, RelationRow, ValueRange } from './entity.ts';
import type { Frozen } from './frozen.ts';
import { Counts, GraphAnswer, GraphRequest, HealthAnswer } from './graph.ts';
import { LayoutAnswer, LayoutRequest } from './layout.ts';
import {
  AsOfRequest,
  LedgerAnswer,
  LedgerRequest,
  LifeRow,
  PostsAnswer,
  PostsRequest,
  TotalsAnswer,
  TotalsRequest,
} from './ledger.ts';
import { BODY_LIMITS } from './limits.ts';
import { ArticlePage, EntityPage, PageRequest, RelationPage, SearchAnswer, SearchRequest } from './list.ts';
import { CommonAnswer, CommonRequest, PathsAnswer, PathsRequest } from './paths.ts';
import { Problem } from './problem.ts';
import {
  AreaAnswer,
  CompanyAnswer,
  CompanyRow,
  PostRow,
  ProfileAnswer,
  ProjectAnswer,
  ProjectRow,
  Statement,
  TieRow,
  Total,
} from './profile.ts';
import { ExamplesAnswer, ExportQuery, ExportRequest, QueryAnswer, QueryRequest } from './query.ts';
import { READING } from './reading.ts';
import { ArticleReference, EntityReference, IdRequest, Passage } from './reference.ts';
import {
  DoubtsAnswer,
  DoubtsRequest,
  JudgementId,
  JudgementRequest,
  JudgementsAnswer,
  RecordedAnswer,
  RightsAnswer,
  UndoRequest,
} from './review.ts';
import type { Role } from './roles.ts';
import { Kept, KeptName, KeptText } from './saved.ts';
import { SummaryAnswer } from './summary.ts';

/** What a route takes and answers with. An answer that is no JSON has its media type instead of a schema. */
export interface Route {
  readonly summary: string;
  /** Who may call it; default: a reader may GET, an editor may all else. */
  readonly role?: Role;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** Bytes of a body at most, where the server's own limit is too small. */
  readonly most?: number;
  /** Whether the answer has no end of its own. */
  readonly lasting?: boolean;
  readonly answer: z.ZodType | string;
}

/**
 * Every route under `/api/v1`: requests are checked by it, handlers and the explorer's client are typed by it, and the OpenAPI
 * document is made from it. Reading that needs a body is a POST, and still reading.
 */
export const CONTRACT = {
  'GET /health': { summary: 'The store, and how much is in it', answer: HealthAnswer },
  'GET /rights': { summary: 'What the asking reader may do', answer: RightsAnswer },
  'GET /events': {
    summary: 'What happens, as server-sent events',
    lasting: true,
    answer: 'text/event-stream',
  },
  'GET /graph': {
    summary: 'The whole graph for drawing, in columns',
    query: AsOfRequest,
    answer: GraphAnswer,
  },
  'GET /summary': { summary: 'What is in the graph, in a few numbers', answer: SummaryAnswer },
  'GET /graph/changes': {
    summary: 'What is drawn otherwise since a version of the whole graph',
    query: ChangesRequest,
    answer: ChangesAnswer,
  },
  'POST /graph': {
    summary: 'A part of the graph for drawing',
    role: 'reader',
    body: GraphRequest,
    answer: GraphAnswer,
  },
  'POST /layout': {
    summary: 'Places for a small part of the graph by itself',
    role: 'reader',
    body: LayoutRequest,
    answer: LayoutAnswer,
  },
  'GET /entities': { summary: 'Entities, by id', query: PageRequest, answer: EntityPage },
  'GET /entities/:id': {
    summary: 'An entity with its facts, relations and mentions',
    params: IdRequest,
    query: AsOfRequest,
    answer: EntityAnswer,
  },
  'GET /relations': { summary: 'Relations, by id', query: PageRequest, answer: RelationPage },
  'GET /relations/:id': {
    summary: 'A relation with its evidence',
    params: IdRequest,
    query: AsOfRequest,
    answer: RelationAnswer,
  },
  'GET /articles': {
    summary: 'Articles, by id',
    query: PageRequest.omit({ type: true }),
    answer: ArticlePage,
  },
  'GET /articles/:id': {
    summary: 'An article with the names in it',
    params: IdRequest,
    answer: ArticleAnswer,
  },
  'POST /articles': {
    summary: 'Add articles from files: a line of JSON for each step, at last what came of it',
    body: FilesRequest,
    most: BODY_LIMITS.files,
    answer: 'application/x-ndjson',
  },
  'GET /areas/:id': {
    summary: 'A zone, place or industry with all that is in it',
    params: IdRequest,
    query: AsOfRequest,
    answer: AreaAnswer,
  },
  'GET /profiles/:id': {
    summary: 'A company or a project with what it is tied to',
    params: IdRequest,
    query: AsOfRequest,
    answer: ProfileAnswer,
  },
  'GET /ledger': {
    summary:
      'The lives of projects: dates, sums, and what is late, silent, grown, shrunk or contradicts itself',
    query: LedgerRequest,
    answer: LedgerAnswer,
  },
  'GET /posts': {
    summary: 'Posts in time: who held what on a day, the line of holders, the way of a person',
    query: PostsRequest,
    answer: PostsAnswer,
  },
  'GET /totals': {
    summary: 'What projects come to, by zone, place, industry, month or company group',
    query: TotalsRequest,
    answer: TotalsAnswer,
  },
  'POST /paths': {
    summary: 'The ways between two entities over the whole graph',
    role: 'reader',
    body: PathsRequest,
    answer: PathsAnswer,
  },
  'POST /common': {
    summary: 'What several entities are all tied to',
    role: 'reader',
    body: CommonRequest,
    answer: CommonAnswer,
  },
  'GET /digest': { summary: 'What is new since a date', query: DigestRequest, answer: DigestAnswer },
  'POST /digest': {
    summary: 'What articles that were not read tell of some things',
    role: 'reader',
    body: UnreadRequest,
    most: BODY_LIMITS.ids,
    answer: DigestAnswer,
  },
  'GET /citations/:id': {
    summary: 'What a fact, a relation, an entity or an article rests on, as citations',
    params: IdRequest,
    query: CitationRequest,
    answer: CitationsAnswer,
  },
  'GET /coverage': {
    summary: 'What the graph rests on, and what is not known',
    answer: CoverageAnswer,
  },
  'GET /search': {
    summary: 'Names, aliases, pinyin and titles',
    query: SearchRequest,
    answer: SearchAnswer,
  },
  ...READING,
  'POST /query': {
    summary: 'Ask in Cypher, read-only',
    role: 'reader',
    body: QueryRequest,
    answer: QueryAnswer,
  },
  'GET /examples': { summary: 'Statements to begin with', answer: ExamplesAnswer },
  'GET /export': { summary: 'The graph as a file', query: ExportQuery, answer: 'application/octet-stream' },
  'POST /export': {
    summary: 'A part of the graph as a file',
    role: 'reader',
    body: ExportRequest,
    most: BODY_LIMITS.ids,
    answer: 'application/octet-stream',
  },
  'GET /saved': { summary: 'What people keep here', answer: Kept },
  'PUT /saved/:kind/:name': {
    summary: 'Keep a view or a statement',
    role: 'reviewer',
    params: KeptName,
    body: KeptText,
    answer: Kept,
  },
  'DELETE /saved/:kind/:name': {
    summary: 'Keep it no longer',
    role: 'reviewer',
    params: KeptName,
    answer: Kept,
  },
  'POST /saved/history': {
    summary: 'Remember a statement that was run',
    role: 'reader',
    body: KeptText,
    answer: Kept,
  },
  'GET /doubts': {
    summary: 'Pairs of names that a person should judge',
    query: DoubtsRequest,
    answer: DoubtsAnswer,
  },
  'GET /doubtful': {
    summary: 'Relations that are doubtful, those first whose answer changes most',
    query: DoubtsRequest,
    answer: DoubtfulAnswer,
  },
  'GET /judgements': { summary: 'What people judged, newest first', answer: JudgementsAnswer },
  'POST /judgements': {
    summary: 'Record a judgement',
    role: 'reviewer',
    body: JudgementRequest,
    answer: RecordedAnswer,
  },
  'POST /judgements/:id/undo': {
    summary: 'Take a judgement back',
    role: 'reviewer',
    params: JudgementId,
    body: UndoRequest,
    answer: RecordedAnswer,
  },
} as const satisfies Readonly<Record<string, Route>>;

/** Answers, and the rows in them, by the names that the OpenAPI document and clients made from it know them by. */
export const SHAPES = {
  AreaAnswer,
  ArticleAnswer,
  ArticlePage,
  ArticleReference,
  ChangesAnswer,
  CommonAnswer,
  CompanyAnswer,
  CitationsAnswer,
  CompanyRow,
  Counts,
  CoverageAnswer,
  DigestAnswer,
  DoubtfulAnswer,
  DoubtsAnswer,
  EntityAnswer,
  EntityPage,
  EntityReference,
  ExamplesAnswer,
  FactRow,
  GraphAnswer,
  GraphDifference,
  HealthAnswer,
  JudgementsAnswer,
  LedgerAnswer,
  LifeRow,
  Kept,
  LayoutAnswer,
  Passage,
  PathsAnswer,
  PostRow,
  PostsAnswer,
  Problem,
  ProfileAnswer,
  ProjectAnswer,
  ProjectRow,
  QueryAnswer,
  RecordedAnswer,
  RelationAnswer,
  RelationPage,
  RelationRow,
  RightsAnswer,
  SearchAnswer,
  Statement,
  SummaryAnswer,
  TieRow,
  Total,
  TotalsAnswer,
  ValueRange,
} as const satisfies Readonly<Record<string, z.ZodType>>;

/** A method and a path, such as `GET /entities/:id`. */
export type RouteName = keyof typeof CONTRACT;

type RequestPart = 'params' | 'query' | 'body';

type SchemaOf<R extends RouteName, P extends RequestPart | 'answer'> = (typeof CONTRACT)[R] extends {
  readonly [Key in P]: infer S extends z.ZodType;
}
  ? S
  : undefined;

/** What the handler of a route gets: the request, checked. */
export type Asked<R extends RouteName> = {
  readonly [P in RequestPart]: SchemaOf<R, P> extends infer S extends z.ZodType ? z.output<S> : unknown;
};

/** What a caller gives to a route: the parts that it takes. */
export type Given<R extends RouteName> = {
  readonly [P in RequestPart as SchemaOf<R, P> extends z.ZodType ? P : never]: SchemaOf<
    R,
    P
  > extends infer S extends z.ZodType
    ? Frozen<Plain<z.input<S>, z.output<S>>>
    : never;
};

/** What travels as text and is a number after the check is a number to the caller too. */
type Plain<In, Out> = {
  [Key in keyof In]: unknown extends In[Key] ? Out[Key & keyof Out] : In[Key];
};

/** What a route answers with; unknown where it is no JSON. */
export type Answer<R extends RouteName> =
  SchemaOf<R, 'answer'> extends infer S extends z.ZodType ? Frozen<z.output<S>> : unknown;
