import type { Span } from '../../model/span.ts';

/**
 * Text under construction that remembers where each code unit came from.
 *
 * Appending is the only way in, so the origins stay in order and every span of the result can be carried back.
 */
export class AlignedText {
  private readonly parts: string[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];

  get length(): number {
    return this.starts.length;
  }

  /** Append `text`, all of it standing for the original [start, end). */
  push(text: string, start: number, end: number): void {
    this.parts.push(text);
    for (let i = 0; i < text.length; i++) {
      this.starts.push(start);
      this.ends.push(end);
    }
  }

  /** The text, and the way back: an empty span stays where it is. */
  finish(): { readonly text: string; readonly toOriginal: (span: Span) => Span } {
    const starts = Int32Array.from(this.starts);
    const ends = Int32Array.from(this.ends);
    return {
      text: this.parts.join(''),
      toOriginal: ({ start, end }) => {
        const from = starts[start] ?? ends.at(-1) ?? 0;
        return end > start ? { start: from, end: ends[end - 1] ?? from } : { start: from, end: from };
      },
    };
  }
}
