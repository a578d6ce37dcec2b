import type { Row, Rows } from '../../store/records.ts';
import type { Question } from '../../store/store.ts';

/** A way to look into a graph that a database holds, by a key; what it finds is kept by the key. */
export interface Look<T> {
  /** What to ask for some keys. */
  readonly questions: (keys: readonly string[]) => readonly Question[];
  /** What the answers say of each key that they say something of. */
  readonly read: (answers: readonly Rows[], keys: readonly string[]) => ReadonlyMap<string, T>;
  /** What there is where nothing is found, or nobody has looked yet. */
  readonly nothing: T;
}

/** By many keys in one statement, which gives the key of each row first. */
export function byKeys<T>(statement: string, toValue: (rows: Rows) => T, nothing: T): Look<T> {
  return {
    questions: (keys) => [{ statement, parameters: { keys: [...keys] } }],
    read([rows = []]) {
      const groups = new Map<string, Row[]>();
      for (const [key, ...row] of rows) {
        const group = groups.get(String(key));
        if (group) group.push(row);
        else groups.set(String(key), [row]);
      }
      return new Map([...groups].map(([key, own]) => [key, toValue(own)]));
    },
    nothing,
  };
}

/** The same by a day and many keys, which `onDay` makes one of. */
export function byKeysOnDay<T>(statement: string, toValue: (rows: Rows) => T, nothing: T): Look<T> {
  const { read } = byKeys(statement, toValue, nothing);
  return {
    questions: (keys) =>
      [...byDay(keys)].map(([day, own]) => ({ statement, parameters: { day, keys: [...own] } })),
    read: (answers, keys) =>
      new Map(
        [...byDay(keys)].flatMap(([day, own], i) =>
          [...read(answers.slice(i, i + 1), own)].map(([key, value]) => [onDay(day, key), value] as const),
        ),
      ),
    nothing,
  };
}

export function onDay(day: string, key: string): string {
  return `${day} ${key}`;
}

/** Keys by the days that they begin with. */
function byDay(keys: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const days = new Map<string, string[]>();
  for (const key of keys) {
    const end = key.indexOf(' ');
    const day = key.slice(0, end);
    const own = days.get(day);
    if (own) own.push(key.slice(end + 1));
    else days.set(day, [key.slice(end + 1)]);
  }
  return days;
}

/** By keys that ask for something each. */
export function byKey<T>(
  toQuestions: (key: string) => readonly Question[],
  toValue: (answers: readonly Rows[], key: string) => T,
  nothing: T,
): Look<T> {
  return {
    questions: (keys) => keys.flatMap(toQuestions),
    read(answers, keys) {
      const each = answers.length / keys.length;
      return new Map(keys.map((key, i) => [key, toValue(answers.slice(i * each, (i + 1) * each), key)]));
    },
    nothing,
  };
}

/** What there is one of: its key is the empty text. */
export function one<T>(statement: string, toValue: (rows: Rows) => T, nothing: T): Look<T> {
  return byKey(
    () => [{ statement }],
    ([rows = []]) => toValue(rows),
    nothing,
  );
}

/** What was found, and what is still to be looked for. */
export class Findings {
  private readonly found = new Map<Look<unknown>, Map<string, unknown>>();
  private readonly wanted = new Map<Look<unknown>, Set<string>>();

  /** What is found under a key; where nobody has looked, nothing, and it is looked for next time. */
  get<T>(look: Look<T>, key = ''): T {
    const known = this.found.get(look);
    if (known?.has(key)) return known.get(key) as T;
    const keys = this.wanted.get(look);
    if (keys) keys.add(key);
    else this.wanted.set(look, new Set([key]));
    return look.nothing;
  }

  get isWanting(): boolean {
    return this.wanted.size > 0;
  }

  /** Looks for all that is wanted, at once. */
  async fill(ask: (questions: readonly Question[]) => Promise<readonly Rows[]>): Promise<void> {
    const looks = [...this.wanted].map(([look, set]) => {
      const keys = [...set];
      return { look, keys, questions: look.questions(keys) };
    });
    this.wanted.clear();
    const answers = await ask(looks.flatMap(({ questions }) => questions));
    let start = 0;
    for (const { look, keys, questions } of looks) {
      const known = this.found.get(look) ?? new Map<string, unknown>();
      const read = look.read(answers.slice(start, start + questions.length), keys);
      for (const key of keys) known.set(key, read.has(key) ? read.get(key) : look.nothing);
      this.found.set(look, known);
      start += questions.length;
    }
  }
}
