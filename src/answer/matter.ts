import { isMeasure } from '../model/indicator.ts';
import type { NodeRecord } from '../model/snapshot.ts';
import type { Catalogue } from './catalogue.ts';
import { textOf } from './properties.ts';
import { comparedValue, statedOf } from './statement.ts';

/** A stated value with the article that states it. */
export interface Told {
  readonly value: string | number;
  readonly fact: NodeRecord;
  readonly article: NodeRecord;
}

/**
 * What articles state of a thing, by what it is about: values that can be compared stand together. A figure is about its measure,
 * period and product, planned or real; all else about its name.
 */
export function toMatters(catalogue: Catalogue, id: string): readonly (readonly Told[])[] {
  const matters = new Map<string, Told[]>();
  for (const fact of catalogue.factsOf(id)) {
    const { properties } = fact;
    const article = catalogue.findNode(textOf(properties, 'article'));
    const value = comparedValue(statedOf(properties) ?? {});
    if (!article || value === undefined) continue;
    const { name, period, product, planned } = properties;
    const key = JSON.stringify(isMeasure(String(name)) ? [name, period, product, planned] : [name]);
    const told = { value, fact, article };
    const own = matters.get(key);
    if (own) own.push(told);
    else matters.set(key, [told]);
  }
  return [...matters.values()];
}
