import type { Sentence } from '../../model/article.ts';
import type { ProjectStatus } from '../../model/entity.ts';
import type { Span } from '../../model/span.ts';

/** An event at which several projects came to a state: what a list behind it speaks of has that state. */
export interface Ceremony extends Span {
  readonly status: ProjectStatus;
  readonly date?: string;
  readonly paragraph: number;
  readonly article: number;
}

const ACTS: Readonly<Record<string, ProjectStatus>> = {
  签约: 'signed',
  签订: 'signed',
  签署: 'signed',
  开工: 'construction',
  动工: 'construction',
  奠基: 'construction',
  封顶: 'topped_out',
  竣工: 'operating',
  投产: 'operating',
};
const ACT = Object.keys(ACTS).join('|');
const PATTERN = new RegExp(
  [
    `(?:集中|共|现场|成功|正式)(${ACT})`,
    `(${ACT})(?:暨[^,。;]{1,12})?(?:仪式|活动|大会|现场会)`,
    String.raw`(${ACT})(?:的|了)?(?:重大|重点|产业|招商)?项目(?:共|达)?\d{1,3}个`,
    String.raw`\d{1,3}个[^,。;]{0,16}项目[^,。;]{0,6}(${ACT})`,
    String.raw`(${ACT})(?:了)?\d{1,3}个[^,。;]{0,16}项目`,
  ].join('|'),
  'u',
);
const CARRIES =
  /^(?:其中|此次|本次|这次|这些|该批|签约的?|开工的?|集中|当天|当日|仪式上|活动中|据(?:悉|了解|介绍))/u;

/** The event that a sentence tells of; none is undefined. */
export function findCeremony(text: string, sentence: Sentence): Omit<Ceremony, 'date'> | undefined {
  const match = PATTERN.exec(text.slice(sentence.start, sentence.end));
  const act = match?.slice(1).find((group) => group !== undefined);
  const status = act === undefined ? undefined : ACTS[act];
  if (!match || status === undefined) return undefined;
  const start = sentence.start + match.index;
  const { paragraph, article } = sentence;
  return { start, end: start + match[0].length, status, paragraph, article };
}

/** Whether a sentence behind an event still tells of its projects. */
export function isCarriedBy(text: string, { paragraph, article }: Ceremony, sentence: Sentence): boolean {
  if (article !== sentence.article || sentence.paragraph > paragraph + 1) return false;
  return (
    sentence.paragraph === paragraph || CARRIES.test(text.slice(sentence.start, sentence.end).trimStart())
  );
}
