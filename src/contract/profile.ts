import { z } from 'zod';
import { PATH_LIMITS } from '../answer/paths.ts';
import type {
  AreaView,
  CommonView,
  CompanyRow,
  CompanyView,
  EventRow,
  NewsRow,
  NewsView,
  PathsView,
  PostRow,
  ProjectRow,
  ProjectView,
  Statement,
  TieRow,
} from '../model/profile.ts';
import { RELATION_TYPES } from '../model/relation.ts';
import { ArticleLink, EntityLink, Offsets, Stretch } from './graph.ts';

/** What the routes of areas, profiles, ways and news take and answer with. */

const Value = z.union([z.string(), z.number()]);

const Said = z.object({
  ...Offsets,
  name: z.string(),
  value: Value,
  date: z.string().exactOptional(),
  quote: z.string(),
  passage: Stretch,
  article: ArticleLink,
}) satisfies z.ZodType<Statement>;

const Project = z.object({
  project: EntityLink,
  status: z.string().exactOptional(),
  investment: z.number().exactOptional().describe('yuan'),
  industries: z.array(EntityLink),
  investors: z.array(EntityLink),
  place: EntityLink.exactOptional(),
  lastSeen: z.string().exactOptional(),
  statement: Said.exactOptional(),
  leftOut: z.enum(['phase', 'same']).exactOptional(),
  countedWith: EntityLink.exactOptional(),
}) satisfies z.ZodType<ProjectRow>;

const Company = z.object({
  company: EntityLink,
  projects: z.array(EntityLink),
  industries: z.array(EntityLink),
  place: EntityLink.exactOptional(),
  stories: z.int(),
  lastSeen: z.string().exactOptional(),
}) satisfies z.ZodType<CompanyRow>;

const Post = z.object({
  person: EntityLink,
  title: z.string().exactOptional(),
  at: EntityLink,
  relation: z.string(),
  lastSeen: z.string().exactOptional(),
}) satisfies z.ZodType<PostRow>;

const Event = Said.extend({ about: EntityLink }) satisfies z.ZodType<EventRow>;

const Total = z.object({ yuan: z.number(), counted: z.int() });

export const AreaAnswer = z.object({
  area: EntityLink,
  parents: z.array(EntityLink),
  parts: z.array(EntityLink),
  projects: z.array(Project),
  companies: z.array(Company),
  posts: z.array(Post),
  total: Total,
  events: z.array(Event),
}) satisfies z.ZodType<AreaView>;

const RelationKind = z.enum(RELATION_TYPES);

const Tie = z.object({
  other: EntityLink,
  type: RelationKind,
  direction: z.enum(['out', 'in']),
  relation: z.string(),
  count: z.int(),
  firstSeen: z.string().exactOptional(),
  lastSeen: z.string().exactOptional(),
}) satisfies z.ZodType<TieRow>;

const CompanyAnswer = z.object({
  kind: z.literal('company'),
  about: EntityLink,
  places: z.array(EntityLink),
  industries: z.array(EntityLink),
  projects: z.array(Project),
  total: Total,
  ties: z.array(Tie),
  posts: z.array(Post),
  events: z.array(Event),
}) satisfies z.ZodType<CompanyView>;

const ProjectAnswer = z.object({
  kind: z.literal('project'),
  about: EntityLink,
  row: Project,
  places: z.array(EntityLink),
  ties: z.array(Tie),
  sums: z.array(Said),
  events: z.array(Event),
  undated: z.array(Said),
}) satisfies z.ZodType<ProjectView>;

export const ProfileAnswer = z.discriminatedUnion('kind', [CompanyAnswer, ProjectAnswer]);

const Id = z.string().min(1).max(2000);

export const PathsRequest = z.strictObject({
  from: Id,
  to: Id,
  within: z.number().int().min(1).max(PATH_LIMITS.length).optional().describe('absent: the shortest alone'),
  types: z.array(RelationKind).optional(),
});

export const PathsAnswer = z.object({
  paths: z.array(
    z.object({
      nodes: z.array(EntityLink),
      edges: z.array(z.object({ id: z.string(), type: RelationKind, isForth: z.boolean() })),
    }),
  ),
  isCut: z.boolean(),
}) satisfies z.ZodType<PathsView>;

export const CommonRequest = z.strictObject({ ids: z.array(Id).min(2).max(20) });

export const CommonAnswer = z.object({
  common: z.array(EntityLink),
  total: z.int(),
}) satisfies z.ZodType<CommonView>;

export const NewsRequest = z.object({ since: z.iso.date().optional() });

const News = z.object({
  kind: z.enum(['project', 'company', 'post', 'investment', 'status']),
  about: EntityLink,
  date: z.string(),
  title: z.string().exactOptional(),
  relation: z.string().exactOptional(),
  before: Value.exactOptional(),
  now: Value.exactOptional(),
  quote: z.string(),
  article: ArticleLink.exactOptional(),
  span: z.object(Offsets).exactOptional(),
}) satisfies z.ZodType<NewsRow>;

export const NewsAnswer = z.object({
  since: z.string(),
  rows: z.array(News),
  undated: z.int(),
  first: z.string().exactOptional(),
  last: z.string().exactOptional(),
}) satisfies z.ZodType<NewsView>;
