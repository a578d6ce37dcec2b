import type { Sentence } from '../../model/article.ts';
import { PROJECT_STATUSES } from '../../model/entity.ts';
import { BOUNDS, MEASURES } from '../../model/indicator.ts';
import type { Span } from '../../model/span.ts';
import type { FigureCandidate, FigurePlace } from '../encode/figure.ts';
import { bucket, THING_TYPES } from '../encode/pair.ts';
import type { FigureKind } from './figure.ts';
import type { Proposal } from './proposal.ts';
import type { Scene, Subject } from './scene.ts';

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

/** What the model looks at to judge each figure: the words around it, what is known of it, and where things are named near it. */
export function toCandidates(scene: Scene, proposals: readonly Proposal[]): FigureCandidate[] {
  const first = new Map<number, number>();
  for (const { subject, start, isName } of scene.within({ start: 0, end: scene.text.length }))
    if (isName && !first.has(subject)) first.set(subject, start);
  return proposals.map((proposal) => {
    const { reading } = proposal;
    const { start, end } = reading.figure ?? reading;
    const sentence = scene.document.sentences[proposal.sentence] as Sentence;
    const clause = scene.clauseStart(start);
    const before = (reach: number): Span => ({ start: Math.max(sentence.start, start - reach), end: start });
    const behind = (reach: number): Span => ({ start: end, end: Math.min(sentence.end, end + reach) });
    const places = scene.lastBefore(sentence.end, PLACES);
    const near = places.map(({ start: at }) => at);
    return {
      ...{ start, end },
      known: within(knownOf(proposal), MOST_OF_FIGURE),
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
        const at = near.filter((_, j) => j !== i && places[j]?.subject !== place.subject);
        const between = at.filter(
          (each) => each > Math.min(place.start, start) && each < Math.max(place.start, start),
        );
        const subject = scene.subjects[place.subject] as Subject;
        const known = [
          bucket(high - low),
          Math.abs(proposal.sentence - scene.sentenceAt(place.start)),
          place.start <= start && place.end >= end ? 2 : flag(!isBefore),
          THING_TYPES.indexOf(subject.type),
          flag(!place.isName),
          flag(scene.isLedIn(place)),
          flag(isBefore && place.start >= clause),
          Math.floor(Math.log2(Math.max(1, subject.mentions.length))),
          bucket(Math.floor((first.get(place.subject) ?? 0) / STEP)),
          flag(place.subject === scene.mainArea(sentence.article)),
          between.length,
          flag(place.subject === proposal.entity),
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

const ordered = ({ start, end }: Span): Span => ({ start: Math.min(start, end), end: Math.max(start, end) });

function knownOf({ reading, entity, isOfPart, planned, at }: Proposal): number[] {
  const { name, figure, growth, isOfKind, isBare } = reading;
  return [
    MEASURES.indexOf(name),
    figure === undefined ? KINDS.length : KINDS.indexOf(figure.kind),
    figure === undefined ? 0 : 2 + Math.floor(1.5 * Math.log10(Math.abs(figure.value) + 1)),
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
