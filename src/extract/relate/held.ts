import type { LinkedEntity } from '../../model/linked.ts';
import { mayJoin } from '../../model/relation.ts';
import { seatsOf } from '../../names/title.ts';
import type { Link } from './link.ts';
import type { PostStatement } from './post.ts';

/** A post that words say is believed at least so much, where the model is less sure of it. */
const SAID = 0.8;

/**
 * The posts of a document: of each person at each body one link for what is held, and one each for what has ended or is only
 * proposed, with the days that are told. `links` are the posts that the model tells; what words say outright is one too.
 * `confidenceOf` is how likely the model makes a post.
 */
export function toPostLinks(
  links: readonly Link[],
  statements: readonly PostStatement[],
  entities: readonly LinkedEntity[],
  confidenceOf: (person: number, body: number) => number,
): Link[] {
  const likeliest = new Map<number, Link>();
  for (const link of links)
    if (link.confidence > (likeliest.get(link.from)?.confidence ?? 0)) likeliest.set(link.from, link);
  const byPair = new Map<string, { readonly link: Link; readonly told: PostStatement[] }>();
  for (const link of links) byPair.set(keyOf(link.from, link.to), { link, told: [] });
  for (const one of statements) {
    const body = one.body ?? likeliest.get(one.person)?.to;
    if (body === undefined) continue;
    const known = byPair.get(keyOf(one.person, body));
    if (known) known.told.push(one);
    else if (one.isSaid && one.body !== undefined && mayHold(entities, one.person, body)) {
      const confidence = Math.max(SAID, confidenceOf(one.person, body));
      const { person: from, start, end } = one;
      const link: Link = {
        ...{ from, type: 'HOLDS_POST', to: body, span: { start, end }, rule: 'post/said', confidence },
      };
      byPair.set(keyOf(from, body), { link, told: [one] });
    }
  }
  const placed = new Set(
    statements.flatMap(({ person, body, start }) => (body === undefined ? [] : [`${person} ${start}`])),
  );
  return [...byPair.values()].flatMap(({ link, told }) =>
    // Where the words of the sentence tell of a post elsewhere, a weak belief in another one gives way.
    told.length === 0 && link.confidence < SAID && placed.has(`${link.from} ${link.span.start}`)
      ? []
      : splitByPost(link, told),
  );
}

const keyOf = (person: number, body: number): string => `${person} ${body}`;

function mayHold(entities: readonly LinkedEntity[], person: number, body: number): boolean {
  return mayJoin('HOLDS_POST', entities[person]?.type, entities[body]?.type);
}

/** The posts of one person at one body: what shares a seat is one post, whatever was said of it where. */
function splitByPost(link: Link, told: readonly PostStatement[]): Link[] {
  if (told.length === 0) return [link];
  const posts: PostStatement[][] = [];
  for (const one of told) {
    const seats = new Set(seatsOf(one.title));
    const same = posts.find(
      ([first]) =>
        first &&
        seatsOf(first.title).some((seat) => seats.has(seat)) &&
        (first.state === 'planned') === (one.state === 'planned'),
    );
    if (same) same.push(one);
    else posts.push([one]);
  }
  return posts.map((post) => toLink(link, post));
}

function toLink(link: Link, post: readonly PostStatement[]): Link {
  const isEnded = post.some(({ state }) => state === 'ended');
  const isPlanned = post[0]?.state === 'planned';
  const since = post.find((one) => one.since !== undefined)?.since;
  const until = post.find((one) => one.until !== undefined)?.until;
  const best =
    post.find((one) => one.since !== undefined || one.until !== undefined) ??
    post.find((one) => one.isSaid) ??
    post[0];
  const { start, end } = best ?? link.span;
  return {
    ...link,
    span: { start, end },
    ...(best === undefined ? {} : { title: best.title }),
    ...(isEnded ? { ended: true } : {}),
    ...(isPlanned ? { planned: true } : {}),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
  };
}
