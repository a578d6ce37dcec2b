import type { SegmentedDocument } from '../model/article.ts';
import type { EntityType } from '../model/entity.ts';
import type { Mention } from '../model/mention.ts';
import { firstFrom } from '../model/nearby.ts';
import type { Card } from './encode/card.ts';
import { confidenceOf } from './encode/confidence.ts';
import { LONGEST_NAME } from './encode/encoder.ts';
import type { Name } from './encode/name.ts';

/** A post belongs to a name that stands so near. */
const NEAR = 30;

/** Names as mentions: one form has one type in a document, and people have the post that stands at their name. */
export function toMentions(
  document: SegmentedDocument,
  names: readonly Name[],
  scales: Card['confidence']['names'],
): Mention[] {
  const titles = names.filter(({ type }) => type === 'Title');
  const forms = names.flatMap((name) =>
    name.type === 'Title'
      ? []
      : [{ ...name, type: name.type, form: document.text.slice(name.start, name.end).replaceAll(' ', '') }],
  );
  const types = commonTypes(forms);
  return forms.map(({ start, end, form, type, score }): Mention => {
    const common = types.get(form) ?? type;
    const confidence = confidenceOf(score, scales[common]);
    const mention = { start, end, form, type: common, rule: 'model/name', confidence };
    if (common !== 'Official' && common !== 'Executive') return mention;
    const title = titleOf(document, mention, titles);
    if (!title) return mention;
    return {
      ...mention,
      title: document.text.slice(title.start, title.end).replaceAll(' ', ''),
      titleSpan: { start: title.start, end: title.end },
    };
  });
}

const AS_IT_IS = { slope: 1, shift: 0 };

/** Each form's type: the one that its mentions speak for most. */
function commonTypes(
  forms: readonly { readonly form: string; readonly type: EntityType; readonly score: number }[],
): Map<string, EntityType> {
  const votes = new Map<string, Map<EntityType, number>>();
  for (const { form, type, score } of forms) {
    const own = votes.get(form) ?? new Map<EntityType, number>();
    votes.set(form, own.set(type, (own.get(type) ?? 0) + confidenceOf(score, AS_IT_IS)));
  }
  return new Map(
    [...votes].map(([form, own]) => [form, [...own].reduce((a, b) => (b[1] > a[1] ? b : a))[0]]),
  );
}

/** The words of the post at a name: those in front in the same sentence, the nearest first, else those right behind. */
function titleOf(
  { sentences }: SegmentedDocument,
  { start, end }: Mention,
  titles: readonly Name[],
): Name | undefined {
  const sentence = sentences[firstFrom(sentences, start + 1) - 1];
  const around = titles.slice(
    firstFrom(titles, start - NEAR - LONGEST_NAME),
    firstFrom(titles, end + NEAR + 1),
  );
  const own = around.filter(
    (title) => sentence && sentence.start <= title.start && title.end <= sentence.end,
  );
  const before = own.filter((title) => title.end <= start && start - title.end <= NEAR).at(-1);
  const behind = own.find((title) => title.start >= end && title.start - end <= NEAR);
  if (!before || !behind) return before ?? behind;
  return start - before.end <= 1 || start - before.end <= behind.start - end ? before : behind;
}
