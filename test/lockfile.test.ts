import { readFileSync } from 'node:fs';
import semver from 'semver';
import { expect, it } from 'vitest';
import { oldestNode, tooNew } from './support/engines.mjs';

interface Locked {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly engines?: { readonly node?: string };
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};
const here = lock.packages[''] as Locked;

/** The packages of a name, by place. */
const named = (name: string) =>
  Object.entries(lock.packages).filter(([place]) => place.endsWith(`node_modules/${name}`));

// npm leaves out what it could not fetch when the lock was written, and `npm ci` then refuses the lock.
it('the lock file holds the binaries of every platform', () => {
  const missing = Object.entries(lock.packages).flatMap(([at, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !(`node_modules/${name}` in lock.packages || `${at}/node_modules/${name}` in lock.packages),
    ),
  );
  expect(missing).toEqual([]);
});

it('the lock file names no registry', () => {
  expect(JSON.stringify(lock)).not.toMatch(/"resolved":"https?:/u);
});

it('every package, and what it brings, runs on each Node that we promise', () => {
  expect(oldestNode()).toBe('20.19.0');
  expect(tooNew(lock.packages)).toEqual([]);
});

// Overrides hold in our own folder only: whoever installs yuantu would get what they keep away.
it('no override is needed', () => {
  expect(JSON.parse(readFileSync('package.json', 'utf8'))).not.toHaveProperty('overrides');
});

// fastify takes any light-my-request 6; from 6.8 on its cookie wants Node 22. Ours, being named, comes to lie where fastify finds it.
it('fastify is given the light-my-request that we name', () => {
  const asked = lock.packages['node_modules/fastify']?.dependencies?.['light-my-request'];
  const ours = here.dependencies?.['light-my-request'];
  expect(ours).toMatch(/^\d+\.\d+\.\d+$/u);
  expect(semver.satisfies(ours ?? '', asked ?? '')).toBe(true);
  expect(named('light-my-request').map(([place, { version }]) => [place, version])).toEqual([
    ['node_modules/light-my-request', ours],
  ]);
});

// Its install script runs npx, which looks in the package's own folder only and else fetches whatever is newest. See docs/development.md.
it('nodejieba has the tool that compiles it in its own folder', () => {
  const asked = lock.packages['node_modules/nodejieba']?.dependencies?.['@mapbox/node-pre-gyp'];
  const own = lock.packages['node_modules/nodejieba/node_modules/@mapbox/node-pre-gyp'];
  expect(semver.satisfies(own?.version ?? '', asked ?? '')).toBe(true);
});
