import type { HolderRow, PostsAnswer } from '../contract/ledger.ts';
import type { RelationshipRecord } from '../model/snapshot.ts';
import { seatsOf } from '../names/title.ts';
import { postsAsOf } from './as-of.ts';
import type { Catalogue } from './catalogue.ts';
import { known, textOf } from './properties.ts';
import { toEvidence } from './relation.ts';
import { byName, toPostRow } from './table.ts';
import { isInForce } from './then.ts';

/** Which posts: in force on a day, at a body, of a person, of a name; `asOf`, as known on a day. */
export interface PostsWish {
  readonly asOf?: string | undefined;
  readonly on?: string | undefined;
  readonly at?: string | undefined;
  readonly person?: string | undefined;
  readonly title?: string | undefined;
}

/**
 * Posts in time: of a body the line of holders, of a person the way through posts, on a day who held what. `title` is a post as people
 * call it: 管委会主任 is no 管委会副主任. By body, then by when they began. `asOf` is the standpoint: of what had begun by that day what
 * articles told by then; who had left by then stays in the line, and an end follows from a successor that was known by then.
 */
export function toPostsAnswer(catalogue: Catalogue, { asOf, on, at, person, title }: PostsWish): PostsAnswer {
  const wanted = title === undefined ? undefined : new Set(seatsOf(title));
  const isWanted = (held: string): boolean =>
    wanted === undefined || seatsOf(held).some((seat) => wanted.has(seat));
  const held =
    at !== undefined
      ? catalogue.relationsOf(at)
      : person !== undefined
        ? postsOf(catalogue, person, asOf !== undefined)
        : catalogue.relationsThatAre('HOLDS_POST');
  const posts = (asOf === undefined ? held : postsAsOf(catalogue, held, asOf))
    .filter(
      (one) =>
        one.type === 'HOLDS_POST' &&
        (at === undefined || one.to === at) &&
        (person === undefined || one.from === person) &&
        isWanted(textOf(one.properties, 'title') ?? ''),
    )
    .filter((one) => on === undefined || isInForce(one, on))
    .map((one) => toHolder(catalogue, one));
  const begun = (post: (typeof posts)[number]): string => post.since ?? post.firstSeen ?? '9';
  return {
    posts: posts.sort(
      (a, b) =>
        (person === undefined ? byName(a.at, b.at) : 0) ||
        (begun(a) < begun(b) ? -1 : begun(a) > begun(b) ? 1 : byName(a.person, b.person)),
    ),
  };
}

/** The posts of a person, with those of others at the same bodies if they are asked for. */
function postsOf(catalogue: Catalogue, person: string, withOthers: boolean): readonly RelationshipRecord[] {
  const own = catalogue.relationsOf(person);
  if (!withOthers) return own;
  const bodies = new Set(own.filter(({ type }) => type === 'HOLDS_POST').map(({ to }) => to));
  return [...bodies].flatMap((body) => catalogue.relationsOf(body).filter(({ to }) => to === body));
}

function toHolder(catalogue: Catalogue, post: RelationshipRecord): HolderRow {
  const [evidence] = toEvidence(catalogue, post);
  return known({ ...toPostRow(catalogue, post), quote: evidence?.quote ?? '', evidence });
}
