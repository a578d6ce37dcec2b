import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

// No engine is asked for: what can be told from the files alone.
const dockerfile = readFileSync('Dockerfile', 'utf8');
const compose = readFileSync('docker-compose.yml', 'utf8');
const allowed = readFileSync('.dockerignore', 'utf8').match(/(?<=^!).+/gmu) ?? [];

/** What the image takes from this folder. */
const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gmu)].flatMap(
  ([, sources]) => sources?.split(' ') ?? [],
);

describe('Docker', () => {
  it('copies only what is there and not ignored', () => {
    expect(copied).toContain('package-lock.json');
    for (const source of copied) {
      expect(existsSync(source), source).toBe(true);
      expect(allowed).toContain(source);
    }
  });

  it('lets nothing in that is not copied', () => {
    expect(allowed.filter((path) => !copied.includes(path))).toEqual([]);
  });

  it('runs without root', () => {
    expect(dockerfile.lastIndexOf('USER 1000:1000')).toBeGreaterThan(dockerfile.lastIndexOf('FROM'));
  });

  it('publishes every port on the loopback only', () => {
    const ports = [...compose.matchAll(/^ +- "(.*):\d+:\d+"$/gmu)].map(([, host]) => host);
    expect(ports).toEqual(['127.0.0.1', '127.0.0.1', '127.0.0.1']);
    expect(compose.match(/ports:/gu)).toHaveLength(2);
  });

  it('does not start without a token, and knows none', () => {
    expect(compose).toMatch(/YUANTU_TOKEN_EDITOR: \$\{YUANTU_TOKEN_EDITOR:\?/u);
  });

  it('does not start without a password, and knows none', () => {
    const passwords = compose.match(/\$\{NEO4J_PASSWORD[^}]*\}/gu) ?? [];
    expect(passwords).toHaveLength(2);
    for (const password of passwords) expect(password).toMatch(/^\$\{NEO4J_PASSWORD:\?/u);
  });
});
