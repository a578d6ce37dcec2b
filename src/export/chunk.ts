/** Bytes that go on together: small pieces cost more to hand on than to make. */
const SIZE = 1 << 16;

/** The same bytes in larger pieces. */
export function* inChunks(pieces: Iterable<string | Uint8Array>): Generator<Buffer> {
  let waiting = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      waiting += piece;
      if (waiting.length < SIZE) continue;
      yield Buffer.from(waiting);
    } else {
      if (waiting !== '') yield Buffer.from(waiting);
      yield Buffer.from(piece);
    }
    waiting = '';
  }
  if (waiting !== '') yield Buffer.from(waiting);
}
