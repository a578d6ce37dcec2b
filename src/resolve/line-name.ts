import { normaliseForm } from '../names/normalise.ts';

/** A line by its ends, with what stands behind: a section, a bridge. */
const LINE =
  /^(?:新建|在建)?(\p{Script=Han}{2,4})(?:至|到|—|–|-{1,2}|~)(\p{Script=Han}{2,4}?)(高速铁路|高铁|城际铁路|铁路|高速公路|高速)(.{0,24})$/u;

/** What places are called in names of lines beside their first letter. */
const LETTERS: Readonly<Record<string, string>> = {
  上海: '沪',
  重庆: '渝',
  成都: '成蓉',
  南京: '宁',
  宁波: '甬',
  福州: '福榕',
  广州: '广穗',
  武汉: '武汉',
  天津: '津',
  北京: '京',
};

/** The names that a line has by one letter of each of its ends: 云松高铁 of 云岭至松江高速铁路. None where it is no line by its ends. */
export function shortLines(form: string): string[] {
  const [, from = '', to = '', kind = '', rest = ''] = LINE.exec(normaliseForm(form)) ?? [];
  if (from === '') return [];
  const plain = kind === '高速铁路' ? '高铁' : kind === '高速公路' ? '高速' : kind;
  return lettersOf(from).flatMap((a) => lettersOf(to).map((b) => a + b + plain + rest));
}

function lettersOf(place: string): string[] {
  return [...(LETTERS[place] ?? place.slice(0, 1))];
}
