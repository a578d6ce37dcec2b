import type { Document } from '../../model/article.ts';
import type { EntityType, ProjectStatus } from '../../model/entity.ts';
import { firstFrom, lowest } from '../../model/nearby.ts';
import type { Span } from '../../model/span.ts';

/** A thing of the document that figures may be about. */
export interface Subject {
  readonly type: EntityType;
  readonly forms: readonly string[];
  readonly mentions: readonly Span[];
  readonly status?: ProjectStatus | undefined;
}

/** Where the text speaks of a thing: by name, or by a word that stands for it. */
export interface Place extends Span {
  readonly subject: number;
  readonly isName: boolean;
}

const OWNERS: readonly EntityType[] = ['Zone', 'Place', 'Company', 'Organization', 'Project'];
const STAND_IN =
  /全区|该区|我区|区内|辖区|园区(?!管委会)|园内|该园|(?:经济技术|高新技术产业)?开发区|高新区|经开区|新区|示范区|试验区|自贸区|特区|保税区|综保区|组团|全市|该市|我市|全县|该县|全省|该省|我省|全旗|该旗|全州|该公司|公司|发行人|该集团|集团|该企业|该项目|此项目|项目(?=(?:一期|全部|全面|建成|投产|达产|计划|规划|占地|总|投运|投用|建设|完全|整体|预计|将|可|用地|新增))|该基地|基地|该工程|工程(?=总|占地|建成)|该中心|该厂|工厂|厂区|(?<=[,。;:"该此])(?:枢纽|合作社|综合体|产业园|科技园|孵化园|小镇|产业城|新城)/gu;
const LED_IN =
  /(?:位于|地处|坐落于?在?|选址于?在?|毗邻|紧邻|距离?|面向|对|来自|比|辐射|覆盖|与|同|向|直属|包括|依托|下辖|会同|占|全国|旗下|含|从)$/u;
/** Things are looked for among so many before a word that stands for one. */
const FAR = 400;
const WINDOW = 160;
const FARTHEST = 600;

/** The document as the figures see it: who is spoken of where. */
export class Scene {
  readonly text: string;
  readonly document: Document;
  readonly subjects: readonly Subject[];
  private readonly places: readonly Place[];
  private readonly mains: readonly (number | undefined)[];

  constructor(document: Document, subjects: readonly Subject[]) {
    this.document = document;
    this.text = document.text;
    this.subjects = subjects;
    this.places = this.placesOf(subjects);
    this.mains = this.mostSpokenOf();
  }

  /** The names that hold a span, the longest first. */
  around(span: Span, type: EntityType): Place | undefined {
    for (let i = firstFrom(this.places, span.start + 1) - 1; i >= 0; i--) {
      const place = this.places[i] as Place;
      if (place.start < span.start - WINDOW) break;
      if (place.isName && place.end >= span.end && this.subjects[place.subject]?.type === type) return place;
    }
    return undefined;
  }

  /** The names and stand-ins that begin within a span, in text order. */
  within({ start, end }: Span): readonly Place[] {
    return this.places.slice(firstFrom(this.places, start), firstFrom(this.places, end));
  }

  /** The last so many names and stand-ins that begin before an offset, in text order. */
  lastBefore(offset: number, most: number): readonly Place[] {
    const end = firstFrom(this.places, offset);
    return this.places.slice(Math.max(0, end - most), end);
  }

  /** The name that words up to an offset are put before: in 占地220亩的灭菌中心 it is behind 的. */
  attributed(offset: number): Place | undefined {
    if (this.text[offset] !== '的') return undefined;
    return this.within({ start: offset + 1, end: offset + 2 }).find(({ isName }) => isName);
  }

  /**
   * What a stretch of text up to an offset is about, among the things that may be: the last in the clause of the offset, else
   * the first of the stretch; one that only says where something lies comes last. Of an address its last part.
   */
  topic(from: number, offset: number, mayBe: (subject: Subject) => boolean): Place | undefined {
    const told = this.within({ start: from, end: offset }).filter(
      (place) => place.end <= offset && mayBe(this.subjects[place.subject] as Subject),
    );
    const whole = told.filter((place, i) => {
      const [outer, next] = [told[i - 1], told[i + 1]];
      return !(outer && outer.end >= place.end && outer.start < place.start) && next?.start !== place.end;
    });
    const main = whole.filter((place) => !this.isLedIn(place) && !this.isBracketed(place, offset));
    const list = main.length > 0 ? main : whole;
    const clause = this.clauseStart(offset);
    const here = list.findLast(({ start }) => start >= clause);
    return here ?? list[0];
  }

  /** Whether a thing is only told of as where another one lies: 位于云岭高新区. */
  isLedIn({ start }: Span): boolean {
    return LED_IN.test(this.text.slice(Math.max(0, start - 4), start));
  }

  /** Whether a thing is named in brackets that are closed before an offset: 晨星集团(含晨星酒店). */
  private isBracketed({ end }: Span, offset: number): boolean {
    const rest = this.text.slice(end, Math.min(offset, end + 80));
    const close = rest.indexOf(')');
    return close >= 0 && !rest.slice(0, close).includes('(');
  }

  /** Where the clause of an offset begins. */
  clauseStart(offset: number): number {
    const part = this.text.slice(Math.max(0, offset - WINDOW), offset);
    const mark = Math.max(...[',', '。', ';', ':', '\n'].map((each) => part.lastIndexOf(each)));
    return offset - part.length + mark + 1;
  }

  /** Where the part of a sentence between semicolons begins that holds an offset; what lies far before it counts as its own. */
  partStart(from: number, offset: number): number {
    const start = Math.max(from, offset - FARTHEST);
    return start + this.text.slice(start, offset).lastIndexOf(';') + 1;
  }

  /** The zone or place that an article is about: the one that it speaks of most. */
  mainArea(article: number): number | undefined {
    return this.mains[article];
  }

  private mostSpokenOf(): (number | undefined)[] {
    const counts = this.document.articles.map(() => new Map<number, number>());
    for (const { start, subject, isName } of this.places) {
      const { type, forms } = this.subjects[subject] as Subject;
      if (!isName || (type !== 'Zone' && type !== 'Place')) continue;
      const sentence = this.sentenceAt(start);
      const of = counts[this.document.sentences[sentence]?.article ?? 0];
      const weight = (sentence < 3 ? 2 : 1) * (type === 'Zone' ? 1.5 : isProvince(forms) ? 0.5 : 1);
      of?.set(subject, (of.get(subject) ?? 0) + weight);
    }
    return counts.map((of) => [...of].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0]);
  }

  typeOf({ subject }: Place): EntityType {
    return this.subjects[subject]?.type ?? 'Place';
  }

  /** The sentence that holds an offset, by index. */
  sentenceAt(offset: number): number {
    const { sentences } = this.document;
    return Math.max(0, lowest(sentences.length, (i) => (sentences[i] as Span).start > offset) - 1);
  }

  private placesOf(subjects: readonly Subject[]): Place[] {
    const names = subjects
      .flatMap(({ type, mentions }, subject): Place[] =>
        OWNERS.includes(type)
          ? mentions.map(({ start, end }) => ({ start, end, subject, isName: true }))
          : [],
      )
      .sort((a, b) => a.start - b.start || b.end - a.end);
    const standIns: Place[] = [];
    let reach = 0;
    let next = 0;
    const before: Place[] = [];
    for (const match of this.text.matchAll(STAND_IN)) {
      const [start, end] = [match.index, match.index + match[0].length];
      while (next < names.length && (names[next] as Place).start <= start) {
        const name = names[next++] as Place;
        reach = Math.max(reach, name.end);
        before.push(name);
      }
      // Inside a name it stands for nothing.
      if (start < reach || /[个家项座类大各]$/u.test(this.text.slice(Math.max(0, start - 1), start)))
        continue;
      const subject = this.standsFor(match[0], before, names, start);
      if (subject !== undefined) standIns.push({ start, end, subject, isName: false });
    }
    return [...names, ...standIns].sort((a, b) => a.start - b.start || b.end - a.end);
  }

  /** What a stand-in stands for: the last thing of its kind before it, for a zone's own name the last of that name; else the first after. */
  private standsFor(
    word: string,
    before: readonly Place[],
    all: readonly Place[],
    at: number,
  ): number | undefined {
    const fits = fitOf(word);
    const isFit = ({ subject }: Place) => {
      const { type, forms } = this.subjects[subject] as Subject;
      return fits(type, forms);
    };
    let found: Place | undefined;
    for (let i = before.length - 1, seen = 0; i >= 0 && seen < FAR; i--, seen++) {
      const place = before[i] as Place;
      if (found && this.sentenceAt(found.start) !== this.sentenceAt(place.start)) break;
      // The subject of a sentence stands first in it; what is led in beside it is not meant.
      if (isFit(place) && !(found && this.isLedIn(place))) found = place;
    }
    if (found) return found.subject;
    if (/^(?:公司|集团|项目|基地|工程|工厂|厂区)$/u.test(word)) return undefined;
    const first = firstFrom(all, at);
    return all.slice(first, first + FAR).find(isFit)?.subject;
  }
}

type Fit = (type: EntityType, forms: readonly string[]) => boolean;

/** What kind of thing a word stands for. */
function fitOf(word: string): Fit {
  if (/公司|集团|企业|厂|发行人/u.test(word)) return (type) => type === 'Company';
  if (/枢纽|合作社|综合体|园$|镇$|城$/u.test(word) && word !== '该园')
    return (_, forms) => forms.some((form) => form.endsWith(word));
  if (word.endsWith('基地'))
    return (type, forms) => type === 'Project' || forms.some((form) => form.endsWith('基地'));
  if (/项目|工程|中心/u.test(word)) return (type) => type === 'Project';
  if (/市$/u.test(word)) return (type, forms) => type === 'Place' && isCity(forms);
  if (/县|旗|州/u.test(word))
    return (type, forms) => type === 'Place' && forms.some((form) => /[县旗州市]$/u.test(form));
  if (/省/u.test(word)) return (type, forms) => type === 'Place' && isProvince(forms);
  if (/^(?:全区|该区|我区|区内|辖区)$/u.test(word))
    return (type, forms) => type === 'Zone' || (type === 'Place' && forms.some((form) => /区$/u.test(form)));
  if (/^(?:园区|园内|该园)$/u.test(word))
    return (type, forms) => type === 'Zone' || forms.some((form) => /(?:园区?|小镇)$/u.test(form));
  const kind = word.slice(0, 1);
  return (type, forms) =>
    type === 'Zone' && forms.some((form) => form.includes(kind) && /[区团园]$/u.test(form));
}

function isCity(forms: readonly string[]): boolean {
  return forms.every((form) => !/[省县镇乡街道旗]$/u.test(form)) && !isProvince(forms);
}

const PROVINCE =
  /^(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆)(?:省|自治区)?$/u;

function isProvince(forms: readonly string[]): boolean {
  return forms.some((form) => /省$|自治区$/u.test(form) || PROVINCE.test(form));
}
