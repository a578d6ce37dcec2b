import { describe, expect, it } from 'vitest';
import type { EntityAnswer } from '../../src/contract/entity.ts';
import type { EntityAttributes } from '../../src/model/entity.ts';
import { buildApp } from '../../src/server/app.ts';
import { buildSnapshot } from '../support/build-snapshot.ts';
import { type Sample, sample, TEST_SEEDS } from '../support/extraction.ts';
import { memoryStore } from '../support/memory-store.ts';
import { resolveEntities } from '../support/resolve.ts';

const NAME = '晨星锂电池生产基地项目';

/** One day's article on the project. */
function report(published: string, attrs: EntityAttributes): Sample {
  const { raw, extraction } = sample(published, [`Project ${NAME}`, 'Zone 南昌高新区'], { published });
  const at = { start: raw.text.indexOf(NAME), end: raw.text.indexOf(NAME) + NAME.length };
  const facts = Object.entries(attrs).map(([name, value]) => ({
    name,
    value,
    ...at,
    quote: NAME,
    rule: 'test',
  }));
  const entities = extraction.entities.map((entity) =>
    entity.name === NAME ? { ...entity, attrs, facts } : entity,
  );
  return { raw, extraction: { ...extraction, entities } };
}

async function ask(samples: readonly Sample[]): Promise<EntityAnswer> {
  const resolution = resolveEntities(
    samples.map(({ extraction }) => extraction),
    TEST_SEEDS,
  );
  const snapshot = buildSnapshot(samples, resolution, {}, TEST_SEEDS);
  const id = snapshot.nodes.find(({ properties }) => properties.name === NAME)?.id ?? '';
  const app = buildApp({ store: memoryStore(snapshot) });
  const answer = await app.inject({ url: `/api/v1/entities/${id}`, headers: { host: '127.0.0.1:7676' } });
  return answer.json();
}

describe('an entity on which articles differ', () => {
  const reports = [
    report('2024-06-01', { investment: 5_150_000_000, status: 'signed' }),
    report('2024-06-09', { investment: 5_000_000_000, status: 'construction' }),
    report('2024-05-01', { investment: 6_000_000_000 }),
    report('2024-05-02', { investment: 6_000_000_000 }),
  ];

  it('shows the newest value, keeps each with its evidence, and tells the range', async () => {
    const { properties, facts, ranges } = await ask(reports);
    expect(properties).toMatchObject({ investment: 5_000_000_000, status: 'construction' });
    expect(facts).toHaveLength(6);
    expect(facts.every(({ quote, article }) => quote === NAME && article.id !== '')).toBe(true);
    expect(ranges).toEqual([
      { name: 'investment', lowest: 5_000_000_000, highest: 6_000_000_000, values: 3, articles: 4 },
      { name: 'status', lowest: 'signed', highest: 'construction', values: 2, articles: 2 },
    ]);
  });

  it('has no range where all agree', async () => {
    expect((await ask(reports.slice(2))).ranges).toEqual([]);
  });
});
