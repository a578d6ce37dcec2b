import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { openExtractor } from '../../src/collect/build.ts';
import { Collection } from '../../src/collect/collection.ts';
import { loadSeeds } from '../../src/knowledge/seeds.ts';
import type { Entity } from '../../src/model/entity.ts';
import type { ExtractedDocument } from '../../src/model/resolution.ts';
import type { NodeRecord, RelationshipRecord } from '../../src/model/snapshot.ts';
import { normaliseForm } from '../../src/names/normalise.ts';
import { kindOf } from '../../src/resolve/rules.ts';
import { bCubed, goldenKey, itemOf } from '../support/b-cubed.ts';
import { goldenSamples } from '../support/extraction.ts';

describe('the five articles, as the extractor reads them', () => {
  const documents: ExtractedDocument[] = [];
  let nodes: readonly NodeRecord[] = [];
  let relationships: readonly RelationshipRecord[] = [];
  let thingOf: (document: string, entity: string) => string = () => '';

  beforeAll(async () => {
    const seeds = loadSeeds();
    const extract = await openExtractor(seeds);
    for (const file of readdirSync('seeds/articles').filter((name) => name.endsWith('.txt'))) {
      const text = readFileSync(`seeds/articles/${file}`, 'utf8').replace(/^\uFEFF/u, '');
      const raw = {
        id: `articles/${file}`,
        source: 'articles',
        doc: file.replace('.txt', ''),
        text,
        metadata: {},
      };
      documents.push({ raw, extraction: await extract(raw) });
    }
    const collection = new Collection(seeds);
    collection.update({ come: documents });
    ({ nodes, relationships } = collection.snapshot());
    thingOf = (document, entity) => collection.idOf(document, entity) ?? '';
  });

  /** Entities of a type that go by a form. */
  const called = (type: string, form: string) =>
    nodes.filter(
      ({ properties: p }) => p.type === type && [p.name, ...((p.aliases as string[]) ?? [])].includes(form),
    );
  const articlesOf = (node: NodeRecord | undefined) =>
    ((node?.properties.articles as string[]) ?? []).map((id) =>
      id.slice('articles/'.length, 'articles/000'.length),
    );

  it('give one 南昌经开区, which is the 经开组团 of 赣江新区', () => {
    const zones = called('Zone', '南昌经开区');
    expect(zones).toEqual(called('Zone', '赣江新区经开组团'));
    expect(zones).toHaveLength(1);
    expect(new Set(articlesOf(zones[0]))).toEqual(new Set(['000', '003', '004']));
  });

  it('give one plant of 欣旺达, with both articles behind it', () => {
    const firms = called('Company', '欣旺达');
    expect(firms).toEqual(called('Company', '南昌欣旺达新能源有限公司'));
    expect(firms.map(articlesOf)).toEqual([['000', '004']]);
    const projects = nodes.filter(
      ({ properties: p }) => p.type === 'Project' && String(p.name).includes('欣旺达'),
    );
    expect(projects.map(articlesOf)).toEqual([['000', '004']]);
  });

  it('give one project of 华创新材, with its milestones from both articles', () => {
    const projects = called('Project', '华创新材项目');
    expect(projects.map(articlesOf)).toEqual([['000', '004']]);
    const facts = new Set(
      relationships
        .filter(({ type, from }) => type === 'HAS_FACT' && from === projects[0]?.id)
        .map(({ to }) => to),
    );
    const milestones = nodes.filter(({ id, properties: p }) => facts.has(id) && p.name === 'status');
    const from = new Set(
      milestones.map(({ properties: p }) => String(p.article).slice('articles/'.length).slice(0, 3)),
    );
    expect(from).toEqual(new Set(['000', '004']));
    expect(projects[0]?.properties.status).toBe('topped_out');
  });

  it('put four 组团 into 赣江新区', () => {
    const [area] = called('Zone', '赣江新区');
    const parts = relationships.filter(({ type, to }) => type === 'PART_OF' && to === area?.id);
    const names = parts.map(({ from }) => String(nodes.find(({ id }) => id === from)?.properties.name));
    for (const name of ['赣江新区经开组团', '临空组团', '共青组团', '永修组团'])
      expect(names).toContain(name);
    expect(names.filter((name) => name.endsWith('组团'))).toHaveLength(4);
  });

  it('become the things of the key where the extractor finds what is labelled', () => {
    const golden = new Map(goldenSamples().map(({ extraction }) => [extraction.doc, extraction.entities]));
    const found = new Map<string, string[]>();
    const key = goldenKey();
    const keyed = new Map<string, string[]>();
    for (const { extraction } of documents)
      for (const entity of extraction.entities) {
        const label = labelOf(entity, golden.get(extraction.doc) ?? []);
        if (label === undefined) continue;
        const item = `${extraction.doc}:${entity.id}`;
        const thing = key.findIndex((cluster) => cluster.includes(itemOf(extraction.doc, label.id)));
        push(keyed, String(thing), item);
        push(found, thingOf(extraction.articles[0]?.id ?? '', entity.id), item);
      }
    const [a, b] = [[...found.values()], [...keyed.values()]];
    const [precision, recall] = [bCubed(a, b), bCubed(b, a)];
    console.log(
      `${a.flat().length} entities found of those labelled: B³ P ${precision.toFixed(3)}, R ${recall.toFixed(3)}`,
    );
    expect(a.flat().length).toBeGreaterThan(200);
    // What differs from one are mostly names that the extractor cut otherwise.
    expect(precision).toBeGreaterThan(0.98);
    expect(recall).toBeGreaterThan(0.94);
  });
});

/** The labelled entity that a found one is: of its name, else one with a form in common. */
function labelOf(entity: Entity, labels: readonly Entity[]): Entity | undefined {
  const forms = ({ name, aliases }: Entity) => [name, ...aliases].map(normaliseForm);
  const own = new Set(forms(entity));
  const alike = labels.filter(
    (label) => kindOf(label.type) === kindOf(entity.type) && forms(label).some((form) => own.has(form)),
  );
  return alike.find(({ name }) => normaliseForm(name) === normaliseForm(entity.name)) ?? alike[0];
}

function push(lists: Map<string, string[]>, key: string, item: string): void {
  lists.set(key, [...(lists.get(key) ?? []), item]);
}
