import type { Sentence } from '../../model/article.ts';
import { lastEndingBy } from '../../model/nearby.ts';
import type { Span } from '../../model/span.ts';
import { type DateSpan, findDates } from './date.ts';
import type { LinkedDocument, Placed } from './linked-document.ts';
import { type HeldBy, heldBy, type PostState, tailState } from './post-state.ts';

/**
 * What the words around a post say of who holds it: person and body by index (`body` is absent where the words name none), the
 * post's words, and whether it is held, has ended or is only proposed. `isSaid` tells that words such as 任 say so, and not only
 * that the name stands behind the post.
 */
export interface PostStatement extends Span {
  readonly person: number;
  readonly body?: number;
  readonly title: string;
  readonly state: PostState;
  readonly since?: string;
  readonly until?: string;
  readonly isSaid: boolean;
}

/**
 * Posts in a row that one word tells of: 党工委书记、管委会主任. `head` is where the body in front begins, `mark` a word such as 原
 * right before them.
 */
interface Chain extends Span {
  readonly head: number;
  readonly body: number | undefined;
  readonly mark: string;
}

const BODIES = ['Company', 'Zone', 'Organization', 'Project', 'Place'] as const;
/** A person is told of no farther in front of a post. */
const FARTHEST = 80;
const REPLACED = /(?:接替|接任|接过|继任)$/u;
const TURNED_TO = /^(?:职务)?(?:已)?(?:由[^,。;]{2,4})?(?:变更|调整|更换|更替|变)为$/u;
const TAKES_OVER = /^(?:同志)?(?:接任|接替|继任|接棒)(?=[,。;该此其]|$)/u;
const BESIDE = /^(?:的|\([^()]{1,12}\))?$/u;
const MARK = /^(?:的)?(原任?|前任?|时任|现任|拟任|新任|候任)?/u;
const TOGETHER = /^[、和及兼]?$/u;
const LEFT_OPEN = /^[、和及兼,]{0,2}(?:并|同时)?(?:兼任?)?$/u;

/** Every statement of who holds a post, in text order. `titles` are the words of posts. */
export function findPosts(linked: LinkedDocument, titles: readonly Span[]): PostStatement[] {
  const found: PostStatement[] = [];
  let day: DateSpan | undefined;
  let article = -1;
  let person: Placed | undefined;
  for (const sentence of linked.document.sentences) {
    if (sentence.article !== article) [day, person, article] = [undefined, undefined, sentence.article];
    const { published } = linked.document.articles[sentence.article] ?? {};
    const dates = findDates(linked.text, sentence, published);
    const people = [...linked.within(sentence, 'Official'), ...linked.within(sentence, 'Executive')].sort(
      (a, b) => a.start - b.start,
    );
    const own = titles.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
    const chains = toChains(linked, sentence, withUsual(linked.text, sentence, own));
    found.push(...postsIn({ linked, sentence, chains, people, dates, day, person }, found));
    day = dates.findLast(({ date }) => date.length === 10) ?? day;
    person = people.at(-1) ?? person;
  }
  return found;
}

interface Scene {
  readonly linked: LinkedDocument;
  readonly sentence: Sentence;
  readonly chains: readonly Chain[];
  readonly people: readonly Placed[];
  readonly dates: readonly DateSpan[];
  /** The day that the article told last. */
  readonly day: DateSpan | undefined;
  /** Who was named last before this sentence. */
  readonly person: Placed | undefined;
}

