import { describe, expect, it } from 'vitest';
import { isPublic } from '../../src/fetch/guard.ts';

describe('an address of the open net', () => {
  it.each(['8.8.8.8', '114.114.114.114', '172.32.0.1', '2400:3200::1', '2606:4700::1111'])(
    '%s is one',
    (address) => {
      expect(isPublic(address)).toBe(true);
    },
  );

  it.each([
    ['this machine', '127.8.9.1'],
    ['any of this machine', '0.0.0.0'],
    ['a network at home', '192.168.1.1'],
    ['a network of a provider', '100.64.3.4'],
    ['what a cloud tells its machines', '169.254.169.254'],
    ['many at once', '239.1.1.1'],
    ['this machine, in IPv6', '::1'],
    ['a network at home, in IPv6', 'fd00::1'],
    ['a neighbour', 'fe80::1'],
    ['an address of IPv4 in one of IPv6', '::ffff:10.0.0.1'],
    ['the same by way of a translator', '64:ff9b::a00:1'],
    ['the same by way of a tunnel', '2002:a00:1::'],
    ['an example', '2001:db8::1'],
    ['no address', 'localhost'],
  ])('%s is none: %s', (_, address) => {
    expect(isPublic(address)).toBe(false);
  });
});
