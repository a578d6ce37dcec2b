/** A phase of something that is built in several: 一期, 第二期, 3期, 首期, (二期). For use within other patterns. */
export const PHASE = '[(（]?第?(?:[一二三四五六七八九十]{1,3}|\\d{1,2}|首)期[)）]?';
