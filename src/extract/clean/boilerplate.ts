/**
 * A line that is furniture of a page and no part of the article. White space in a line is single. Every pattern is linear, or of
 * bounded length: lines may be long.
 *
 * Source: saved pages of portals and newspapers.
 */
const FURNITURE: readonly RegExp[] = [
  /^(?:分享让更多人看到|返回(?:顶部|首页|搜狐)|查看更多|(?:点击|展开|阅读|查看|点击展开|点击查看|点击阅读)(?:全文|原文|更多)|小字号|大字号|打印本页|关闭窗口|评论一下|最热评论|最新评论|还没有评论.{0,12}|上一篇.{0,60}|下一篇.{0,60}|相关(?:链接|阅读|新闻|推荐).{0,40})$/u,
  /^(?:评论\s*\d+人参与.{0,20}|已有\d+人参与.{0,20})$/u,
  /^(?:关键词|标签|编辑|责任编辑|责编|值班编辑|校对|审核|监制|来源|作者|原文链接|点击数|阅读)[::].{0,40}$/u,
  /^【?(?:资料图|资料图片|图片新闻)】?$/u,
  /^[\p{Script=Han}]{2,8}网$/u,
  /^[\p{Script=Han}]{2,8}网\s?(?:>|--?>?|›|»).{0,40}$/u,
  /^\[?查看原文\]?.{0,200}$/u,
  /^\(?(?:责编|责任编辑)[::].{0,20}\)?$/u,
  /^\d{4}年\d{1,2}月\d{1,2}日\s*\d{1,2}:\d{2}.{0,30}$/u,
];

/** Stretches inside a line that are furniture: bylines, credits, the head of a wire story, links. */
const INLINE: readonly RegExp[] = [
  /^.{0,40}?[,,]?正文[::]/u,
  /\([^()]{0,6}来源[::][^()]{0,30}\)/gu,
  /(?:来源|文章来源)[::]\s?[\p{Script=Han}A-Za-z]{2,10}(?:-[\p{Script=Han}]{2,3}频道)?(?:\s?\|\s?[\d年月日:\s-]{6,24})?/gu,
  /\((?:[^()]{0,24}?(?:记者|通讯员|全媒体|供图|摄影?|受访者|受訪|见习|实习)[^()]{0,40})\)/gu,
  /(?:本报讯|电|讯)?\s?(?:本报|全媒体|首席|见习|实习|客户端|日报){0,5}(?:首席)?记者\s?[\p{Script=Han}]{2,3}(?:[、\s]{1,2}[\p{Script=Han}]{2,3}){0,12}\s?(?:通讯员\s?[\p{Script=Han}]{2,3}(?:[、\s]{1,2}[\p{Script=Han}]{2,3}){0,12})?(?:报道|摄影?)(?=\s|$)/gu,
  /\s?[\p{Script=Han}]{2,3}\s?摄(?=[\s。]|$)/gu,
  /【(?:编辑|来源|责任编辑|责编|校对|审核|爆料|记者)[::]?[^】]{0,30}】/gu,
  /(?:返回搜狐,?\s?查看更多)?\s?责任编辑[::]?\S{0,6}$/gu,
  /(?:返回搜狐,\s?查看更多)/gu,
  /本文属于原创文章,如若转载,请注明来源.{0,120}$/gu,
  /广告声明[::].{0,200}$/gu,
  /https?:\/\/[\x21-\x7e]+/gu,
  /\[查看原文\]\([^)]{0,500}\)/gu,
];

/** A byline in brackets at the end of an article, such as (卢 鸿 记者邹柯玮): two or more short names and nothing else. */
const CLOSING_BYLINE =
  /\(\s?(?:完|[\p{Script=Han}]{1,3}(?:[\s、,]{1,3}[\p{Script=Han}]{1,3}){0,5}(?:摄|文|文\/图)?)\s?\)\s?$/u;

/** Whether a line, half-width and trimmed, is furniture. */
export function isFurniture(line: string): boolean {
  return FURNITURE.some((pattern) => pattern.test(line));
}

/** Whether a line ends an article with its byline. */
export function hasClosingByline(line: string): boolean {
  const found = CLOSING_BYLINE.exec(line);
  return found !== null && (found.index === 0 || /[。!?”…]\s*$/u.test(line.slice(0, found.index)));
}

/** The furniture inside a line, as [start, end) pairs in it, in order and disjoint. */
export function findFurniture(line: string): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (const pattern of INLINE) {
    if (pattern.global) for (const m of line.matchAll(pattern)) found.push([m.index, m.index + m[0].length]);
    else {
      const m = pattern.exec(line);
      if (m) found.push([m.index, m.index + m[0].length]);
    }
  }
  if (hasClosingByline(line)) {
    const m = CLOSING_BYLINE.exec(line);
    if (m) found.push([m.index, line.length]);
  }
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const disjoint: [number, number][] = [];
  for (const [start, end] of found) {
    const last = disjoint.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else disjoint.push([start, end]);
  }
  return disjoint;
}
