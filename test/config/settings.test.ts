import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ConfigFile } from '../../src/config/file.ts';
import { type Config, type Flags, resolveConfig } from '../../src/config/settings.ts';
import { READ_LIMITS } from '../../src/model/read-limits.ts';

/** A setting as each place says it: where it is found, what it is unsaid, and what file, environment and flags make it. */
interface Setting {
  readonly of: (config: Config) => unknown;
  readonly unsaid: unknown;
  readonly file?: readonly [ConfigFile, unknown];
  readonly environment?: readonly [Readonly<Record<string, string>>, unknown];
  readonly flags?: readonly [Flags, unknown];
}

const SETTINGS: Readonly<Record<string, Setting>> = {
  store: {
    of: ({ store }) => store,
    unsaid: 'grafeo:.yuantu/graph.grafeo',
    file: [{ store: 'grafeo:f' }, 'grafeo:f'],
    environment: [{ YUANTU_STORE: 'grafeo:e' }, 'grafeo:e'],
    flags: [{ store: 'bolt://a:1' }, 'bolt://a:1'],
  },
  database: {
    of: ({ database }) => database,
    unsaid: undefined,
    file: [{ database: 'f' }, 'f'],
    flags: [{ database: 'a' }, 'a'],
  },
  user: {
    of: ({ user, password }) => [user, password],
    unsaid: ['neo4j', undefined],
    file: [{ user: 'f', password: 'g' }, ['f', 'g']],
    environment: [{ NEO4J_USER: 'e', NEO4J_PASSWORD: 'h' }, ['e', 'h']],
  },
  lexicon: {
    of: ({ lexicon }) => lexicon,
    unsaid: undefined,
    file: [{ lexicon: 'f' }, 'f'],
    environment: [{ YUANTU_LEXICON: 'e' }, 'e'],
    flags: [{ lexicon: 'a' }, 'a'],
  },
  lang: {
    of: ({ language }) => language,
    unsaid: 'en',
    environment: [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
    flags: [{ lang: 'en' }, 'en'],
  },
  host: {
    of: ({ server: { host, port } }) => [host, port],
    unsaid: [undefined, undefined],
    file: [{ host: 'f', port: 1 }, ['f', 1]],
    environment: [{ YUANTU_HOST: 'e', YUANTU_PORT: '2' }, ['e', 2]],
  },
  hosts: {
    of: ({ server: { hosts } }) => hosts,
    unsaid: [],
    file: [{ hosts: ['f'] }, ['f']],
    environment: [{ YUANTU_HOSTS: 'e, f' }, ['e', 'f']],
  },
  tokens: {
    of: ({ server: { tokens } }) => tokens,
    unsaid: {},
    file: [{ tokens: { reader: 'f', editor: 'g' } }, { reader: 'f', editor: 'g' }],
    environment: [
      { YUANTU_TOKEN_READER: 'e', YUANTU_TOKEN_REVIEWER: 'r', YUANTU_TOKEN_EDITOR: 'h' },
      { reader: 'e', reviewer: 'r', editor: 'h' },
    ],
  },
  log: {
    of: ({ server: { log } }) => log,
    unsaid: 'error',
    file: [{ log: 'warn' }, 'warn'],
    environment: [{ YUANTU_LOG: 'info' }, 'info'],
  },
  rate: {
    of: ({ server: { rate } }) => rate,
    unsaid: undefined,
    file: [{ rate: 1 }, 1],
    environment: [{ YUANTU_RATE: '2' }, 2],
  },
  concurrency: {
    of: ({ server: { concurrency } }) => concurrency,
    unsaid: undefined,
    file: [{ concurrency: 1 }, 1],
    environment: [{ YUANTU_CONCURRENCY: '2' }, 2],
  },
  read: {
    of: ({ read }) => read,
    unsaid: READ_LIMITS,
    file: [{ read: { seconds: 1, pages: 2 } }, { ...READ_LIMITS, seconds: 1, pages: 2 }],
    environment: [
      {
        YUANTU_READ_SECONDS: '3',
        YUANTU_READ_MEMORY: '300',
        YUANTU_READ_UNPACKED: '5',
        YUANTU_READ_PAGES: '6',
        YUANTU_READ_DEPTH: '7',
      },
      { seconds: 3, memory: 300, unpacked: 5, pages: 6, depth: 7 },
    ],
  },
  '--judgements': {
    of: ({ judgements }) => judgements,
    unsaid: undefined,
    environment: [{ YUANTU_JUDGEMENTS: 'e' }, 'e'],
    flags: [{ judgements: 'a' }, 'a'],
  },
  YUANTU_JUDGE: {
    of: ({ judge }) => judge,
    unsaid: undefined,
    environment: [{ YUANTU_JUDGE: 'e' }, 'e'],
  },
  YUANTU_DEBUG: {
    of: ({ debug }) => debug,
    unsaid: false,
    environment: [{ YUANTU_DEBUG: '1' }, true],
  },
};

const PAGES = ['docs/operations.md', 'docs/stores.md', 'docs/development.md'];
const guide = readFileSync('docs/operations.md', 'utf8');

describe.each(Object.entries(SETTINGS))(
  'the setting %s',
  (name, { of, unsaid, file, environment, flags }) => {
    it('is said by flags before the environment, by that before the file, and else has a default', () => {
      const [inFile, filed] = file ?? [{}, unsaid];
      const [variables, set] = environment ?? [{}, filed];
      const [given, flagged] = flags ?? [{}, set];
      expect(of(resolveConfig({}, {}))).toEqual(unsaid);
      expect(of(resolveConfig({}, {}, inFile))).toEqual(filed);
      expect(of(resolveConfig({}, variables, inFile))).toEqual(set);
      expect(of(resolveConfig(given, variables, inFile))).toEqual(flagged);
    });

    it('has a row in docs/operations.md that names each of these', () => {
      const row =
        guide.split('\n').find((line) => line.startsWith('| ') && line.includes(`\`${name}\``)) ?? '';
      for (const key of Object.keys(file?.[0] ?? {})) expect(row).toContain(`\`${key}\``);
      for (const variable of Object.keys(environment?.[0] ?? {}))
        expect(row).toMatch(new RegExp(`${variable}|_${variable.split('_').at(-1)}\``));
      for (const flag of Object.keys(flags?.[0] ?? {})) expect(row).toContain(`\`--${flag}\``);
    });
  },
);

describe('settings', () => {
  it.each<[string, Record<string, string>]>([
    ['store "x" is none', { YUANTU_STORE: 'x' }],
    ['YUANTU_RATE "many" is none', { YUANTU_RATE: 'many' }],
    ['YUANTU_PORT "70000" is none', { YUANTU_PORT: '70000' }],
    ['YUANTU_LOG "all" is none', { YUANTU_LOG: 'all' }],
    ['YUANTU_READ_MEMORY "1" is none', { YUANTU_READ_MEMORY: '1' }],
  ])('are checked at the start: %s', (message, environment) => {
    expect(() => resolveConfig({}, environment)).toThrow(message);
  });

  it('have no variable that no page tells of', () => {
    const source = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(join('src', file), 'utf8'))
      .join('\n');
    const pages = PAGES.map((page) => readFileSync(page, 'utf8')).join('\n');
    const untold = [...new Set(source.match(/YUANTU_[A-Z_]+[A-Z]/g))].filter(
      (name) => !pages.includes(name) && !/^YUANTU_(?:READ|TOKEN)/.test(name),
    );
    expect(untold).toEqual([]);
  });
});
