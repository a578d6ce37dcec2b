import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadModels } from '../../src/extract/models.ts';
import { YuantuError } from '../../src/model/errors.ts';

const folder = mkdtempSync(join(tmpdir(), 'yuantu-models-'));
afterAll(() => rmSync(folder, { recursive: true }));

const load = (content: string): unknown => {
  const file = join(folder, 'models.json');
  writeFileSync(file, content);
  return loadModels(file);
};

describe('the learnt models', () => {
  it('of the package load, their weights finite numbers under GROUP:NAME', () => {
    const { mention, link } = loadModels();
    for (const { bias, weights } of [mention, link]) {
      const names = Object.keys(weights);
      expect(Number.isFinite(bias)).toBe(true);
      expect(names.length).toBeGreaterThan(100);
      expect(names.filter((name) => !/^[A-Za-z_]+:./u.test(name))).toEqual([]);
      expect(Object.values(weights).every(Number.isFinite)).toBe(true);
    }
  });

  it('come back as they were written', () => {
    const models = { mention: { bias: 0.5, weights: { 'Zone:a': 1 } }, link: { bias: 0, weights: {} } };
    expect(load(JSON.stringify(models))).toEqual(models);
  });

  it.each(['', '{}', '[1]', '{"mention": {"bias": 0, "weights": {}}}', '{"mention": 1, "link": 2}'])(
    'are refused when the file holds %j',
    (content) => {
      expect(() => load(content)).toThrow(expect.objectContaining({ code: 'SEED' }));
    },
  );

  it('are refused, naming the file and what to do, when it is missing', () => {
    const file = join(folder, 'missing.json');
    expect(() => loadModels(file)).toThrow(YuantuError);
    expect(() => loadModels(file)).toThrow(/missing\.json.*npm run train/u);
  });
});
