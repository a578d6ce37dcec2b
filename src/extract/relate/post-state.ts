/** Whether a post is held, was held, or is only proposed. */
export type PostState = 'held' | 'ended' | 'planned';

/**
 * `isSaid` tells that words say it; `turns` that they tell of a beginning or an end, of which a day in front of them is the day;
 * `isNews` that it is told as what has just happened: then it is of the day that the article tells.
 */
export interface HeldBy {
  readonly state: PostState;
  readonly isSaid: boolean;
  readonly turns: boolean;
  readonly isNews: boolean;
}

const LEFT = /不再(?:担任|兼任|任|履行|兼)|免去|免除|卸任|辞去|辞任|离任|撤销/u;
const PROPOSED = /拟(?:任命?|提名|推荐|聘|担任|转任|提拔|升任|调任)|提名|候任|拟$/u;
const ONCE =
  /(?:曾|历|时|原|前)(?:经)?(?:任|担任)|曾|此前|之前|先后|(?:^|[^\p{Script=Han}]|是|由|,)(?:原|前)$|(?:原|前)(?:系|为)$/u;
const NOW = /现任|现为|现担任|现系|继续(?:担任|任)|一直(?:担任|任)|仍(?:担任|任)/u;
const BEGINS =
  /(?:任命|提任|担任|出任|就任|当选|接任|聘任|聘请|选举|履新|到任|兼任|调任|升任|转任|继任|推选|任)(?:同志)?(?:为|了|,?任)?$/u;
const CANDIDATE = /^(?:候选人|人选|提名人选)/u;
const PLAIN = /^(?:同志)?[,(:]?(?:男|女)?,?(?:系|是|为|作为|以)?$/u;
const BEHIND_ONCE = /(?<![平高草屋中太还])原任?$|(?<![目以之此当日年月天期支向提])前任?$|时任$/u;

/**
 * How a post is held by the words in front of it: 不再担任, 拟任, 原, 任. Where the holder stands behind the post (原主任林若谷), only
 * the words right before it count. Undefined where nothing ties the post to its holder.
 */
export function heldBy(
  { ahead, between }: { readonly ahead: string; readonly between: string },
  isBehind: boolean,
  after: string,
): HeldBy | undefined {
  const clause = between.split(/[,;。:]/u).at(-1) ?? '';
  if (isBehind) {
    if (/(?:拟任|候任)$/u.test(clause))
      return { state: 'planned', isSaid: true, turns: false, isNews: false };
    if (BEHIND_ONCE.test(clause)) return { state: 'ended', isSaid: true, turns: false, isNews: false };
    return { state: 'held', isSaid: false, turns: false, isNews: false };
  }
  const words = clause === between ? ahead + clause : clause;
  if (CANDIDATE.test(after) || PROPOSED.test(words))
    return { state: 'planned', isSaid: true, turns: false, isNews: false };
  if (LEFT.test(words)) return { state: 'ended', isSaid: true, turns: true, isNews: true };
  if (NOW.test(words)) return { state: 'held', isSaid: true, turns: false, isNews: false };
  if (ONCE.test(words)) return { state: 'ended', isSaid: true, turns: false, isNews: false };
  if (BEGINS.test(words)) return { state: 'held', isSaid: true, turns: true, isNews: !/兼任?$/u.test(words) };
  return PLAIN.test(between) ? { state: 'held', isSaid: false, turns: false, isNews: false } : undefined;
}

const GOES =
  /^(?:同志)?(?:因[^,。;]{1,12},?)?(?:已|已经|将|于[^,。;]{1,12})?(?:调离|离任|卸任|退休|辞职|离职|去职|病逝|逝世|去世|调任|转任|升任|履新|被免职|(?:不再担任|卸任|辞去)(?:该|此|这一|上述)?职?务?)/u;

/** Whether who stands behind a post leaves it by the words that follow: 管委会主任林若谷调任…. */
export function tailState(tail: string): HeldBy | undefined {
  return GOES.test(tail.slice(0, 40))
    ? { state: 'ended', isSaid: true, turns: true, isNews: true }
    : undefined;
}
