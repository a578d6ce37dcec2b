/** Marks of a page in a text: the end of an element, a line break, or a character by its name. */
const MARK =
  /<(?:\/(?:p|div|section|article|table|h[1-6]|li|span|strong|b|font|a)|br\s?\/?)>|&(?:nbsp|[lr]dquo|[lr]squo|mdash|middot|hellip|quot|e[mn]sp);/iu;

/** Elements that begin lines of their own. */
const BLOCK = /<\/(?:p|div|section|article|table|h[1-6]|li)>/iu;

/** Whether a text is a piece of a page, as the databases of sites keep their articles. */
export const hasMarkup = (text: string): boolean => MARK.test(text);

/** A text with marks as a piece of a page: where it has no elements for its paragraphs, its line ends part them. */
export function toPiece(text: string): Buffer {
  return Buffer.from(BLOCK.test(text) ? text : text.replace(/\r\n|\r|\n/gu, '<br>'));
}
