import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { SegmentedDocument } from '../../model/article.ts';
import {
  type EntityAttributes,
  type EntityType,
  PROJECT_STATUSES,
  type ProjectStatus,
} from '../../model/entity.ts';
import { FeatureNames } from '../../model/feature.ts';
import { type CompiledModel, logistic, reasonsOf, WeightSum } from '../../model/linear.ts';
import { type LinkedEntity, nameOf } from '../../model/linked.ts';
import { mayJoin } from '../../model/relation.ts';
import type { Trace } from '../../model/trace.ts';
import { isAssociation } from '../../names/organization.ts';
import { isCompanyTitle, isGovernmentTitle } from '../../names/title.ts';
import { findLinkCandidates, type LinkCandidate, SCORED_RELATIONS } from './candidate.ts';
import { findProjectFacts, investmentOf, type ProjectFact } from './fact.ts';
import { keepLikely, keepMostSpecific, raiseHeaded } from './hierarchy.ts';
import { relateIndustries } from './industry.ts';
import { type Link, LinkedDocument } from './linked-document.ts';
import { relateLocations } from './location.ts';
import { furthest } from './milestone.ts';
import { relateOwnership } from './ownership.ts';
import { findPosts, type Post, relatePosts } from './post.ts';

export type { ProjectFact } from './fact.ts';
export type { Link } from './linked-document.ts';

/** What one document says of its entities. `types[i]` and `attrs[i]` belong to entity i of the input. */
export interface Findings {
  readonly types: readonly EntityType[];
  readonly attrs: readonly EntityAttributes[];
  readonly facts: readonly ProjectFact[];
  readonly links: readonly Link[];
}

/** A relation must be at least so likely. */
const LEAST = 0.24;

/** What is read of a document before the model decides. `types[i]` belongs to entity i. */
export interface Survey {
  readonly linked: LinkedDocument;
  readonly posts: readonly Post[];
  readonly types: readonly EntityType[];
  readonly candidates: readonly LinkCandidate[];
}

/** The posts, the types of people by them, and every pair of entities that may be related. */
export function survey(
  document: SegmentedDocument,
  entities: readonly LinkedEntity[],
  knowledge: Knowledge,
): Survey {
  const linked = new LinkedDocument(document, entities);
  const posts = findPosts(linked, knowledge);
  const postsOf = groupBy(posts, (post) => post.person.entity);
  const types = entities.map((entity, i) => personType(entity, postsOf.get(i) ?? [], linked, knowledge));
  const ruled = [...relateLocations(linked), ...relateOwnership(linked), ...relateIndustries(linked)];
  const candidates = findLinkCandidates(
    linked,
    types,
    ruled.filter((link) => fits(link, types)),
  );
  return { linked, posts, types, candidates };
}

/**
 * Read relations and facts off the linked entities of a document, each with the sentence that says it.
 *
 * A person becomes an Official or an Executive here, by the body and the title of the post.
 */
export function relate(
  document: SegmentedDocument,
  entities: readonly LinkedEntity[],
  knowledge: Knowledge,
  model: CompiledModel,
  trace?: Trace,
): Findings {
  const { linked, posts, types, candidates } = survey(document, entities, knowledge);
  const facts = findProjectFacts(linked);
  const sums = new Map(SCORED_RELATIONS.map((type) => [type, new WeightSum(model, type)]));
  const weighed = candidates.flatMap(({ tell, ...link }): Link[] => {
    const sum = sums.get(link.type);
    if (!sum) return [];
    tell(sum);
    return [{ ...link, confidence: logistic(model.bias + sum.take()) }];
  });
  const judged = raiseHeaded(linked, weighed);
  const held = relatePosts(linked, posts).filter((link) => fits(link, types));
  const likely = keepLikely(linked, judged, LEAST);
  const links = keepMostSpecific(linked, knowledge, [...held, ...likely]);
  if (trace) {
    const [taken, believed] = [new Set(links), new Set([...likely, ...held])];
    const fateOf = (link: Link) => (taken.has(link) ? 'taken' : believed.has(link) ? 'vague' : 'unlikely');
    for (const [i, link] of judged.entries())
      trace.related(link, reasonsOf(model, link.type, namesOf(candidates[i])), fateOf(link));
    for (const link of held) trace.related(link, [], fateOf(link));
  }
  const postsOf = groupBy(posts, (post) => post.person.entity);
  const factsOf = groupBy(facts, (fact) => fact.entity);
  const attrs = entities.map((_, i) => attributes(postsOf.get(i) ?? [], factsOf.get(i) ?? []));
  return { types, attrs, facts, links: merge(links) };
}

/** The features of a candidate by name. */
export function namesOf(candidate: LinkCandidate | undefined): readonly string[] {
  const list = new FeatureNames();
  candidate?.tell(list);
  return list.names;
}

function personType(
  entity: LinkedEntity,
  posts: readonly Post[],
  linked: LinkedDocument,
  knowledge: Knowledge,
): EntityType {
  if (entity.type !== 'Executive' && entity.type !== 'Official') return entity.type;
  const body = posts.find((post) => post.body !== undefined)?.body;
  const type = body === undefined ? undefined : linked.type(body);
  const title = posts[0]?.title ?? '';
  if (type === 'Company' || type === 'Project' || isCompanyTitle(title)) return 'Executive';
  if (type === 'Zone' || type === 'Place') return 'Official';
  if (body !== undefined && type === 'Organization')
    return isAssociation(nameOf(linked.entity(body))) ? 'Executive' : 'Official';
  return isGovernmentTitle(title, knowledge.governmentTitles) ? 'Official' : 'Executive';
}

function attributes(posts: readonly Post[], own: readonly ProjectFact[]): EntityAttributes {
  const title = posts[0]?.title;
  const investment = investmentOf(own);
  const status = furthest(
    own.flatMap(({ name, value }) => (name === 'status' && isStatus(value) ? [value] : [])),
  );
  return {
    ...(investment === undefined ? {} : { investment }),
    ...(status === undefined ? {} : { status }),
    ...(title === undefined ? {} : { title }),
  };
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function isStatus(value: string | number | undefined): value is ProjectStatus {
  return PROJECT_STATUSES.some((status) => status === value);
}

/** Whether a link joins what its type may join. */
function fits({ from, type, to }: Pick<Link, 'from' | 'type' | 'to'>, types: readonly EntityType[]): boolean {
  return from !== to && mayJoin(type, types[from], types[to]);
}

/** Each relation once for a sentence; the two directions of a partnership are one. */
function merge(links: readonly Link[]): Link[] {
  const seen = new Map<string, Link>();
  for (const link of links) {
    const [from, to] =
      link.type === 'PARTNERS_WITH' && link.from > link.to ? [link.to, link.from] : [link.from, link.to];
    const key = `${from} ${link.type} ${to} ${link.title ?? ''} ${link.span.start}`;
    if (!seen.has(key)) seen.set(key, { ...link, from, to });
  }
  return [...seen.values()];
}
