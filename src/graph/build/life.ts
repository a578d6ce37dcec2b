import type { Entity, ProjectStatus } from '../../model/entity.ts';
import type { ExtractedDocument } from '../../model/resolution.ts';
import { articleAt } from './locate.ts';
import { earliest } from './newest.ts';

/** That a project reached a state, or is to be done, by some article: `date` as said, `told` the day of the article. */
export interface LifeClaim {
  readonly name: 'status' | 'due';
  readonly value: string;
  readonly date: string | undefined;
  readonly told: string | undefined;
}

/** The properties that hold when a project reached a state. */
const REACHED: Readonly<Partial<Record<ProjectStatus, string>>> = {
  signed: 'signedOn',
  construction: 'startedOn',
  topped_out: 'toppedOutOn',
  operating: 'operatingOn',
};

/** What a document tells of when a project came to its states; a state without words of its own is of the day of the article. */
export function lifeOf(document: ExtractedDocument, { type, attrs, facts, mentions }: Entity): LifeClaim[] {
  if (type !== 'Project') return [];
  const claims = facts.flatMap((fact): LifeClaim[] => {
    if ((fact.name !== 'status' && fact.name !== 'due') || typeof fact.value !== 'string') return [];
    const told = articleAt(document, fact).published;
    return [{ name: fact.name, value: fact.value, date: fact.date, told }];
  });
  const [first] = mentions;
  if (
    attrs.status !== undefined &&
    first &&
    !claims.some(({ value, name }) => name === 'status' && value === attrs.status)
  )
    claims.push({
      ...{ name: 'status', value: attrs.status, date: undefined },
      told: articleAt(document, first).published,
    });
  return claims;
}

/** The earliest dates told of each state, and the newest word on when the project is to be done. */
export function datesOf(claims: readonly LifeClaim[]): Record<string, string | undefined> {
  const reached = Object.entries(REACHED).map(([status, property]) => {
    const own = claims.filter(({ name, value }) => name === 'status' && value === status);
    return [property, earliest(own.map(({ date, told }) => date ?? told))] as const;
  });
  return { ...Object.fromEntries(reached), dueOn: dueOf(claims) };
}

/** What was said last of the day of completion; of several days that were said alike, the last. */
function dueOf(claims: readonly LifeClaim[]): string | undefined {
  const due = claims.filter(({ name, value, date }) => name === 'due' && value === 'operating' && date);
  const last = due.reduce((most, { told = '' }) => (told > most ? told : most), '');
  return due
    .filter(({ told = '' }) => told === last)
    .flatMap(({ date }) => date ?? [])
    .sort()
    .at(-1);
}
