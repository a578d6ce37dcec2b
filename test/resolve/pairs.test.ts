import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Gazetteer } from '../../src/knowledge/gazetteer.ts';
import { loadSeeds } from '../../src/knowledge/seeds.ts';
import { toFirmWords } from '../../src/resolve/firm-words.ts';
import { viewOf } from '../../src/resolve/reference.ts';
import { Resolver } from '../../src/resolve/resolver.ts';
import { sample } from '../support/extraction.ts';

/**
 * Two small documents whose first things are one or not, as anyone who knows the country would say; `with` are further
 * documents that say something of both. Names are from the public lists, or made up; hard pairs come in every group.
 */
interface LabelledPair {
  readonly type: string;
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly same: boolean;
  readonly why: string;
  readonly with?: readonly (readonly string[])[];
}

const PAIRS = readFileSync('test/resolve/pairs.jsonl', 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as LabelledPair);

const seeds = loadSeeds();
const resolver = new Resolver(new Gazetteer(seeds.divisions), seeds.zones, toFirmWords(seeds));

function isJoined({ left, right, with: others = [] }: LabelledPair): boolean {
  const come = [left, right, ...others].map((lines, i) =>
    viewOf(sample(`d${i}`, lines).extraction, (article) => article, resolver.divisions),
  );
  resolver.update({ gone: [], come });
  const [a, b] = [resolver.idOf('test/d0.txt', 'e1'), resolver.idOf('test/d1.txt', 'e1')];
  resolver.update({ gone: come.map(({ id }) => id), come: [] });
  return a === b;
}

describe('labelled pairs', () => {
  const judged = PAIRS.map((pair) => ({ ...pair, joined: isJoined(pair) }));
  const table = [...new Set(PAIRS.map(({ type }) => type)), 'all'].map((type) => {
    const own = judged.filter((pair) => type === 'all' || pair.type === type);
    const count = (joined: boolean, same: boolean) =>
      own.filter((pair) => pair.joined === joined && pair.same === same).length;
    const [tp, fp, fn] = [count(true, true), count(true, false), count(false, true)];
    return {
      type,
      pairs: own.length,
      tp,
      fp,
      fn,
      precision: tp / (tp + fp || 1),
      recall: tp / (tp + fn || 1),
    };
  });

  it('are joined where they are one and nowhere else, nearly', () => {
    const cells = (row: (typeof table)[number]) =>
      `${row.type.padEnd(14)}${row.pairs} pairs, P ${row.precision.toFixed(3)}, R ${row.recall.toFixed(3)}`;
    console.info(table.map(cells).join('\n'));
    const wrong = judged.filter(({ joined, same }) => joined !== same);
    console.info(
      wrong
        .map(({ same, left, right, why }) => `${same ? 'missed' : 'joined'}: ${left} / ${right} (${why})`)
        .join('\n'),
    );
    expect(PAIRS.length).toBeGreaterThanOrEqual(400);
    expect(table.at(-1)?.precision).toBeGreaterThanOrEqual(0.99);
    expect(table.at(-1)?.recall).toBeGreaterThanOrEqual(0.9);
  });
});
