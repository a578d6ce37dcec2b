import { createInterface } from 'node:readline';
import { print } from '../files/output.ts';
import { openConsole } from '../store/sandbox/console.ts';
import { OWNER_LIMITS } from '../store/sandbox/limits.ts';
import type { Store } from '../store/store.ts';
import { complete, type Names, readNames } from './complete.ts';
import type { Context } from './context.ts';
import { historyFile, keepHistory, readHistory } from './history.ts';
import { Shell } from './shell.ts';

const REMEMBERED = 1000;
const MOST_ROWS = 1000;

/** Talks with whoever sits at the terminal until they leave. Ctrl-C gives up the question or the statement begun. */
export async function runTerminal(context: Context, store: Store, write: boolean): Promise<void> {
  const { words, tell } = context;
  const file = historyFile();
  let names = await readNames(store);
  const questions = openConsole(store, OWNER_LIMITS);
  let asking: AbortController | undefined;
  const shell = new Shell({
    words,
    print,
    async ask(statement, parameters) {
      asking = new AbortController();
      try {
        const options = { limit: MOST_ROWS, signal: asking.signal };
        if (!write) return await questions.ask(statement, parameters, options);
        const answer = await store.query(statement, parameters, { ...options, write });
        names = await readNames(store);
        return answer;
      } finally {
        asking = undefined;
      }
    },
  });
  tell(`${store.place}\n${words.say('shell')}`);
  const lines = openLines(file, () => names, shell);
  lines.on('SIGINT', () => {
    if (asking !== undefined) return asking.abort(new Error(words.say('cancelled')));
    shell.clear();
    lines.setPrompt(shell.prompt);
    print('\n');
    lines.write(null, { ctrl: true, name: 'e' });
    lines.write(null, { ctrl: true, name: 'u' });
    lines.prompt();
  });
  context.signal.addEventListener('abort', () => lines.close(), { once: true });
  lines.prompt();
  for await (const line of lines) {
    if (!(await shell.take(line))) break;
    lines.setPrompt(shell.prompt);
    lines.prompt();
  }
  await questions.close();
  print('\n');
}

function openLines(file: string, names: () => Names, shell: Shell) {
  const lines = createInterface({
    input: process.stdin,
    output: process.stdout,
    prompt: shell.prompt,
    completer: (line: string) => complete(line, names()),
    history: readHistory(file),
    historySize: REMEMBERED,
    removeHistoryDuplicates: true,
  });
  lines.on('history', (history: readonly string[]) => keepHistory(file, history));
  return lines;
}
