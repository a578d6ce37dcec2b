import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** An import of a file: from where, what (a path from the root, or a package), and whether for its types alone. */
interface Import {
  readonly from: string;
  readonly target: string;
  readonly isPackage: boolean;
  readonly typeOnly: boolean;
}

const PATTERNS = [
  /^(?:import|export)\s+(type\s)?[^'";]*?\sfrom\s+'([^']+)'/gmu,
  /^import\s+()'([^']+)'/gmu,
  /\bimport\(\s*()'([^']+)'\s*\)/gmu,
];

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/u.test(file))
    .map((file) => `${folder}/${file}`)
    .sort();
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  return PATTERNS.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([, type, name = '']) => {
      const isPackage = !name.startsWith('.');
      const target = isPackage ? name : relative('.', resolve(dirname(file), name));
      return { from: file, target, isPackage, typeOnly: type !== undefined && type !== '' };
    }),
  );
}

const SOURCE = filesOf('src');
const WEB = filesOf('web');
const IMPORTS = [...SOURCE, ...WEB].flatMap(importsOf);

/** The part of the program that a file belongs to: its folder in `src/`, or the file itself at the top. */
function partOf(file: string): string {
  const [, part = ''] = file.split('/');
  return part;
}

const show = (all: readonly Import[]): string[] => all.map(({ from, target }) => `${from} -> ${target}`);

describe('who imports whom', () => {
  const inside = IMPORTS.filter(({ isPackage, from }) => !isPackage && from.startsWith('src/'));
  /** What each folder of `src/` may take, beside its own files and `package.ts`; the command line and the library take any. */
  const MAY: Readonly<Record<string, readonly string[]>> = {
    model: [],
    words: [],
    files: ['model'],
    names: ['model'],
    contract: ['model'],
    read: ['model', 'files'],
    fetch: ['model', 'files', 'read'],
    knowledge: ['model', 'names', 'read'],
    extract: ['model', 'files', 'names', 'knowledge'],
    verdict: ['model', 'files'],
    resolve: ['model', 'names'],
    graph: ['model', 'names'],
    store: ['model', 'files', 'names'],
    exchange: ['model', 'files', 'graph'],
    answer: ['model', 'names', 'contract', 'graph', 'store'],
    collect: ['model', 'files', 'knowledge', 'read', 'extract', 'verdict', 'resolve', 'graph', 'store'],
    server: [
      'model',
      'words',
      'files',
      'contract',
      'graph',
      'store',
      'exchange',
      'answer',
      'collect',
      'verdict',
    ],
    eval: ['model', 'names'],
    config: ['model'],
  };

  it('every folder of src has its row', () => {
    const folders = new Set(SOURCE.map(partOf).filter((part) => !part.endsWith('.ts')));
    expect([...folders].filter((part) => part !== 'cli' && !Object.hasOwn(MAY, part))).toEqual([]);
  });

  it.each(['docs/architecture.md', 'docs/architecture.zh.md'])('%s tells the same', (file) => {
    const rows = [
      ...readFileSync(file, 'utf8').matchAll(/^\| `src\/(\w+)\/` \|[^|]+\| ([\w, 、无]+) \|$/gmu),
    ].map(([, part = '', takes = '']) => [
      part,
      /^(?:nothing|无)$/u.test(takes) ? [] : takes.split(/, |、/u).sort(),
    ]);
    const expected = Object.entries(MAY).map(([part, takes]) => [part, [...takes].sort()]);
    expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(expected));
  });

  it('at the top of src stand the library and what the package says of itself', () => {
    expect(SOURCE.map(partOf).filter((part) => part.endsWith('.ts'))).toEqual(['index.ts', 'package.ts']);
  });

  it.each(Object.entries(MAY))('%s takes from %j and itself', (part, allowed) => {
    const wrong = inside.filter(
      ({ from, target }) =>
        partOf(from) === part && ![part, 'package.ts', ...allowed].includes(partOf(target)),
    );
    expect(show(wrong)).toEqual([]);
  });

  it.each(['clean', 'segment', 'encode', 'link', 'relate'])(
    'the stage %s takes from no neighbour',
    (stage) => {
      const folder = `src/extract/${stage}/`;
      const wrong = inside.filter(
        ({ from, target }) =>
          from.startsWith(folder) && target.startsWith('src/extract/') && !target.startsWith(folder),
      );
      expect(show(wrong)).toEqual([]);
    },
  );

  it('model needs nothing but Node', () => {
    const packages = IMPORTS.filter(({ from, isPackage }) => isPackage && from.startsWith('src/model/'));
    expect(show(packages.filter(({ target }) => !target.startsWith('node:')))).toEqual([]);
  });

  it('nobody imports the command line', () => {
    expect(
      show(inside.filter(({ from, target }) => partOf(target) === 'cli' && partOf(from) !== 'cli')),
    ).toEqual([]);
  });

  // The closed lists of types and formats and the schema are plain data, so the web app may take them too; the rest of the model, and what the routes of the
  // server take and answer with, by type alone.
  const LISTS = [
    'src/model/entity.ts',
    'src/model/relation.ts',
    'src/model/schema.ts',
    'src/model/format.ts',
    // The bands of certainty and where they begin.
    'src/model/certainty.ts',
    // The measures and what they are called.
    'src/model/indicator.ts',
    // The one writer of rows.
    'src/model/csv.ts',
  ];

  it('the web app takes types and closed lists of the model, the types of the contract, and the rest over HTTP', () => {
    const own = IMPORTS.filter(({ from, isPackage }) => !isPackage && from.startsWith('web/'));
    const wrong = own.filter(
      ({ target, typeOnly }) =>
        !target.startsWith('web/') &&
        !LISTS.includes(target) &&
        !(typeOnly && (target.startsWith('src/model/') || target.startsWith('src/contract/'))),
    );
    expect(show(wrong)).toEqual([]);
  });

  it('the web app asks the server through its client alone', () => {
    const others = WEB.filter(
      (file) =>
        file !== 'web/api/client.ts' &&
        /\bfetch\(|\bEventSource\b|XMLHttpRequest/u.test(readFileSync(file, 'utf8')),
    );
    expect(others).toEqual([]);
  });
});