function postsIn(scene: Scene, earlier: readonly PostStatement[]): PostStatement[] {
  const { linked, people, chains } = scene;
  const { text } = linked;
  const found: PostStatement[] = [];
  let words = { ahead: '', between: '' };
  for (const [i, chain] of chains.entries()) {
    const stop = chains[i - 1]?.end ?? scene.sentence.start;
    const behind = people.find(
      ({ start }) =>
        start >= chain.end && start < chain.end + 14 && BESIDE.test(text.slice(chain.end, start)),
    );
    found.push(...turnedOver(scene, chain));
    const before = behind
      ? undefined
      : people.findLast(
          ({ start, end }) =>
            end <= chain.head &&
            chain.head - end < FARTHEST &&
            !REPLACED.test(text.slice(Math.max(0, start - 4), start)),
        );
    // In 不再担任甲书记、乙主任 the second post has the words of the first.
    const goesOn = i > 0 && !behind && LEFT_OPEN.test(text.slice(stop, chain.head)) && chain.mark === '';
    if (!goesOn) words = wordsBefore(text, chain, stop, before);
    const who = behind ?? before ?? (people.length === 0 ? scene.person : undefined);
    const held = who && heldBy(words, behind !== undefined, text.slice(chain.end, chain.end + 12));
    if (!who || !held) continue;
    const tail = behind && tailState(text.slice(behind.end, scene.sentence.end));
    const body = chain.body ?? bodyOf([...earlier, ...found], who.entity);
    found.push(toStatement(scene, chain, who, body, tail ?? held));
    const replaced = people.find(
      ({ start, end }) =>
        before && start >= before.end && end <= chain.head && REPLACED.test(text.slice(start - 4, start)),
    );
    if (replaced) found.push(toStatement(scene, chain, replaced, body, LEFT_NOW));
  }
  return [...found, ...takersOver(scene, found.at(-1) ?? earlier.at(-1))];
}

const LEFT_NOW: HeldBy = { state: 'ended', isSaid: true, turns: true, isNews: true };
const BEGUN_NOW: HeldBy = { state: 'held', isSaid: true, turns: true, isNews: true };

/** The words that tie a post to who is named before it: those right before the name, and those from the name to the post. */
function wordsBefore(
  text: string,
  { head, mark }: Chain,
  stop: number,
  before: Placed | undefined,
): { ahead: string; between: string } {
  if (!before || before.end < stop) return { ahead: '', between: text.slice(stop, head) + mark };
  const ahead = text.slice(Math.max(stop, before.start - 4), before.start);
  return { ahead, between: text.slice(before.end, head) + mark };
}

/** Who gives a post up and who takes it: 法定代表人由甲变更为乙. */
function turnedOver(scene: Scene, chain: Chain): PostStatement[] {
  const { text } = scene.linked;
  const near = scene.people.filter(({ start }) => start >= chain.end && start < chain.end + 20);
  const to = near.find(
    ({ start, end }) =>
      TURNED_TO.test(text.slice(chain.end, start)) ||
      (/^(?:职务|一职)?由$/u.test(text.slice(chain.end, start)) &&
        /^(?:同志)?(?:担任|出任|接任)/u.test(text.slice(end, end + 4))),
  );
  if (!to) return [];
  const from = near.find(({ start }) => start < to.start);
  return [
    ...(from ? [toStatement(scene, chain, from, chain.body, LEFT_NOW)] : []),
    toStatement(scene, chain, to, chain.body, BEGUN_NOW),
  ];
}

/** Who takes over the post that was told last: …不再担任主任,由方若舟接任. */
function takersOver(scene: Scene, last: PostStatement | undefined): PostStatement[] {
  const { linked, people, chains } = scene;
  if (last === undefined) return [];
  return people.flatMap((who) => {
    if (!TAKES_OVER.test(linked.text.slice(who.end, who.end + 8))) return [];
    if (who.entity === last.person || chains.some(({ start }) => start > who.end && start < who.end + 30))
      return [];
    const span = { start: who.start, end: who.end };
    const chain = { ...span, head: who.start, body: last.body, mark: '' };
    const told = toStatement(scene, chain, who, last.body, BEGUN_NOW);
    return [{ ...told, title: last.title }];
  });
}

/** Where a person's last post was held, for one whose words name no body. */
function bodyOf(told: readonly PostStatement[], person: number): number | undefined {
  return told.findLast((one) => one.person === person && one.body !== undefined)?.body;
}

