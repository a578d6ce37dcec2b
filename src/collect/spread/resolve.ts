import { Gazetteer } from '../../knowledge/gazetteer.ts';
import { present } from '../../model/assert.ts';
import { resolveComponent } from '../../resolve/component.ts';
import { toFirmWords } from '../../resolve/firm-words.ts';
import { JudgedPairs } from '../../resolve/judged.ts';
import { byPlace, findEntity, listedView, type Reference, viewOf } from '../../resolve/reference.ts';
import { Names } from '../../resolve/rules.ts';
import { indexWording, isReprint, wordingOf } from '../../resolve/wording.ts';
import type { SpreadOptions } from './document.ts';
import { fromSlim, type Step } from './line.ts';
import { type ReferenceLine, toForm } from './names.ts';

/** An article beside those that share a bucket with it. */
interface ArticleLine {
  readonly article: string;
  readonly text: string;
}

/**
 * The references of a component → its entities, whose each of them is, and what the component is worth. Or an article with those
 * that may be its reprints → which of them are.
 */
export function openResolution({ seeds, judgements }: SpreadOptions): Step {
  const divisions = new Gazetteer(seeds.divisions);
  const zones = new Map(seeds.zones.map((zone) => [zone.origin, zone]));
  const names = new Names(divisions, toFirmWords(seeds));
  const pairs = new JudgedPairs(judgements);
  let common: ReadonlySet<string> = new Set();

  function toReference(line: ReferenceLine): Reference {
    const { at, member, key, aliasKeys, marks, context, above, stories, said, listed } = line;
    const view =
      listed === undefined
        ? { ...viewOf(fromSlim(said), (article) => article, divisions), stories }
        : listedView(present(zones.get(listed), `the row ${listed}`), divisions);
    const entity = present(findEntity(view, member), `entity ${member}`);
    return { view, entity, at, key, aliasKeys, marks: new Map(marks), context, above };
  }

  return {
    learn: (head) => {
      common = new Set(head.common as string[]);
    },
    *take(lines, of) {
      if (lines.some(({ text }) => text !== undefined)) {
        yield* compareArticles(lines as unknown as ArticleLine[], of);
        return;
      }
      const told = lines as unknown as ReferenceLine[];
      const { kind } = present(told[0], 'a reference');
      const start = performance.now();
      const families = new Set(told.flatMap((line) => line.families));
      const references = told.map(toReference).sort(byPlace);
      const result = resolveComponent(kind, references, {
        names,
        pairs,
        isRelated: (pair) => families.has(pair),
        isCommon: (form) => common.has(toForm(kind, form)),
      });
      for (const { entity, references: own } of result.entities) {
        const { members, merges, ...described } = entity;
        yield { of: entity.id, entity: described };
        for (const { view, entity: member } of own)
          yield { of: view.id, member: member.id, owner: entity.id };
      }
      const keys = new Set(told.map(({ key }) => key));
      const seconds = (performance.now() - start) / 1000;
      const worth = { names: keys.size, references: references.length, pairs: result.pairs, seconds };
      yield { component: of, kind, ...worth };
    },
  };
}

function* compareArticles(lines: readonly ArticleLine[], of: string): Generator<object> {
  const own = indexWording(
    present(
      lines.find(({ article }) => article === of),
      `article ${of}`,
    ).text,
  );
  for (const { article, text } of lines)
    if (article !== of && isReprint(own, wordingOf(text))) yield { alike: [of, article] };
}
