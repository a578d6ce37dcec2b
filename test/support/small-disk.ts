import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Why there is no small disk here; undefined where there can be one. */
export const noSmallDisk: string | undefined =
  process.platform === 'linux' && process.getuid?.() === 0 ? mountFault() : 'it takes root on Linux';

if (noSmallDisk !== undefined)
  console.warn(`NOT TESTED: what a full disk or a read-only one does; ${noSmallDisk}`);

function mountFault(): string | undefined {
  try {
    openSmallDisk().close();
    return undefined;
  } catch (error) {
    return `it cannot be mounted: ${String(error).split('\n')[0]}`;
  }
}

/** A disk in memory that holds 316 KB. */
export function openSmallDisk() {
  const path = mkdtempSync(join(tmpdir(), 'yuantu-disk-'));
  const call = (command: string, ...args: string[]) => execFileSync(command, args, { stdio: 'pipe' });
  call('mount', '-t', 'tmpfs', '-o', 'size=316k', 'none', path);
  return {
    path,
    readOnly: () => call('mount', '-o', 'remount,ro', path),
    close() {
      call('umount', '-l', path);
      rmdirSync(path);
    },
  };
}
