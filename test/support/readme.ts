import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** The commands of the shell blocks of a document, in their order, without remarks; one goes on over lines while a quote is open. */
export function commandsOf(document: string): string[] {
  return [...document.matchAll(/^```sh\n(.*?)^```/gmsu)].flatMap(([, block = '']) => split(block));
}

function split(block: string): string[] {
  const commands: string[] = [];
  let command = '';
  let quote = '';
  const end = () => {
    if (command.trim() !== '') commands.push(command.trim());
    command = '';
  };
  for (let i = 0; i < block.length; i++) {
    const sign = block.charAt(i);
    if (quote === '' && sign === '#' && /\s/u.test(command.at(-1) ?? ' ')) i = block.indexOf('\n', i) - 1;
    else if (quote === '' && sign === '\n') end();
    else {
      if (quote === '' ? sign === '"' || sign === "'" : sign === quote) quote = quote === '' ? sign : '';
      command += sign;
    }
  }
  end();
  return commands;
}

export interface Ran {
  /** Whether it ended with 0, or said what it was to say. */
  readonly isWell: boolean;
  readonly said: string;
}

/**
 * Runs a command in a shell, to its end, or until it says what `until` looks for; then it is told to stop, as by Ctrl-C, or goes on
 * as long as `meanwhile` does.
 */
export async function runInShell(
  command: string,
  cwd: string,
  env: NodeJS.ProcessEnv,
  until?: RegExp,
  meanwhile: (found: RegExpExecArray) => Promise<void> = async () => {},
): Promise<Ran> {
  const shell = spawn('bash', ['-c', command], {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(shell, 'close');
  let said = '';
  const found = new Promise<RegExpExecArray | undefined>((resolve) => {
    for (const stream of [shell.stdout, shell.stderr])
      createInterface(stream).on('line', (line) => {
        said += `${line}\n`;
        const match = until?.exec(line);
        if (match) resolve(match);
      });
    shell.once('close', () => resolve(undefined));
  });
  const match = until && (await found);
  if (match !== undefined)
    try {
      await meanwhile(match);
    } finally {
      // The whole group: npm and npx start others.
      process.kill(-(shell.pid ?? 0), 'SIGINT');
    }
  const [status] = (await ended) as [number | null];
  return { isWell: until === undefined ? status === 0 : match !== undefined, said };
}
