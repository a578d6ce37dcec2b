import type { Sentence } from '../../model/article.ts';
import { type Ceremony, findCeremony, isCarriedBy } from './ceremony.ts';
import { type DateSpan, findDates } from './date.ts';
import { isAfter } from './dated.ts';
import type { LinkedDocument, Placed } from './linked-document.ts';

/** A sentence as the rules for projects see it, with what was told before it. */
export interface ProjectScene {
  readonly linked: LinkedDocument;
  readonly sentence: Sentence;
  readonly projects: readonly Placed[];
  readonly dates: readonly DateSpan[];
  readonly published: string | undefined;
  /** The project that 该项目 stands for, where the sentence begins so. */
  readonly carried: Placed | undefined;
  /** The project that was named last before the sentence. */
  readonly focus: Placed | undefined;
  readonly ceremony: Ceremony | undefined;
}

const CARRIED =
  /^(?:据(?:了解|悉|介绍),)?(?:(?:该|这一|此|此次)?(?:项目|工程|基地)(?!化|负责|建设者|部)|[^,。;]{1,16},(?:(?:该|这一|此)(?:项目|工程|基地)|项目(?:主体|一期|二期|整体|现场|已|正|目前|建设))(?!化|负责|部))/u;

/** The sentences of a document in text order. */
export function toProjectScenes(linked: LinkedDocument): ProjectScene[] {
  let focus: Placed | undefined;
  let ceremony: Ceremony | undefined;
  return linked.document.sentences.map((sentence) => {
    const projects = linked.within(sentence, 'Project');
    const { published } = linked.document.articles[sentence.article] ?? {};
    const dates = findDates(linked.text, sentence, published);
    const event = findCeremony(linked.text, sentence);
    if (event) {
      // Of 2月28日…一季度重大项目集中开工 the day is that of the event.
      const before = dates.filter(({ end }) => end <= event.start);
      const date = (before.findLast((one) => one.date.length === 10) ?? before.at(-1))?.date;
      ceremony = { ...event, ...(date === undefined || isAfter(date, published) ? {} : { date }) };
    } else if (ceremony && !isCarriedBy(linked.text, ceremony, sentence)) ceremony = undefined;
    const carried = CARRIED.test(linked.text.slice(sentence.start, sentence.end)) ? focus : undefined;
    const scene = { linked, sentence, projects, dates, published, carried, focus, ceremony };
    focus = projects.at(-1) ?? focus;
    return scene;
  });
}
