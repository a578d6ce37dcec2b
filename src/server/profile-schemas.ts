import { z } from 'zod';
import type {
  AreaView,
  CompanyRow,
  EventRow,
  NewsRow,
  NewsView,
  PostRow,
  ProjectRow,
  Statement,
} from '../model/profile.ts';
import { ArticleLink, EntityLink, Offsets } from './schemas.ts';

/** What the routes of areas and of news take and answer with. */

const Value = z.union([z.string(), z.number()]);

const Said = z.object({
  ...Offsets,
  name: z.string(),
  value: Value,
  date: z.string().exactOptional(),
  quote: z.string(),
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

export const AreaAnswer = z.object({
  area: EntityLink,
  parents: z.array(EntityLink),
  parts: z.array(EntityLink),
  projects: z.array(Project),
  companies: z.array(Company),
  posts: z.array(Post),
  total: z.object({ yuan: z.number(), counted: z.int() }),
  events: z.array(Event),
}) satisfies z.ZodType<AreaView>;

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
