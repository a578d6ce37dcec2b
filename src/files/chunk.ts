/** Bytes that go on together: small pieces cost more to hand on than to make. */
const SIZE = 3 << 16;
/** Bytes that a UTF-16 unit takes at most in UTF-8. */
const WIDEST = 3;

/**
 * The same bytes in larger pieces.
 *
 * @param isReused whether every piece lies in the same memory, for who is done with one before asking for the next: then there
 * is nothing to collect.
 */
export function* inChunks(pieces: Iterable<string | Uint8Array>, isReused = false): Generator<Buffer> {
  let memory = Buffer.allocUnsafe(SIZE);
  let filled = 0;
  const take = (): Buffer => {
    const chunk = memory.subarray(0, filled);
    if (!isReused) memory = Buffer.allocUnsafe(SIZE);
    filled = 0;
    return chunk;
  };
  for (const piece of pieces) {
    const fits = typeof piece === 'string' && piece.length * WIDEST <= SIZE;
    if (filled > 0 && !(fits && filled + piece.length * WIDEST <= SIZE)) yield take();
    if (fits) filled += memory.write(piece, filled);
    else
      yield typeof piece === 'string'
        ? Buffer.from(piece)
        : Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
  }
  if (filled > 0) yield take();
}
