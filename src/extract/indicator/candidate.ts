import type { Sentence } from '../../model/article.ts';
import { PROJECT_STATUSES } from '../../model/entity.ts';
import { BOUNDS, MEASURES } from '../../model/indicator.ts';
import type { Span } from '../../model/span.ts';
import type { FigureCandidate, FigurePlace } from '../encode/figure.ts';
import { bucket, THING_TYPES } from '../encode/pair.ts';
import type { SumProposal } from '../relate/sum.ts';
import type { FigureKind } from './figure.ts';
import type { Proposal } from './proposal.ts';
import type { Scene, Subject } from './scene.ts';

/** How the bounds of a sum are told as those of a figure. */
const BOUND_OF = {
  about: 'about',
  atLeast: 'atLeast',
  over: 'atLeast',
  atMost: 'atMost',
  under: 'atMost',
} as const;
const KINDS: readonly FigureKind[] = ['money', 'count', 'area', 'goods'];
/** The largest number of each known thing of a figure, and of a place where the text speaks of what it may be of. */
const MOST_OF_FIGURE = [22, 4, 20, 3, 1, 1, 1, 1, 1, 1, 1];
const MOST_OF_PLACE = [12, 4, 2, 7, 1, 1, 1, 4, 5, 1, 3, 1, 5];
/** A figure is of one of so many names and stand-ins before the end of its sentence. */
const PLACES = 40;
/** How far an article had come when it first named a thing counts in steps of so many characters. */
const STEP = 20;

const within = (values: readonly number[], most: readonly number[]): number[] =>
  values.map((value, k) => Math.max(0, Math.min(value, most[k] ?? 0)));
const flag = (holds: boolean): number => (holds ? 1 : 0);

/** A number that is to be judged: where it stands, in which sentence, and whose it is by rule. */
export interface Asked extends Span {
  readonly sentence: number;
  readonly entity?: number | undefined;
  /** What is known of it, in the order that the model learnt. */
  readonly known: readonly number[];
}

/** What is asked of each figure that grammar reads. */
export function askFigures(proposals: readonly Proposal[]): Asked[] {
  return proposals.map((proposal) => {
    const { start, end } = proposal.reading.figure ?? proposal.reading;
    const { sentence, entity } = proposal;
    return { start, end, sentence, entity, known: knownOf(proposal) };
  });
}

/** What is asked of each sum that may be the investment of a project. */
export function askSums(proposals: readonly SumProposal[]): Asked[] {
  return proposals.map(({ amount, sentence, entity }) => {
    const { start, end, role, isPhase, bound, value, min, max } = amount;
    const known = [
      ...[0, KINDS.indexOf('money'), magnitudeOf(value ?? min ?? max ?? 0)],
      bound === undefined ? 0 : 1 + BOUNDS.indexOf(BOUND_OF[bound]),
      ...[flag(entity !== undefined), flag(isPhase), 0, flag(role !== ''), 0, 0, 0],
    ];
    return { start, end, sentence, entity, known };
  });
}

/** What the model looks at to judge each number: the words around it, what is known of it, and where things are named near it. */
export function toCandidates(scene: Scene, asked: readonly Asked[]): FigureCandidate[] {
  const first = new Map<number, number>();
  for (const { subject, start, isName } of scene.within({ start: 0, end: scene.text.length }))
    if (isName && !first.has(subject)) first.set(subject, start);
  return asked.map(({ start, end, entity, sentence: at, known: ofFigure }) => {
    const sentence = scene.document.sentences[at] as Sentence;
    const clause = scene.clauseStart(start);
    const before = (reach: number): Span => ({ start: Math.max(sentence.start, start - reach), end: start });
    const behind = (reach: number): Span => ({ start: end, end: Math.min(sentence.end, end + reach) });
    const places = scene.lastBefore(sentence.end, PLACES);
    const near = places.map(({ start: at }) => at);
    return {
      ...{ start, end },
      known: within(ofFigure, MOST_OF_FIGURE),
      around: [
        before(8),
        before(24),
        before(64),
        { start: Math.min(clause, start), end: start },
        behind(8),
        behind(24),
      ].map(ordered),
      places: places.map((place, i): FigurePlace => {
        const isBefore = place.start < start;
        const [low, high] = isBefore ? [place.end, start] : [end, place.start];
        const others = near.filter((_, j) => j !== i && places[j]?.subject !== place.subject);
        const between = others.filter(
          (each) => each > Math.min(place.start, start) && each < Math.max(place.start, start),
        );
        const subject = scene.subjects[place.subject] as Subject;
        const known = [
          bucket(high - low),
          Math.abs(at - scene.sentenceAt(place.start)),
          place.start <= start && place.end >= end ? 2 : flag(!isBefore),
          THING_TYPES.indexOf(subject.type),
          flag(!place.isName),
          flag(scene.isLedIn(place)),
          flag(isBefore && place.start >= clause),
          Math.floor(Math.log2(Math.max(1, subject.mentions.length))),
          bucket(Math.floor((first.get(place.subject) ?? 0) / STEP)),
          flag(place.subject === scene.mainArea(sentence.article)),
          between.length,
          flag(place.subject === entity),
          subject.status === undefined ? 0 : 1 + PROJECT_STATUSES.indexOf(subject.status),
        ];
        return {
          ...{ start: place.start, end: place.end, entity: place.subject },
          known: within(known, MOST_OF_PLACE),
          between: ordered({ start: low, end: high }),
        };
      }),
    };
  });
}

const magnitudeOf = (value: number): number => 2 + Math.floor(1.5 * Math.log10(Math.abs(value) + 1));
const ordered = ({ start, end }: Span): Span => ({ start: Math.min(start, end), end: Math.max(start, end) });

function knownOf({ reading, entity, isOfPart, planned, at }: Proposal): number[] {
  const { name, figure, growth, isOfKind, isBare } = reading;
  return [
    MEASURES.indexOf(name),
    figure === undefined ? KINDS.length : KINDS.indexOf(figure.kind),
    figure === undefined ? 0 : magnitudeOf(figure.value),
    figure?.bound === undefined ? 0 : 1 + BOUNDS.indexOf(figure.bound),
    flag(entity !== undefined),
    flag(isOfPart),
    flag(isOfKind ?? false),
    flag(planned),
    flag(at?.isAhead ?? false),
    flag(growth !== undefined),
    flag(isBare ?? false),
  ];
}