describe('files and standard output have one door for writing', () => {
  // Of Node's own, some write a part and call it done, and none keeps what was there when the disk is full.
  const WRITERS =
    /\b(?:(?:writeFile|appendFile|copyFile)(?:Sync)?|writeSync|createWriteStream)\b|\bstdout\.(?:write|end)\(/u;

  it('nobody else asks Node to', () => {
    const others = SOURCE.filter((file) => !file.startsWith('src/files/'));
    expect(others.filter((file) => WRITERS.test(readFileSync(file, 'utf8')))).toEqual([]);
  });
});

/**
 * The rings among imports, types included: files of which each leads to each, by however many steps. One ring a line, in order;
 * none is an empty list.
 */
function ringsOf(imports: readonly Import[]): string[] {
  const next = new Map<string, string[]>();
  for (const { from, target, isPackage } of imports)
    if (!isPackage) next.set(from, [...(next.get(from) ?? []), target]);
  // Tarjan's way: a file stands in a ring with all above it in the stack when none of them leads below it.
  const found = new Map<string, number>();
  const open = new Set<string>();
  const stack: string[] = [];
  const rings: string[][] = [];
  const visit = (file: string): number => {
    const number = found.size;
    found.set(file, number);
    open.add(file);
    stack.push(file);
    let lowest = number;
    for (const target of next.get(file) ?? []) {
      const known = found.get(target);
      if (known === undefined) lowest = Math.min(lowest, visit(target));
      else if (open.has(target)) lowest = Math.min(lowest, known);
    }
    if (lowest === number) {
      const ring = stack.splice(stack.indexOf(file));
      for (const one of ring) open.delete(one);
      if (ring.length > 1 || (next.get(file) ?? []).includes(file)) rings.push(ring.sort());
    }
    return lowest;
  };
  for (const file of next.keys()) if (!found.has(file)) visit(file);
  return rings.map((ring) => ring.join(' ')).sort();
}

describe('imports run in no ring', () => {
  const among = (pairs: readonly (readonly [string, string])[]) =>
    ringsOf(pairs.map(([from, target]) => ({ from, target, isPackage: false, typeOnly: false })));

  it.each<[string, readonly (readonly [string, string])[], string[]]>([
    [
      'two ways to one file',
      [
        ['a', 'b'],
        ['a', 'c'],
        ['b', 'd'],
        ['c', 'd'],
      ],
      [],
    ],
    [
      'two files',
      [
        ['a', 'b'],
        ['b', 'a'],
        ['b', 'c'],
      ],
      ['a b'],
    ],
    ['a file of itself', [['a', 'a']], ['a']],
    [
      'a ring within a ring',
      [
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'a'],
        ['c', 'b'],
        ['d', 'e'],
        ['e', 'd'],
        ['c', 'd'],
      ],
      ['a b c', 'd e'],
    ],
  ])('as the rings of %s tell', (_, pairs, rings) => {
    expect(among(pairs)).toEqual(rings);
  });

  it.each(['src', 'web'])('in %s', (tree) => {
    expect(ringsOf(IMPORTS.filter(({ from }) => from.startsWith(`${tree}/`)))).toEqual([]);
  });
});

