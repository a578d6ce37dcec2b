import type { ArticlePart, Document, RawDocument, Sentence } from '../../model/article.ts';
import { AlignedText } from './aligned.ts';
import { findFurniture, hasClosingByline, isFurniture } from './boilerplate.ts';
import { continues, isWrapped, type Line, toLines } from './line.ts';
import { findMetadata } from './metadata.ts';
import { isHan } from './normalise.ts';
import { splitSentences } from './sentence.ts';

/** A new article begins only if at least so much text follows the byline of the one before. */
const SHORTEST_ARTICLE = 60;

/**
 * Read a document as if it were clean.
 *
 * The result's text is simplified and half-width, has no white space inside Chinese, no furniture, and one line break between
 * paragraphs; words that a line break tore apart are whole again. Sentences tile the paragraphs. Articles tile the original.
 */
export function clean(raw: RawDocument): Document {
  const lines = toLines(raw.text);
  const wrapped = isWrapped(lines);
  const out = new AlignedText();
  const paragraphs: { start: number; end: number; article: number; lines: readonly Line[] }[] = [];
  const starts = [0];
  let current: { start: number; lines: Line[] } | undefined;
  let ended = false;

  const close = (): void => {
    if (!current) return;
    if (out.length > current.start) {
      paragraphs.push({
        start: current.start,
        end: out.length,
        article: starts.length - 1,
        lines: current.lines,
      });
      const at = current.lines.at(-1)?.ends.at(-1) ?? 0;
      out.push('\n', at, at);
    }
    current = undefined;
  };

  for (const [i, line] of lines.entries()) {
    const previous = current?.lines.at(-1);
    if (isFurniture(line.text)) {
      close();
      continue;
    }
    if (!(previous && continues(previous, line, wrapped))) {
      close();
      if (ended && goesOn(lines, i)) starts.push(line.starts[0] ?? 0);
      ended = false;
    }
    current ??= { start: out.length, lines: [] };
    current.lines.push(line);
    append(out, line, current.start);
    if (hasClosingByline(line.text)) ended = true;
  }
  close();

  const { text, toOriginal } = out.finish();
  const sentences: Sentence[] = paragraphs.flatMap(({ start, end, article }, paragraph) =>
    splitSentences(text, start, end, { paragraph, article }),
  );
  const titles = new Map<number, string>();
  for (const { start, end, article } of paragraphs)
    if (!titles.has(article)) titles.set(article, text.slice(start, end));
  const articles = starts.map(
    (start, i): ArticlePart => ({
      ...(starts.length === 1 ? { ...findMetadata(lines), ...raw.metadata } : titleOf(titles.get(i))),
      id: i === 0 ? raw.id : `${raw.id}#${i + 1}`,
      start,
      end: starts[i + 1] ?? raw.text.length,
    }),
  );
  return { raw, text, sentences, articles, toOriginal };
}

/** Whether enough text for an article stands in the lines from the i-th on. */
function goesOn(lines: readonly Line[], from: number): boolean {
  let length = 0;
  for (let i = from; i < lines.length && length < SHORTEST_ARTICLE; i++) {
    const { text = '' } = lines[i] ?? {};
    if (!isFurniture(text)) length += text.length;
  }
  return length >= SHORTEST_ARTICLE;
}

/** A line without its furniture, and without the white space that no Latin words need. */
function append(out: AlignedText, line: Line, paragraphStart: number): void {
  const skip = findFurniture(line.text);
  let s = 0;
  let previous = paragraphStart < out.length ? 0x4e00 : 0;
  for (let i = 0; i < line.text.length; i++) {
    while (s < skip.length && (skip[s]?.[1] ?? 0) <= i) s++;
    const hidden = skip[s];
    if (hidden && i >= hidden[0]) continue;
    const code = line.text.charCodeAt(i);
    if (code === 0x20) {
      const next = line.text.charCodeAt(i + 1);
      if (!(isLatin(previous) && isLatin(next)) || isHan(previous) || isHan(next)) continue;
    }
    out.push(line.text[i] ?? '', line.starts[i] ?? 0, line.ends[i] ?? 0);
    previous = code;
  }
}

function isLatin(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0xc0 && code <= 0x24f)
  );
}

/** The headline of an article of a page: its first paragraph, if that is a short line. */
function titleOf(first = ''): { title?: string } {
  return first && first.length <= 40 && !/[。!?]$/u.test(first) ? { title: first } : {};
}
