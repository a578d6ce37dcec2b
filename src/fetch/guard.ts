import { type LookupAddress, lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { YuantuError } from '../model/errors.ts';

/** Which addresses of machines may be asked. */
export type Allows = (address: string) => boolean;

/** What turns a name into addresses, as `dns.lookup` does with `all`. */
export type Resolve = (
  host: string,
  done: (error: NodeJS.ErrnoException | null, found: LookupAddress[]) => void,
) => void;

/** Not of the open net: this machine, its neighbours, what is kept for other ends, and what wraps an address of IPv4. */
const PRIVATE: readonly (readonly [net: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];
/** Of IPv6, what is given out on the open net, and what of that is not of it: tunnels that hold an address of IPv4, and examples. */
const OPEN_6 = ['2000::', 3] as const;
const PRIVATE_6: readonly (readonly [net: string, prefix: number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const closed = new BlockList();
for (const [net, prefix] of PRIVATE) closed.addSubnet(net, prefix, 'ipv4');
const closed6 = new BlockList();
for (const [net, prefix] of PRIVATE_6) closed6.addSubnet(net, prefix, 'ipv6');
const open6 = new BlockList();
open6.addSubnet(...OPEN_6, 'ipv6');

/**
 * Whether an address is of the open net.
 *
 * Source: IANA's registries of special-purpose addresses of IPv4 and IPv6
 */
export function isPublic(address: string): boolean {
  if (isIP(address) === 4) return !closed.check(address, 'ipv4');
  return isIP(address) === 6 && open6.check(address, 'ipv6') && !closed6.check(address, 'ipv6');
}

const resolveAll: Resolve = (host, done) => lookup(host, { all: true, verbatim: true }, done);

/**
 * Finds the addresses of a host for a connection, and refuses it when one of them may not be asked. The connection is made to the
 * very addresses that were looked at, so that a name that changes its answer in between gains nothing.
 */
export function guardedLookup(allows: Allows, resolve: Resolve = resolveAll): LookupFunction {
  return (host, options, done) =>
    resolve(host, (error, found) => {
      if (error !== null) return done(error, []);
      const refused = found.find(({ address }) => !allows(address));
      if (refused !== undefined) return done(privateError(host, refused.address), []);
      if (options.all === true) return done(null, found);
      const [first] = found;
      return done(null, first?.address ?? '', first?.family);
    });
}

/** Refuses a host that is written as an address, for which nothing is looked up. */
export function refusePrivate({ hostname }: URL, allows: Allows): void {
  const host = hostname.replace(/^\[|\]$/gu, '');
  if (isIP(host) !== 0 && !allows(host)) throw privateError(host, host);
}

const privateError = (host: string, address: string): YuantuError =>
  new YuantuError('FORBIDDEN', `${host} is at ${address}, no address of the open net; --private allows it`);
