import type { SpreadOptions } from '../../src/collect/spread/document.ts';
import type { Fields, Step } from '../../src/collect/spread/line.ts';
import { openHierarchy, openReferences, openViews, ROUNDS } from '../../src/collect/spread/names.ts';
import { openRelating } from '../../src/collect/spread/relate.ts';
import { openResolution } from '../../src/collect/spread/resolve.ts';
import { toResultLine } from '../../src/extract/result.ts';
import type { ExtractedDocument } from '../../src/model/resolution.ts';
import type { NodeRecord, RelationshipRecord, Snapshot } from '../../src/model/snapshot.ts';
import { TOO_COMMON } from '../../src/resolve/cluster.ts';
import { StoryIndex } from '../../src/resolve/reprint.ts';
import { UnionFind } from '../../src/resolve/union.ts';

type Line = Record<string, unknown> & { readonly of?: string };

/** Runs a step as an engine does: lines as JSON, those of one group side by side, groups in an order that `seed` gives. */
function run(step: Step, lines: readonly object[], seed: number): Line[] {
  const groups = new Map<string, Fields[]>();
  lines.forEach((line, i) => {
    const copy = JSON.parse(JSON.stringify(line)) as Line;
    const of = copy.of ?? `alone ${i}`;
    groups.set(of, [copy, ...(groups.get(of) ?? [])]);
  });
  const order = [...groups].sort(([a], [b]) => mixed(a, seed) - mixed(b, seed));
  const answers = [...order.flatMap(([of, own]) => [...step.take(own, of)]), ...(step.finish?.() ?? [])];
  return JSON.parse(JSON.stringify(answers)) as Line[];
}

function mixed(text: string, seed: number): number {
  let hash = seed | 1;
  for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  return hash;
}

/** The graph of documents by the steps that an engine spreads; what the engine does is done here in a few lines. */
export function spreadSnapshot(
  documents: readonly ExtractedDocument[],
  options: Omit<SpreadOptions, 'extractor' | 'source'>,
  seed: number,
): Snapshot {
  const source = documents[0]?.raw.source ?? '';
  const all: SpreadOptions = { ...options, source, extractor: 'test' };
  const results = documents.map(({ raw, extraction }) => ({
    // A line of JSON is called by its id in its source.
    ...(JSON.parse(
      toResultLine({ ...raw, doc: raw.id.slice(source.length + 1) }, extraction, 'test'),
    ) as object),
    of: raw.id,
  }));
  const views = run(openViews(all), results, seed);
  const documentLines = views.filter(({ view }) => view !== undefined);
  const index = new StoryIndex();
  index.update(
    [],
    documents.flatMap(({ raw, extraction }) =>
      extraction.articles.map((part) => ({ part, source: raw.text })),
    ),
  );
  const stories = views.flatMap(({ article, document }) => {
    const story = typeof article === 'string' ? index.storyOf(article) : article;
    return story === article ? [] : [{ of: document, article, story }];
  });
  const owners: Line[] = [];
  const entities: Line[] = [];
  let above: unknown[] = [];
  ROUNDS.forEach((kinds, round) => {
    const names = openReferences(all, kinds);
    names.learn?.({ above });
    const listed = round === 0 ? [{ of: '', listed: true }] : [];
    const references = run(names, [...documentLines, ...stories, ...owners, ...listed], seed);
    const resolution = openResolution(all);
    const common = commonForms(references);
    resolution.learn?.({ common: [...common] });
    const answers = run(resolution, grouped(references, common), seed);
    owners.push(...answers.filter(({ owner }) => owner !== undefined));
    entities.push(...answers.filter(({ entity }) => entity !== undefined));
    if (round === 0)
      above = run(openHierarchy(all), [...documentLines, ...owners], seed).map((line) => line.above);
  });
  const relating = openRelating(all);
  const told = run(relating, [...results, ...stories, ...owners], seed);
  const things = run(relating, [...told.filter(({ of }) => of !== undefined), ...entities], seed);
  const placed = entities.flatMap(({ entity }) =>
    (entity as { division?: string }).division === undefined ? [] : [{ of: 'placed', placed: entity }],
  );
  const own = [...told.filter(({ id }) => id !== undefined), ...things];
  const known = new Set(own.map(({ id }) => id));
  const places = run(relating, placed, seed).filter(({ id }) => !known.has(id));
  return toSnapshot([...own, ...places]);
}

/** The forms that more names of a kind go by than a form joins. */
function commonForms(references: readonly Line[]): ReadonlySet<string> {
  const owners = new Map<string, Set<string>>();
  for (const { forms } of references) {
    const [key = '', ...others] = forms as string[];
    for (const form of others) owners.set(form, (owners.get(form) ?? new Set()).add(key));
  }
  const common = [...owners].filter(
    ([form, keys]) => keys.size > TOO_COMMON && !form.includes('\tjudgement '),
  );
  return new Set(common.map(([form]) => form));
}

/** The forms of a reference by which it meets others; by its name always. */
function telling([key = '', ...others]: readonly string[], common: ReadonlySet<string>): string[] {
  return [key, ...others.filter((form) => !common.has(form))];
}

/** References with the component that their forms lead to. */
function grouped(references: readonly Line[], common: ReadonlySet<string>): Line[] {
  const numbers = new Map<string, number>();
  const forms = references.map((line) =>
    telling(line.forms as string[], common).map((form) => {
      const number = numbers.get(form) ?? numbers.size;
      numbers.set(form, number);
      return number;
    }),
  );
  const sets = new UnionFind(numbers.size);
  for (const [first = 0, ...others] of forms) for (const other of others) sets.join(first, other);
  return references.map((line, i) => ({ ...line, of: String(sets.root(forms[i]?.[0] ?? 0)) }));
}

function toSnapshot(records: readonly Line[]): Snapshot {
  const byId = [...records].sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
  return {
    nodes: byId.filter(({ from }) => from === undefined) as unknown as NodeRecord[],
    relationships: byId.filter(({ from }) => from !== undefined) as unknown as RelationshipRecord[],
  };
}
