/** As much of the DOM as is cut away from. */
export interface CutElement {
  readonly nodeName: string;
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  querySelectorAll(selector: string): Iterable<CutElement>;
  readonly nextElementSibling: CutElement | null;
  readonly parentElement: CutElement | null;
  remove(): void;
}

/** Where sites keep the article itself, also while a script has yet to show it. */
export const BODIES =
  '#js_content, #UCAP-CONTENT, .TRS_Editor, #zoom, .rm_txt_con, article[itemprop=articleBody]';

/** Names of parts of a page that are never its article. */
const AROUND =
  /(?:^|[-_\s])(?:nav|navbar|navigation|menu|breadcrumb|crumbs?|footer|foot|copyright|sidebar|hot|hotlist|hot-?news|rank|ranking|recommend|related|relate|share|comments?|ad|ads|advert|advertisement|banner|toolbar|rich_media_tool)(?:$|[-_\s])/iu;

/** A line that is paid for says so at its beginning. */
const PAID = /^[\s[【(（]*(?:广告|廣告|推广|赞助)\s*(?:[｜|:：\]】)）丨]|$)/u;

/** Titles of lists of other articles. */
const LIST_WORDS =
  '热榜|热[门点](?:文章|新闻|推荐|关注)|相关(?:阅读|新闻|推荐|文章|链接)|推荐阅读|猜你喜欢|大家都在看|延伸阅读|更多新闻|点击排行|新闻排行|24小时(?:热文|排行)|(?:往期|精彩)(?:推荐|回顾|精选|内容)|往期精彩|友情链接';
const LIST_TITLE = new RegExp(`^(?:${LIST_WORDS})[:：]?$`, 'u');
const LISTED = new RegExp(`^(?:${LIST_WORDS})`, 'u');

/** A line at the foot of a page that tells who made it and whose it is. */
const FOOT =
  /^(?:版权所有|Copyright\b|技术支持[:：\s]|网站标识码|备案(?:序)?号|[\p{Script=Han}]{0,2}ICP备|友情链接[:：])/iu;

/** A line that leads to another article. */
const LEADS_AWAY = /^(?:相关|延伸|推荐|更多)(?:阅读|新闻|链接|报道)[:：]/u;

/** Links that make a menu or a list of other articles. */
const LEAST_LINKS = 3;

/** What stands around an article is less than this; more, and the name of the part was chosen badly. */
const LONGEST_AROUND = 1500;

/** What a site shows in the place of an article that is gone, or that it gives only to whom it has looked at. */
const IN_ITS_PLACE =
  /(?:该|此)(?:内容|文章|页面|链接)[\p{Script=Han}]{0,6}(?:删除|违规|无法查看|过期|失效)|(?:页面|网页|文章)不存在|找不到(?:您|你)?[\p{Script=Han}]{0,8}(?:页面|网页)|完成(?:安全)?验证|访问过于频繁|(?:账号|公众号)已迁移|404 Not Found|403 Forbidden|请在微信客户端打开/iu;

/** Words that a page shows for as long as its script has not run. */
const LOADING = /(?:正在加载|加载中|页面加载|loading|请(?:开启|启用)\s{0,9}JavaScript|enable JavaScript)/iu;

/** Takes away what stands around the article, and shows what is there but hidden until a script shows it. */
export function cutFurniture(body: CutElement): void {
  for (const main of body.querySelectorAll(BODIES)) {
    const style = main.getAttribute('style');
    if (style !== null)
      main.setAttribute('style', style.replace(/(?:visibility|opacity|display)\s{0,9}:[^;]{0,99};?/giu, ''));
  }
  for (const element of body.querySelectorAll(
    'nav, footer, aside, dialog, [role=navigation], [role=contentinfo]',
  ))
    if (sizeOf(element) < LONGEST_AROUND && !holdsBody(element)) element.remove();
  for (const element of body.querySelectorAll('[class], [id]')) {
    const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
    if (/^(?:BODY|MAIN|ARTICLE|H1|P)$/iu.test(element.nodeName) || !AROUND.test(names)) continue;
    if (sizeOf(element) < LONGEST_AROUND && !holdsBody(element)) element.remove();
  }
  for (const element of body.querySelectorAll('p, div, section, span, li, h2, h3, h4, a')) {
    const text = (element.textContent ?? '').trim();
    if (text.length < 400 && PAID.test(text)) element.remove();
    else if (text.length < 200 && LEADS_AWAY.test(text) && linkedOf(element) > 0) element.remove();
    else if (text.length < 12 && LIST_TITLE.test(text)) removeList(element);
    else if (isFoot(text) && !holdsBody(element)) element.remove();
  }
  cutCells(body);
}

/** Old pages are set in tables: their menus, lists of other articles and feet stand in cells. A page of links alone stays. */
function cutCells(body: CutElement): void {
  const size = sizeOf(body);
  for (const cell of body.querySelectorAll('td, th')) {
    const text = (cell.textContent ?? '').trim();
    const isMenu = [...cell.querySelectorAll('a')].length >= LEAST_LINKS && isOfLinks(cell);
    const isList = LISTED.test(text) && (text.length < 12 || isOfLinks(cell));
    const isAround = isMenu || isList || isFoot(text);
    if (isAround && text.length < LONGEST_AROUND && text.length * 2 < size && !holdsBody(cell)) cell.remove();
  }
}

/** Whether a page has no text of its own, but the words that it shows until a script has fetched it. */
export function isShell(text: string): boolean {
  return text.length < 200 && LOADING.test(text) && !/[。！？]/u.test(text.replace(LOADING, ''));
}

/** Whether a line stands at the foot of a page. */
export const isFoot = (line: string): boolean => line.length < 200 && FOOT.test(line);

/** What a page without a text says in the place of one: that it is gone, or that a check comes first. */
export function findNotice(text: string): string | undefined {
  return text.length < 200 && !/\d月\d{1,2}日/u.test(text) ? IN_ITS_PLACE.exec(text)?.[0] : undefined;
}

const sizeOf = (element: CutElement): number => (element.textContent ?? '').trim().length;

function holdsBody(element: CutElement): boolean {
  return [...element.querySelectorAll(`${BODIES}, h1`)].length > 0;
}

/** The title of a list, with what holds it alone, and the list behind it, in one part or several. */
function removeList(title: CutElement): void {
  let outer = title;
  const size = sizeOf(title);
  for (let parent = title.parentElement; parent !== null; parent = parent.parentElement)
    if (sizeOf(parent) === size && !/^BODY$/iu.test(parent.nodeName)) outer = parent;
    else break;
  for (let next = outer.nextElementSibling; next !== null; ) {
    const after = next.nextElementSibling;
    // Pictures and rooms stand between.
    const isListed =
      sizeOf(next) === 0 || (/^(?:UL|OL|DL|DIV|SECTION|P|A)$/iu.test(next.nodeName) && isOfLinks(next));
    if (!isListed || holdsBody(next)) break;
    next.remove();
    next = after;
  }
  outer.remove();
}

/** Whether nearly all of its text is in links. */
function isOfLinks(element: CutElement): boolean {
  const linked = linkedOf(element);
  return linked > 0 && linked * 10 >= sizeOf(element) * 7;
}

/** How much of its text is in links. */
function linkedOf(element: CutElement): number {
  let linked = 0;
  for (const link of element.querySelectorAll('a')) linked += sizeOf(link);
  return linked;
}
