import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Mention } from '../../model/mention.ts';
import type { Span } from '../../model/span.ts';
import type { TextView } from './text-view.ts';

/** What may stand right after a person's name. */
const AFTER =
  /^(?:$|[,。、;:!?\n”"()（）—·]|说|表示|介绍|称|指出|强调|认为|坦言|透露|告诉|谈|讲|回忆|感慨|解释|补充|直言|笑|在|对|向|率|带|与|和|及|同|代表|主持|出席|参加|陪同|致|宣|一行|等|为|来|到|走|的|将|也|还|从|就|作|是|前|赴|解读|感慨|宣读|共同|很|先生|女士|同志|创办|投资|负责|深入|实地|会见|接待|调研|考察|分别|共同|先后|详细|发|宣布|担任|当选|任|充满|竖|算|兴奋|激动|自豪|信心|接受|签|见|进行|围绕|通过|给|被|已|正|曾|又|都|便|则|以|用|听|看|指|现场|提|要求|希望|感|最|满|高兴|欣|受|加|亲|用|把)/u;

/**
 * Find people who hold a post: a title followed by a name, or a name followed by a title in brackets.
 *
 * The mention is the name; `title` is the post as written. Who holds no post is never a mention.
 * Source: seeds/surnames.csv
 */
export function recognisePeople(view: TextView, knowledge: Knowledge): Mention[] {
  const found: Mention[] = [];
  for (const title of findTitles(view, knowledge)) {
    let at = title.end;
    for (let more = 0; more < 12; more++) {
      const end = findNameEnd(view, at, knowledge);
      if (end < 0) break;
      found.push({
        start: at,
        end,
        type: 'Executive',
        form: view.text.slice(at, end),
        rule: more === 0 ? 'person/title' : 'person/title-list',
        confidence: more === 0 ? 0.92 : 0.8,
        title: view.text.slice(title.start, title.end),
        titleSpan: title,
      });
      if (view.text[end] !== '、') break;
      at = end + 1;
    }
  }
  return found;
}

/** Titles, each with further posts before it joined by 、 or 兼 (党组书记、局长). */
function findTitles(view: TextView, knowledge: Knowledge): Span[] {
  const titles: Span[] = [];
  for (const match of view.text.matchAll(knowledge.titlePattern)) {
    const start = match.index;
    const end = start + match[0].length;
    const previous = titles.at(-1);
    const between = previous ? view.text.slice(previous.end, start) : undefined;
    if (previous && between !== undefined && /^[、兼]?$/u.test(between))
      titles[titles.length - 1] = { start: previous.start, end };
    else titles.push({ start, end });
  }
  return titles;
}

const SPEAKS = /^(?:说|介绍|表示|来到|充满|告诉|坦言|主持|率|宣布|走进|指出|强调|透露|认为|称)/u;

/** Where a person's name that begins at `at` ends; -1 if none begins there. */
function findNameEnd(view: TextView, at: number, knowledge: Knowledge): number {
  const { text } = view;
  const two = text.slice(at, at + 2);
  const surname = knowledge.surnames.has(two) ? 2 : knowledge.surnames.has(two[0] ?? '') ? 1 : 0;
  if (surname === 0) return -1;
  const fits = (given: number): boolean => {
    const end = at + surname + given;
    const name = text.slice(at, end);
    const torn = TORN.test(text.slice(end - 1, end + 1));
    return (
      /^[\p{Script=Han}]+$/u.test(name) && name.length === surname + given && !torn && !NOT_NAMES.test(name)
    );
  };
  const short = at + surname + 1;
  if (fits(1) && SPEAKS.test(text.slice(short, short + 4))) return short;
  for (const given of [2, 1]) {
    const end = at + surname + given;
    if (fits(given) && (AFTER.test(text.slice(end, end + 4)) || startsClause(view, end))) return end;
  }
  return fits(2) && view.isBoundary(at + surname + 2) && view.isBoundary(at) ? at + surname + 2 : -1;
}

/** Whether a verb, an adverb or a preposition begins at an offset: a name may end before it. */
function startsClause(view: TextView, at: number): boolean {
  const token = view.tokens[view.tokenAt(at)];
  return token !== undefined && token.start === at && token.text.length > 1 && /^[vdp]/u.test(token.pos);
}

// Verbs whose first character would pass for the end of a name: 刘洋|参加.
const TORN =
  /^(?:参加|参与|出席|主持|介绍|表示|带领|带队|陪同|宣布|宣读|指出|强调|发表|代表|讲话|致辞|率队|前往|来到|走进|感慨|共同|分别|先后)$/u;

const NOT_NAMES =
  /[的了等在是与和及]|表示|介绍|指出|认为|告诉|当场|正在|曾经|^(?:员|同志|先生|女士|办公|工作|会议|主持|代表|表示|介绍|单位|公司|企业|项目|参加|出席|有关|相关|应邀|带队|率队|一行|党组|党委|江苏|江西|安徽|云南|云计|高质|高新|管理|和平|全面|温馨|成员|史上|任期|任命|任职|于今|于本|于昨|于近|常务|常委|解读|宣布|都|包括|经开|经济|施工|石化|黄金|项目|金融|安全|车间|万元|时间|方案|方面|应该|应当|强调|成立|计划|明确|关注|关心|关于|全程|全力|全国|全省|全市|何以|何时|温暖|高度|高效|陆续|连续|从|通过|支持|时代)/u;
