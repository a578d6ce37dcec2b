import { type Holding, startsOfNext } from '../graph/build/successor.ts';
import type { RelationshipRecord } from '../model/snapshot.ts';
import { isOneSeat, seatsOf } from '../names/title.ts';
import { textOf } from './properties.ts';

/**
 * Posts with the ends that follow from who came after in a seat that one person holds at a time, by these posts alone; an end that is
 * said stays. A post of several seats ends when the last of them has gone to another.
 */
export function endedBySuccessors(posts: readonly RelationshipRecord[]): RelationshipRecord[] {
  const holders = new Map<string, { readonly post: string; readonly holding: Holding }[]>();
  for (const { id, from, to, properties } of posts) {
    const [since, firstSeen, lastSeen] = ['since', 'firstSeen', 'lastSeen'].map((one) =>
      textOf(properties, one),
    );
    const start = since ?? firstSeen;
    if (start === undefined) continue;
    const holding = { person: from, start, last: lastSeen ?? start };
    for (const seat of seatsOf(textOf(properties, 'title') ?? '')) {
      const key = `${to} ${seat}`;
      const list = holders.get(key);
      if (list) list.push({ post: id, holding });
      else holders.set(key, [{ post: id, holding }]);
    }
  }
  const ends = new Map<string, (string | undefined)[]>();
  for (const [key, list] of holders) {
    const next = isOneSeat(key.slice(key.indexOf(' ') + 1))
      ? startsOfNext(list.map(({ holding }) => holding))
      : [];
    for (const [i, { post }] of list.entries()) ends.set(post, [...(ends.get(post) ?? []), next[i]]);
  }
  return posts.map((post) => {
    const own = ends.get(post.id) ?? [];
    const until = own.includes(undefined) ? undefined : (own as string[]).toSorted().at(-1);
    return until === undefined || textOf(post.properties, 'until') !== undefined
      ? post
      : { ...post, properties: { ...post.properties, until, untilFrom: 'successor' } };
  });
}
