import { hashId } from '../../model/id.ts';
import type { RelationshipRecord } from '../../model/snapshot.ts';
import { isOneSeat, seatsOf, titlesOf } from '../../names/title.ts';
import type { StoryOf } from './article.ts';
import { compareText } from './locate.ts';
import { earliest, seen } from './newest.ts';
import { known } from './records.ts';
import { dayOf, type Tie, type Told, tieId, toRelation } from './relation.ts';
import { startsOfNext } from './successor.ts';

/** What documents say of one person at one body. */
export interface Tenure {
  readonly tie: Tie;
  readonly told: readonly Told[];
}

/** One telling of a seat: `date` is the article's. */
interface Claim {
  readonly told: Told;
  readonly title: string | undefined;
  readonly date: string | undefined;
}

/** One seat of one person at one body, with all that is told of it. */
interface Seat {
  readonly tie: Tie;
  readonly seat: string;
  readonly claims: readonly Claim[];
  readonly since: string | undefined;
  /** The first and the last day that it is told as held. */
  readonly held: { readonly firstSeen?: string; readonly lastSeen?: string };
  until: string | undefined;
  untilFrom: 'said' | 'successor' | undefined;
}

/**
 * The posts at one body, from all that documents say: one relationship for each person and what was held together. A post that is
 * only proposed (拟任) is none yet. An end is what is said (不再担任, 原), or follows from who came after in a seat that one person
 * holds at a time.
 */
export function toPosts(tenures: readonly Tenure[], storyOf: StoryOf): RelationshipRecord[] {
  const seats = tenures.map((tenure) => seatsIn(tenure));
  endBySuccessor(seats.flat());
  return seats.flatMap((own, i) => toRecords((tenures[i] as Tenure).tie, own, storyOf));
}

function seatsIn({ tie, told }: Tenure): Seat[] {
  const claims = told
    .filter(({ attrs }) => attrs.planned !== true)
    .map((one): Claim => ({ told: one, title: one.attrs.title, date: dayOf(one) }))
    .sort(byDate);
  const bySeat = new Map<string, Claim[]>();
  for (const claim of claims)
    for (const seat of claim.title === undefined ? [''] : seatsOf(claim.title)) {
      const list = bySeat.get(seat);
      if (list) list.push(claim);
      else bySeat.set(seat, [claim]);
    }
  // A telling without a title is of the first post that has one.
  const bare = bySeat.get('');
  if (bare && bySeat.size > 1) {
    bySeat.delete('');
    const [first = []] = bySeat.values();
    first.push(...bare);
  }
  return [...bySeat].map(([seat, own]) => toSeat(tie, seat, own));
}

function byDate(a: Claim, b: Claim): number {
  return (
    compareText(a.date ?? '9', b.date ?? '9') ||
    compareText(a.told.document, b.told.document) ||
    a.told.at - b.told.at ||
    compareText(a.title ?? '', b.title ?? '')
  );
}

function toSeat(tie: Tie, seat: string, claims: readonly Claim[]): Seat {
  const attrs = claims.map(({ told }) => told.attrs);
  const since = earliest(attrs.map((one) => one.since));
  const said = earliest(attrs.map((one) => one.until));
  const isHeld = ({ told }: Claim): boolean => told.attrs.ended !== true;
  const held = seen(claims.filter(isHeld).map(({ date }) => date));
  const isOver = said !== undefined && (since === undefined || since <= said);
  // 原 tells that a post is over by the day of the article.
  const told = earliest(claims.filter((claim) => !isHeld(claim)).map(({ date }) => date));
  const isBefore = told !== undefined && (held.lastSeen === undefined || held.lastSeen <= told);
  const until = isOver ? said : isBefore ? told : undefined;
  return { tie, seat, claims, since, held, until, untilFrom: until === undefined ? undefined : 'said' };
}

/** Ends each holder of a seat that one person holds at a time where the next one begins, unless an end before is told. */
function endBySuccessor(seats: readonly Seat[]): void {
  const bySeat = new Map<string, Seat[]>();
  for (const one of seats) {
    if (!isOneSeat(one.seat)) continue;
    const list = bySeat.get(one.seat);
    if (list) list.push(one);
    else bySeat.set(one.seat, [one]);
  }
  for (const holders of bySeat.values()) {
    const begun = holders.flatMap((one) => {
      const start = one.since ?? one.held.firstSeen;
      return start === undefined ? [] : [{ one, start }];
    });
    const next = startsOfNext(
      begun.map(({ one, start }) => ({ person: one.tie.from, start, last: one.held.lastSeen ?? start })),
    );
    for (const [i, { one }] of begun.entries()) {
      const end = next[i];
      if (end === undefined || isSaidToEnd(one) || (one.until !== undefined && one.until <= end)) continue;
      one.until = end;
      one.untilFrom = 'successor';
    }
  }
}

/** Whether a day is said on which the post ends, and not only that it is over. */
function isSaidToEnd({ claims, until }: Seat): boolean {
  return until !== undefined && claims.some(({ told }) => told.attrs.until === until);
}

/** The relationships of one person at one body: seats that are told together and held alike are one. */
function toRecords(tie: Tie, seats: readonly Seat[], storyOf: StoryOf): RelationshipRecord[] {
  const groups: Seat[][] = [];
  for (const one of seats) {
    const same = groups.find((group) => group.some((other) => isHeldAlike(other, one)));
    if (same) same.push(one);
    else groups.push([one]);
  }
  return groups.map((group, i) => toRecord(tie, group, i, storyOf));
}

function isHeldAlike(a: Seat, b: Seat): boolean {
  return (
    a.until === b.until &&
    (a.since === b.since || a.since === undefined || b.since === undefined) &&
    a.claims.some((claim) => b.claims.includes(claim))
  );
}

/** The first post keeps the id of the pair, which was there before there were others. */
function toRecord(tie: Tie, group: readonly Seat[], place: number, storyOf: StoryOf): RelationshipRecord {
  const claims = [...new Set(group.flatMap((one) => one.claims))];
  const record = toRelation(
    tie,
    claims.map(({ told }) => told),
    storyOf,
  );
  const since = earliest(group.map((one) => one.since));
  const { until, untilFrom } = group[0] as Seat;
  const title = titleOf(group, String(record.properties.title ?? ''));
  return {
    ...record,
    id: place === 0 ? tieId(tie) : hashId(tie.type, tie.from, tie.to, (group[0] as Seat).seat),
    properties: known({ ...record.properties, title, since, until, untilFrom }),
  };
}

/** The words of a post; of what is told with other posts that were not held alike, only its own. */
function titleOf(group: readonly Seat[], title: string): string {
  const own = new Set(group.map(({ seat }) => seat));
  const seats = seatsOf(title);
  if (seats.every((seat) => own.has(seat))) return title;
  return titlesOf(title)
    .filter((_, i) => own.has(seats[i] ?? ''))
    .join('、');
}
