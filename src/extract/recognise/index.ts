import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { CompiledModel } from '../../model/linear.ts';
import type { Mention } from '../../model/mention.ts';
import type { Trace } from '../../model/trace.ts';
import { isCertainZone } from '../../names/zone.ts';
import { findCandidates } from './candidate.ts';
import { candidateContextOf } from './candidate-context.ts';
import { recogniseLegalCompanies } from './company.ts';
import { recogniseIndustries } from './industry.ts';
import { recogniseLexicon } from './lexicon.ts';
import { recogniseOrganizations } from './organization.ts';
import { resolveOverlaps } from './overlap.ts';
import { recognisePeople } from './person.ts';
import { recognisePlaces } from './place.ts';
import { findBuilders, parksToProjects, recogniseProjects } from './project.ts';
import { SCORED_TYPES, scoreCandidates } from './score.ts';
import { fromPosts, recogniseShortCompanies } from './short-company.ts';
import type { TextView } from './text-view.ts';
import { recogniseZones } from './zone.ts';

export { findCandidates } from './candidate.ts';
export { candidateContextOf } from './candidate-context.ts';
export { recogniseLexicon } from './lexicon.ts';
export { candidateFeatures, SCORED_TYPES } from './score.ts';
export { TextView } from './text-view.ts';

/** What the rules of each type find, overlapping as they may. */
export function recogniseByRules(view: TextView, knowledge: Knowledge): Mention[] {
  const places = recognisePlaces(view, knowledge);
  const zones = recogniseZones(view, knowledge);
  const zoneEnds = new Set(zones.map((m) => m.end));
  const legal = recogniseLegalCompanies(view, knowledge, zoneEnds);
  const organizations = recogniseOrganizations(view, knowledge);
  const people = recognisePeople(view, knowledge);
  const short = [
    ...recogniseShortCompanies(view, knowledge, [...zones, ...organizations]),
    ...fromPosts(view, knowledge, people, [...legal, ...zones, ...organizations]),
  ];
  const parks = parksToProjects(view, zones, [...legal, ...short]);
  const named = recogniseProjects(view, knowledge, [...parks, ...organizations, ...legal], zoneEnds);
  const projects = [...named, ...parks.filter((m) => m.type === 'Project')];
  const industries = recogniseIndustries(view, knowledge);
  return [
    ...places,
    ...parks.filter((m) => m.type === 'Zone'),
    ...legal,
    ...short,
    ...findBuilders(view, knowledge, projects),
    ...organizations,
    ...projects,
    ...people,
    ...industries,
  ].map((mention) => trimParticle(view, mention));
}

const PARTICLE = /^[以对暨与和在由为向将把被从于经给让使及至并]/u;

/** A particle that the dictionary glued to a name (对晨星材料) goes when the rest is met by itself. */
function trimParticle(view: TextView, mention: Mention): Mention {
  const rest = mention.form.slice(1);
  if (mention.type !== 'Company' || rest.length < 3 || !PARTICLE.test(mention.form)) return mention;
  if (view.count(rest, mention.start) < 2) return mention;
  return { ...mention, start: mention.start + 1, form: rest };
}

/**
 * Find every mention: the rules propose, the model tells how likely each candidate is, and overlaps are settled by that.
 *
 * Offsets are those of the cleaned text. `confidence` is the model's probability for the types that it judges.
 */
export function recognise(
  view: TextView,
  knowledge: Knowledge,
  model: CompiledModel,
  trace?: Trace,
): Mention[] {
  const ruled = recogniseByRules(view, knowledge);
  const watched = recogniseLexicon(view, knowledge.seeds.lexicon);
  const settled = [...watched, ...ruled.filter((m) => !SCORED_TYPES.includes(m.type))];
  const around = candidateContextOf(view, knowledge, ruled);
  const candidates = findCandidates(
    view,
    knowledge,
    ruled.filter((m) => SCORED_TYPES.includes(m.type)),
  );
  const judged = scoreCandidates(view, knowledge, around, candidates, model, trace);
  return resolveOverlaps([...settled, ...likeliestStarts(judged, trace)], trace);
}

/** A candidate must reach this, or all that end where it ends together: one of them is right then, most likely the best. */
const LEAST = 0.32;
const LEAST_TOGETHER = 0.5;

/** Of the candidates that end at one place, at most one: the likeliest, if it is likely enough. */
function likeliestStarts(judged: readonly Mention[], trace?: Trace): Mention[] {
  const groups = new Map<string, Mention[]>();
  for (const mention of judged) {
    const key = `${mention.type} ${mention.end}`;
    const group = groups.get(key);
    if (group) group.push(mention);
    else groups.set(key, [mention]);
  }
  return [...groups.values()].flatMap((group) => {
    const best = group.reduce((a, b) => (b.confidence > a.confidence ? b : a));
    const together = group.reduce((total, m) => total + m.confidence, 0);
    const certain = best.confidence >= LEAST || (together >= LEAST_TOGETHER && best.confidence >= LEAST / 2);
    if (trace && certain) for (const mention of group) if (mention !== best) trace.lost(mention, best);
    if (certain) return [{ ...best, confidence: Math.max(best.confidence, Math.min(together, 0.99)) }];
    const sure = group.find(isSure);
    return sure ? [{ ...sure, confidence: Math.max(sure.confidence, LEAST_TOGETHER) }] : [];
  });
}

/** A full legal name is a company, and a place with a zone's class a zone, whatever the words; only where it begins may be wrong. */
function isSure({ rule, form }: Mention): boolean {
  if (rule === 'company/legal-form') return /有限(?:责任)?公司/u.test(form);
  return rule === 'zone/class' && isCertainZone(form);
}
