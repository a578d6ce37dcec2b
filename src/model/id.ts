import { hash } from 'node:crypto';

const BYTES = 8;

/**
 * A short stable id from content: the first 16 hex digits of a SHA-256 over the parts, each ended by a zero byte.
 *
 * Equal parts give the equal id on every machine; 64 bits keep a collision among a million ids below one in ten million.
 */
export function hashId(...parts: readonly string[]): string {
  return hash('sha256', parts.map((part) => `${part}\0`).join(''), 'buffer').toString('hex', 0, BYTES);
}
