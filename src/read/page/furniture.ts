/** As much of the DOM as is cut away from. */
export interface CutElement {
  readonly nodeName: string;
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  querySelectorAll(selector: string): Iterable<CutElement>;
  readonly nextElementSibling: CutElement | null;
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
const LIST_TITLE =
  /^(?:热榜|热门(?:文章|新闻|推荐)|相关(?:阅读|新闻|推荐|文章|链接)|推荐阅读|猜你喜欢|延伸阅读|更多新闻|点击排行|新闻排行|24小时热文)[:：]?$/u;

/** What stands around an article is less than this; more, and the name of the part was chosen badly. */
const LONGEST_AROUND = 1500;

/** Words that a page shows for as long as its script has not run. */
const LOADING = /(?:正在加载|加载中|页面加载|loading|请(?:开启|启用)\s{0,9}JavaScript|enable JavaScript)/iu;

/** Takes away what stands around the article, and shows what is there but hidden until a script shows it. */
export function cutFurniture(body: CutElement): void {
  for (const main of body.querySelectorAll(BODIES)) {
    const style = main.getAttribute('style');
    if (style !== null)
      main.setAttribute('style', style.replace(/(?:visibility|opacity|display)\s*:[^;]*;?/giu, ''));
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
    else if (text.length < 12 && LIST_TITLE.test(text)) removeList(element);
  }
}

/** Whether a page has no text of its own, but the words that it shows until a script has fetched it. */
export function isShell(text: string): boolean {
  return text.length < 200 && LOADING.test(text) && !/[。！？]/u.test(text.replace(LOADING, ''));
}

const sizeOf = (element: CutElement): number => (element.textContent ?? '').trim().length;

function holdsBody(element: CutElement): boolean {
  return [...element.querySelectorAll(`${BODIES}, h1`)].length > 0;
}

/** The title of a list, and the list behind it. */
function removeList(title: CutElement): void {
  const next = title.nextElementSibling;
  if (next && /^(?:UL|OL|DL|DIV)$/iu.test(next.nodeName) && isOfLinks(next)) next.remove();
  title.remove();
}

/** Whether nearly all of its text is in links. */
function isOfLinks(element: CutElement): boolean {
  let linked = 0;
  for (const link of element.querySelectorAll('a')) linked += sizeOf(link);
  return linked * 10 >= sizeOf(element) * 7;
}
