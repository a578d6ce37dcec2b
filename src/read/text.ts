import { TextDecoder } from 'node:util';
import { YuantuError } from '../model/errors.ts';

const UTF8 = new TextDecoder('utf-8', { fatal: true });
const UTF16 = new TextDecoder('utf-16le', { fatal: true });
const GB18030 = new TextDecoder('gb18030', { fatal: true });

/** Chinese in GB18030 is nearly all common characters and punctuation; other encodings read as GB18030 hold few of them. */
const LEAST_COMMON = 0.5;

/**
 * The text of a file, without a byte-order mark: UTF-8, UTF-16 where a mark says so, else GB18030.
 *
 * @throws {YuantuError} `INPUT` when it is binary, or in no encoding that we read.
 */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return attempt(UTF16, bytes) ?? refuse('broken UTF-16');
  if (bytes.includes(0)) return refuse('binary: it holds zero bytes');
  const text = attempt(UTF8, bytes);
  if (text !== undefined) return text;
  const chinese = shareOfCommon(bytes) >= LEAST_COMMON ? attempt(GB18030, bytes) : undefined;
  return chinese ?? refuse('neither UTF-8 nor GB18030; save it as UTF-8');
}

function attempt(decoder: TextDecoder, bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

function refuse(reason: string): never {
  throw new YuantuError('INPUT', reason);
}

/** The share of pairs that are common Chinese (rows 16 to 55 of GB 2312) or its punctuation and symbols (rows 1 to 3). */
function shareOfCommon(bytes: Uint8Array): number {
  let common = 0;
  let pairs = 0;
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[++i] ?? 0;
    pairs++;
    if (trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3))) common++;
  }
  return pairs === 0 ? 0 : common / pairs;
}
