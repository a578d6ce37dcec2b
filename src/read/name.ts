import { TextDecoder } from 'node:util';

const ENCODINGS = ['utf-8', 'gb18030'].map((name) => new TextDecoder(name, { fatal: true, ignoreBOM: true }));

/** A file's name as text: in UTF-8, or in GB18030 as archives from Windows have them; what is neither has its bytes as %XX. */
export function decodeName(bytes: Uint8Array): string {
  for (const decoder of ENCODINGS)
    try {
      return decoder.decode(bytes);
    } catch {
      // The next one may.
    }
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u00ff]/gu, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** A path to be told: what would move the cursor of a terminal is shown as what it is. */
export function toPlace(path: string): string {
  return path.replace(/\p{Cc}/gu, (control) => `\\x${control.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
