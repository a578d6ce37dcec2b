import { normaliseForm } from './normalise.ts';

const OF_COMPANY =
  /董事|经理|总裁|总监|首席[\p{Script=Han}]{0,8}官|C[EFOT]O|创始人|合伙人|厂长|车间|行长|掌门人|法定代表人|法人|店长|会长|理事|股东/u;

/** Whether a title is held in a firm, a chamber or an association, whatever body stands in front. */
export function isCompanyTitle(title: string): boolean {
  return OF_COMPANY.test(title);
}

const FORMER = /^(?:原|前|时任|现任|拟任|候任|历任|新任)/u;

/** The posts of a title one by one, without what tells when they were held: 原市委常委、副市长 is 市委常委 and 副市长. */
export function titlesOf(title: string): string[] {
  return normaliseForm(title)
    .split(/[、,;兼和及]/u)
    .map((one) => one.replace(FORMER, ''))
    .filter((one) => one.length > 0);
}

const LEADING = /^(?:(?:中共|党的|代理?|常务(?!副))(?=\p{Script=Han}))/u;
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/管理委员会/gu, '管委会'],
  [/党工委|(?<![党团])工委/gu, '党工委'],
  [/委员会/gu, '委'],
  [/同志$|职务$/gu, ''],
  [/^C ?E ?O$/giu, '首席执行官'],
];
/** A place's party secretary and its head, and those of a zone, as news calls them for short. */
const BARE: Readonly<Record<string, string>> = {
  书记: '书记',
  党委书记: '书记',
  党工委书记: '书记',
  工委书记: '书记',
};

/** The seats that a title names, one by one, so that two ways of saying one are equal: 管理委员会主任 is 管委会主任, 代县长 is 县长. */
export function seatsOf(title: string): string[] {
  return titlesOf(title).map((one) => {
    const short = SHORT.reduce((text, [from, to]) => text.replace(from, to), one.replace(LEADING, ''));
    return (
      BARE[short] ??
      short.replace(/^(?:管委会)(?=(?:副)?主任$)/u, '').replace(/^[省市区县州盟旗]委(?=(?:副)?书记$)/u, '')
    );
  });
}

/** A post that one person holds at a time: the head of a body, and no deputy or member. */
const ONE_SEAT =
  /^(?:[^副]{0,12}(?:书记|主任|[省市区县州盟旗镇乡]长|局长|厅长|部长|院长|校长|所长|馆长|台长|行长|厂长|处长|主席|会长|理事长|秘书长|董事长|总经理|总裁|首席执行官|社长))$/u;
const MANY = /副|助理|委员|常委|成员|代表|名誉|荣誉|原|纪|支部|车间|部门|分管/u;

/** Whether a seat has one holder at a time. */
export function isOneSeat(seat: string): boolean {
  return ONE_SEAT.test(seat) && !MANY.test(seat);
}
