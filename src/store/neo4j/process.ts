import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** A process that may hold a load: a number says which only within one space of processes of one start of one machine. */
interface Holder {
  readonly host: string;
  readonly pid: number;
  /** The start of the machine and the space of processes; empty where the system does not tell. */
  readonly space: string;
  /** When the process began, in ticks after the machine did; empty likewise. */
  readonly began: string;
}

/** This process as a load names it: `HOST PID SPACE BEGAN`. */
export function nameProcess(): string {
  return `${hostname()} ${process.pid} ${spaceOf()} ${beganOf('self')}`;
}

/** The host and number in a name, for messages. */
export function showProcess(name: string): string {
  return name.split(' ').slice(0, 2).join(' ');
}

/**
 * Whether the process of this name has surely ended. Only of the same host, start and space of processes can that be seen: another
 * container has numbers of its own. Of all others the lease says, which a living load renews.
 */
export function isGone(name: string): boolean {
  const holder = parse(name);
  if (holder === undefined || holder.host !== hostname() || holder.space !== spaceOf()) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
  // The number may have gone to another process since.
  const began = beganOf(holder.pid);
  return holder.began !== '-' && began !== '-' && began !== holder.began;
}

function parse(name: string): Holder | undefined {
  const [host = '', pid = '', space, began] = name.split(' ');
  if (space === undefined || began === undefined) return undefined;
  return { host, pid: Number(pid), space, began };
}

/** Where the system has no such files there are no spaces of processes either. */
function spaceOf(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}/${readlinkSync('/proc/self/ns/pid').replace(/\D/g, '')}`;
  } catch {
    return '-';
  }
}

function beganOf(pid: number | 'self'): string {
  try {
    // The name in brackets may hold spaces and brackets itself; of what follows, the start is the twentieth.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '-';
  } catch {
    return '-';
  }
}
