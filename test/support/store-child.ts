import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** Another process at a store, as store-child.mjs describes it. */
export class StoreChild {
  /** The generation that it last said was kept. */
  kept = 0;
  private readonly child: ChildProcess;
  private readonly said: string[] = [];
  private readonly ended: Promise<unknown>;

  constructor(url: string, task: 'hold' | 'write', from = 1, settings: object = {}) {
    const script = fileURLToPath(new URL('./store-child.mjs', import.meta.url));
    this.child = spawn(process.execPath, [script, url, task, String(from)], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, STORE_SETTINGS: JSON.stringify(settings) },
    });
    this.ended = new Promise((resolve) => this.child.once('exit', resolve));
    if (this.child.stdout !== null)
      createInterface(this.child.stdout).on('line', (line) => {
        this.said.push(line);
        if (Number(line) > 0) this.kept = Number(line);
      });
  }

  /** Resolves when it has opened the store. */
  async ready(): Promise<void> {
    while (!this.said.includes('ready')) {
      if (this.child.exitCode !== null)
        throw new Error(`the other process ended with ${this.child.exitCode}`);
      await sleep(20);
    }
  }

  /** Ends it as the system does when memory runs out: without a word. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }
}
