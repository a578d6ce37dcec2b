/** Forms that differ only in width, white space, quotes or letter case fold to one. */
export function foldForm(form: string): string {
  return form
    .normalize('NFKC')
    .replace(/[\s“”"'‘’「」『』]/gu, '')
    .toLowerCase();
}

const LEGAL_FORM = /(?:股份有限公司|有限责任公司|有限公司|股份公司|(?<![分子])公司|co\.,?ltd\.?)$/u;

/** Whether a form is a company's full name, with its legal form. */
export function isLegalName(form: string): boolean {
  return /(?:有限公司|有限责任公司|股份公司)$/u.test(foldForm(form));
}

/**
 * The form under which a company's names are equal: the legal form goes, at the end only, and brackets open.
 *
 * A branch (分公司) keeps its name, and a place in front stays: 云岭晨星 is not 晨星 before an article says so.
 */
export function companyKey(form: string): string {
  const open = foldForm(form).replace(/[()]/gu, '');
  const core = open.replace(LEGAL_FORM, '');
  return core.length >= 2 ? core : open;
}

const PHASE = /(?:第?[一二三四五六七八九十\d]期)?(?:工程|项目)?$/u;

/** A project's name without 项目 or a phase at its end: the phases of one project are one. */
export function projectKey(form: string): string {
  const folded = foldForm(form);
  const core = folded.replace(PHASE, '').replace(PHASE, '');
  return core.length >= 2 ? core : folded;
}

/** An industry's name without 产业, 产业链 and the like. */
export function industryKey(form: string): string {
  const folded = foldForm(form);
  const core = folded.replace(/(?:产业链|产业集群|产业|行业)$/u, '');
  return core === '' ? folded : core;
}
