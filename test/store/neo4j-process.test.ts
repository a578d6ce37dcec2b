import { type ChildProcess, spawn } from 'node:child_process';
import { hostname } from 'node:os';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { isGone, nameProcess, showProcess } from '../../src/store/neo4j/process.ts';

const CHILD = fileURLToPath(new URL('../support/process-name.mjs', import.meta.url));
const children: ChildProcess[] = [];

/** A process that says its name and lives on; `before` is what starts it. */
async function another(
  ...before: string[]
): Promise<{ name: string; sees: string; child: ChildProcess } | undefined> {
  const [command = process.execPath, ...rest] = [...before, process.execPath, CHILD, nameProcess()];
  const child = spawn(command, rest, { stdio: ['pipe', 'pipe', 'ignore'] });
  children.push(child);
  const line = await new Promise<string>((resolve) => {
    child.stdout?.once('data', (data) => resolve(String(data)));
    child.once('exit', () => resolve(''));
    child.once('error', () => resolve(''));
  });
  const [name, sees] = line.trim().split('\t');
  return name === undefined || sees === undefined ? undefined : { name, sees, child };
}

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

describe('the process that holds a load', () => {
  it('is there while it lives, and gone once it ended', async () => {
    const other = await another();
    expect(showProcess(other?.name ?? '')).toBe(`${hostname()} ${other?.child.pid}`);
    expect(isGone(other?.name ?? '')).toBe(false);
    expect(other?.sees).toBe('false');
    const ended = new Promise((resolve) => other?.child.once('exit', resolve));
    other?.child.kill('SIGKILL');
    await ended;
    expect(isGone(other?.name ?? '')).toBe(true);
  });

  it('is not taken for another that has its number now', () => {
    const [host, pid, space, began] = nameProcess().split(' ');
    expect(isGone([host, pid, space, began].join(' '))).toBe(false);
    if (began !== '-') expect(isGone([host, pid, space, '1'].join(' '))).toBe(true);
  });

  it('is not judged by its number where that counts for nothing here', () => {
    const [host, , space, began] = nameProcess().split(' ');
    const nobody = 4_000_000;
    expect(isGone(`${host} ${nobody} ${space} ${began}`)).toBe(true);
    expect(isGone(`${host} ${nobody} another-start/1 ${began}`)).toBe(false);
    expect(isGone(`elsewhere ${nobody} ${space} ${began}`)).toBe(false);
    expect(isGone(`${host} ${nobody}`)).toBe(false);
  });

  it('is not judged across spaces of processes, from either side', async ({ skip }) => {
    const other = await another('unshare', '--pid', '--fork', '--mount-proc');
    if (other === undefined) {
      console.warn('SKIPPED: this user may not make a space of processes (unshare --pid).');
      return skip();
    }
    // It is the first there; its number here, if any process has it, is another's.
    expect(other.name.split(' ')[1]).toBe('1');
    expect(isGone(other.name)).toBe(false);
    expect(other.sees).toBe('false');
  });
});
