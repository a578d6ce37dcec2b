import { Gazetteer } from '../../knowledge/gazetteer.ts';
import { ENTITY_TYPES, type Entity } from '../../model/entity.ts';
import { documentId } from '../../model/resolution.ts';
import { LINKED } from '../../resolve/component.ts';
import { toFirmWords } from '../../resolve/firm-words.ts';
import { JudgedPairs } from '../../resolve/judged.ts';
import {
  type DocumentView,
  listedView,
  placeOfEntity,
  type Reference,
  viewOf,
} from '../../resolve/reference.ts';
import { familiesIn, formsOfReference, Referencer } from '../../resolve/referencer.ts';
import { storyBands } from '../../resolve/reprint.ts';
import { type Kind, Names } from '../../resolve/rules.ts';
import { type LiesIn, Surroundings } from '../../resolve/surroundings.ts';
import { documentReader, type SpreadOptions } from './document.ts';
import {
  type Fields,
  fromSlim,
  onlyOne,
  ownersIn,
  type SlimExtraction,
  type Step,
  storiesIn,
  toSlim,
  valuesOf,
} from './line.ts';

/** The kinds that are resolved together: what a name stands beside, as far as it counts, belongs to a round before. */
export const ROUNDS: readonly (readonly Kind[])[] = [
  ['Place', 'Industry', 'Zone'],
  ['Company', 'Organization'],
  ['Project'],
  ['Person'],
];

/** A reference on its way to the others of its component: with as much of its document as its kind asks for. */
export interface ReferenceLine {
  readonly kind: Kind;
  readonly document: string;
  readonly member: string;
  readonly at: number;
  readonly key: string;
  readonly aliasKeys: readonly string[];
  readonly marks: readonly (readonly [string, 'left' | 'right'])[];
  readonly context: readonly string[];
  readonly above: readonly string[];
  readonly stories: readonly string[];
  readonly said: SlimExtraction;
  /** Pairs of companies of which the document says that one belongs to the other, this one among them. */
  readonly families: readonly string[];
  /** File and row of the public list, where it is one. */
  readonly listed?: string;
  /** By what it may meet others, its name first. */
  readonly forms: readonly string[];
}

/**
 * What each document says → what the resolution needs of it: its names by themselves, and its articles with the buckets in which
 * they meet possible reprints.
 */
export function openViews(options: SpreadOptions): Step {
  const read = documentReader(options);
  return {
    *take(lines) {
      for (const line of lines) {
        const { raw, extraction } = read(line);
        const document = documentId(extraction);
        yield { of: document, view: toSlim(extraction) };
        for (const { id, published, start, end } of extraction.articles) {
          const text = raw.text.slice(start, end);
          const bands = [...storyBands(text)];
          yield { article: id, document, ...(published === undefined ? {} : { published }), bands, text };
        }
      }
    },
  };
}

/** A document's names, stories and owners → the references of some kinds, each with the forms by which it meets others. */
export function openReferences(options: SpreadOptions, kinds: readonly Kind[]): Step {
  const reader = openReader(options);
  const { seeds, judgements } = options;
  reader.referencer.pairs = new JudgedPairs(judgements);
  const linesOf = (view: DocumentView): ReferenceLine[] =>
    kinds.flatMap((kind) => {
      const families = kind === 'Company' ? familiesIn(view, reader.names) : [];
      return reader.referencer.referencesOf(kind, view).map((one) => toLine(kind, one, families));
    });
  return {
    learn: ({ above }) => reader.surroundings.know(above as LiesIn[]),
    *take(lines, of) {
      if (lines.some(({ listed }) => listed === true)) {
        if (kinds.includes('Zone'))
          for (const zone of seeds.zones) yield* linesOf(listedView(zone, reader.divisions));
      } else yield* linesOf(reader.view(lines, of));
    },
  };
}

/** A document's names and owners → which of its zones lies in what. */
export function openHierarchy(options: SpreadOptions): Step {
  const reader = openReader(options);
  return {
    *take(lines, of) {
      for (const above of reader.surroundings.told(reader.view(lines, of))) yield { above };
    },
  };
}

function openReader({ seeds }: SpreadOptions) {
  const divisions = new Gazetteer(seeds.divisions);
  const names = new Names(divisions, toFirmWords(seeds));
  let current: DocumentView | undefined;
  const surroundings = new Surroundings(
    names,
    ({ entity }) => current?.owners[placeOfEntity(current, entity)],
  );
  return {
    divisions,
    names,
    surroundings,
    referencer: new Referencer(names, surroundings),
    /** The document of a group; from then on the one that surroundings are asked about. */
    view(lines: readonly Fields[], of: string): DocumentView {
      const slim = onlyOne(valuesOf<SlimExtraction>(lines, 'view'), 'document', of);
      const view = viewOf(fromSlim(slim), storiesIn(lines), divisions);
      const owners = ownersIn(lines);
      for (const [at, { id }] of view.extraction.entities.entries()) view.owners[at] = owners.get(id);
      current = view;
      return view;
    },
  };
}

// What is asked of the other names of its document.
const ASKED: Readonly<Partial<Record<Kind, readonly Entity['type'][]>>> = {
  Place: ['Place'],
  Zone: ['Place', 'Zone'],
  Person: ENTITY_TYPES,
};

function toLine(kind: Kind, reference: Reference, families: readonly string[]): ReferenceLine {
  const { view, entity, at, key, aliasKeys, marks, context, above } = reference;
  const { doc, articles, entities, relations } = view.extraction;
  const asked = ASKED[kind] ?? [];
  const isPost = kind === 'Person';
  const said = toSlim({
    doc,
    // The id of a document is that of its first article.
    articles: articles.slice(0, 1),
    entities: entities.filter((one) => one.id === entity.id || asked.includes(one.type)),
    relations: isPost
      ? relations.filter(({ type, from }) => type === 'HOLDS_POST' && from === entity.id)
      : [],
  });
  return {
    kind,
    document: view.id,
    member: entity.id,
    at,
    key,
    aliasKeys,
    marks: [...marks],
    context,
    above,
    stories: view.stories,
    said,
    families: families.filter((pair) => pair.split('\n').includes(key)),
    ...(view.listed === undefined ? {} : { listed: view.listed.origin }),
    forms: formsOfReference(reference, LINKED.has(kind)).map((form) => toForm(kind, form)),
  };
}

/** A form that meets only those of its kind. */
export function toForm(kind: Kind, form: string): string {
  return `${kind}\t${form}`;
}
