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
