import { YuantuError } from '../model/errors.ts';

/**
 * The text of a Word document, a line a paragraph.
 *
 * @throws {YuantuError} `INPUT` when it is broken or no `.docx`.
 */
export async function readDocx(
  bytes: Uint8Array,
): Promise<{ text: string; metadata: Record<string, never> }> {
  const { default: mammoth } = await import('mammoth');
  try {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    return { text: value.replace(/\n{2,}/gu, '\n').trim(), metadata: {} };
  } catch (cause) {
    throw new YuantuError('INPUT', 'is no readable Word document', { cause });
  }
}
