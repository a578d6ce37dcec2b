import { createHash } from 'node:crypto';

/**
 * A short stable id from content: the first 16 hex digits of a SHA-256 over the parts, each ended by a zero byte.
 *
 * Equal parts give the equal id on every machine; 64 bits keep a collision among a million ids below one in ten million.
 */
export function hashId(...parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 16);
}