describe('the web app', () => {
  /** Each may import those before it, and itself. */
  const FLOORS = [
    'base',
    'graph',
    'api',
    'words',
    'state',
    'ui',
    'scene',
    'canvas',
    'controls',
    'panels',
    'app',
  ];

  it('stands in floors', () => {
    expect(WEB.filter((file) => !FLOORS.includes(partOf(file)))).toEqual([]);
  });

  it('imports from the floors below alone', () => {
    const own = IMPORTS.filter(({ from, target }) => from.startsWith('web/') && target.startsWith('web/'));
    const isUp = ({ from, target }: Import) =>
      /\.tsx?$/u.test(target) && FLOORS.indexOf(partOf(target)) > FLOORS.indexOf(partOf(from));
    expect(show(own.filter(isUp))).toEqual([]);
  });

  it('has no two files of one name', () => {
    const names = WEB.map((file) => basename(file).replace(/\..*$/u, ''));
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });
});

describe('heavy packages have one door', () => {
  const DOORS: readonly (readonly [string, RegExp])[] = [
    ['nodejieba', /^src\/extract\/segment\/jieba\.ts$/u],
    ['onnxruntime-node', /^src\/extract\/encode\/session\.ts$/u],
    ['neo4j-driver', /^src\/store\/neo4j\/(index|transact)\.ts$/u],
    ['@grafeo-db/js', /^src\/store\/grafeo\/index\.ts$/u],
    ['sigma', /^web\/canvas\/[a-z-]+\.ts$/u],
    ['graphology', /^(?:src\/(?:graph|exchange)|web)\//u],
  ];

  it.each(DOORS)('%s: %s', (name, door) => {
    const users = IMPORTS.filter(
      ({ target, isPackage }) => isPackage && (target === name || target.startsWith(`${name}/`)),
    );
    expect(users.length).toBeGreaterThan(0);
    expect(show(users.filter(({ from, typeOnly }) => !typeOnly && !door.test(from)))).toEqual([]);
  });
});

describe('files', () => {
  it('hold one idea: none has more than 350 lines, tables of words apart', () => {
    const long = [...SOURCE, ...WEB]
      .filter((file) => !file.endsWith('/words.ts') && !file.startsWith('src/words/'))
      .map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length }))
      .filter(({ lines }) => lines > 350);
    expect(long).toEqual([]);
  });

  it('are named in kebab case', () => {
    expect([...SOURCE, ...WEB].filter((file) => !/^[a-z0-9./-]+$/u.test(file))).toEqual([]);
  });

  it('have no default export', () => {
    const files = SOURCE.filter((file) => /^export default /mu.test(readFileSync(file, 'utf8')));
    expect(files).toEqual([]);
  });

  it('import what is there', () => {
    const known = new Set([...SOURCE, ...WEB]);
    const missing = IMPORTS.filter(
      ({ target, isPackage }) => !isPackage && /\.tsx?$/u.test(target) && !known.has(join(target)),
    );
    expect(show(missing)).toEqual([]);
  });
});
