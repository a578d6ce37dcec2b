import type { GraphAnswer } from '../../src/contract/graph.ts';
import type { Filter } from '../graph/filter.ts';
import { indexOf } from '../graph/graph-index.ts';
import type { FilterChange } from '../state/steps.ts';
import { formatYuan } from '../ui/format.ts';
import { WORDS } from '../words/languages.ts';
import type { Locale } from '../words/words.ts';

/** A part of the filter in words, and the change that takes it away. */
export interface FilterChip {
  readonly key: string;
  readonly text: string;
  readonly without: FilterChange;
}

/** Every part of a filter, in the order in which the panel has them. */
export function toChips(filter: Filter, graph: GraphAnswer, locale: Locale): FilterChip[] {
  const words = WORDS[locale];
  const money = (yuan: number | undefined) => (yuan === undefined ? undefined : formatYuan(yuan, locale));
  const { nodeOf } = indexOf(graph);
  const nameOf = (id: string) => graph.nodes.name[nodeOf.get(id) ?? -1] ?? id;
  const each = (
    part: 'places' | 'industries' | 'outlets' | 'states',
    toText: (value: string) => string,
  ): FilterChip[] =>
    [...(filter[part] ?? [])].map((value) => ({
      key: `${part} ${value}`,
      text: toText(value),
      without: { [part]: lessOf(filter[part], value) },
    }));
  const one = (key: keyof Filter, isSet: boolean, text: () => string): FilterChip[] =>
    isSet ? [{ key, text: text(), without: { [key]: undefined } }] : [];
  const { only, without, confidence, ties, sum, period } = filter;
  return [
    ...one('only', only !== undefined, () => words.view.onlyShown(only?.size ?? 0)),
    ...each('places', nameOf),
    ...each('industries', nameOf),
    ...each('states', (state) => words.values[state] ?? state),
    ...one('sum', sum !== undefined, () => words.view.sumWithin(money(sum?.least), money(sum?.most))),
    ...one('ties', ties !== undefined, () => words.view.tiesFrom(ties ?? 0)),
    ...each('outlets', (outlet) => outlet),
    ...one('confidence', confidence !== undefined, () => words.view.confidenceFrom(confidence ?? 0)),
    ...one('period', period !== undefined, () => words.view.periodOf(period?.from, period?.to)),
    ...one('without', without !== undefined, () => words.view.takenOut(without?.size ?? 0)),
    ...[...filter.hiddenTypes].map((type) => ({
      key: type,
      text: words.view.withoutKind(words.types[type]),
      without: { hiddenTypes: lessOf(filter.hiddenTypes, type) ?? new Set() },
    })),
    ...[...filter.hiddenRelations].map((type) => ({
      key: type,
      text: words.view.withoutKind(words.relations[type]),
      without: { hiddenRelations: lessOf(filter.hiddenRelations, type) ?? new Set() },
    })),
  ];
}

/** A set without one of its values; undefined when that leaves none. */
export function lessOf<T>(values: ReadonlySet<T> | undefined, value: T): ReadonlySet<T> | undefined {
  const left = new Set(values);
  left.delete(value);
  return left.size > 0 ? left : undefined;
}