function toStatement(
  { linked: { text }, sentence, dates, day }: Scene,
  { start, end, head }: Chain,
  who: Placed,
  body: number | undefined,
  { state, isSaid, turns, isNews }: HeldBy,
): PostStatement {
  const [from, to] = timesOf(text, dates, head);
  const when = from?.date ?? (isNews ? day?.date : undefined);
  const isRange = to !== undefined;
  return {
    person: who.entity,
    ...(body === undefined ? {} : { body }),
    title: text.slice(start, end).replaceAll(' ', ''),
    state: isRange ? 'ended' : state,
    isSaid,
    start: sentence.start,
    end: sentence.end,
    ...((state === 'held' && turns && when !== undefined) || isRange
      ? { since: (isRange ? from?.date : when) as string }
      : {}),
    ...(isRange
      ? { until: to.date }
      : state === 'ended' && turns && when !== undefined
        ? { until: when }
        : {}),
  };
}

/** The day in front of a post, or the two of a stretch of time: 2019年3月至2022年9月任…. */
function timesOf(text: string, dates: readonly DateSpan[], head: number): readonly [DateSpan?, DateSpan?] {
  const last = lastEndingBy(dates, head);
  if (!last || head - last.end > FARTHEST) return [];
  const first = lastEndingBy(dates, last.start);
  return first && /^(?:至|到|-|—|~|–)$/u.test(text.slice(first.end, last.start)) ? [first, last] : [last];
}

/** Posts of offices that are written alike everywhere: with those that the model found, one that it passed over. */
const USUAL =
  /(?:[省市县区州盟旗]委|党工委|党委|党组)(?:副)?书记|管委会(?:副)?主任|(?:代理?)?(?:副)?[市县区]长(?![沙治远宁岭春汀])|董事长|总经理/gu;

function withUsual(text: string, { start, end }: Span, titles: readonly Span[]): Span[] {
  const usual = [...text.slice(start, end).matchAll(USUAL)]
    .map((match) => ({ start: start + match.index, end: start + match.index + match[0].length }))
    .filter((one) => titles.every((title) => title.end <= one.start || title.start >= one.end));
  return [...titles, ...usual];
}

/** The words of posts in rows, with the body that stands in front. */
function toChains(linked: LinkedDocument, sentence: Sentence, titles: readonly Span[]): Chain[] {
  const bodies = BODIES.flatMap((type) => linked.within(sentence, type)).sort((a, b) => a.end - b.end);
  const chains: Chain[] = [];
  for (const title of [...titles].sort((a, b) => a.start - b.start)) {
    const { end } = title;
    const own = MARK.exec(linked.text.slice(title.start, end));
    // 副 is of the post, also where the name of the post that was found lacks it.
    const deputy = /(?:常务)?副$/u.exec(
      linked.text.slice(Math.max(sentence.start, title.start - 3), title.start),
    );
    const start = title.start + (own?.[1] === undefined ? 0 : own[0].length) - (deputy?.[0].length ?? 0);
    // 吉水县委书记 is of 吉水县: the letter that both share belongs to either.
    const body = bodies.findLast(
      (one) =>
        one.start < start &&
        one.end - start <= 1 &&
        linked.text.slice(one.end, start).replace(MARK, '') === '',
    );
    const mark = (body && MARK.exec(linked.text.slice(body.end, start))?.[1]) ?? own?.[1] ?? '';
    const last = chains.at(-1);
    if (last && !body && TOGETHER.test(linked.text.slice(last.end, start)))
      chains[chains.length - 1] = { ...last, end };
    else chains.push({ start, end, head: body ? headOf(bodies, body) : start, body: body?.entity, mark });
  }
  return chains;
}

/** Where a chain of bodies begins: 吉安市云桥高新区. */
function headOf(bodies: readonly Placed[], { start }: Placed): number {
  const outer = bodies.find((one) => one.end === start);
  return outer ? headOf(bodies, outer) : start;
}
