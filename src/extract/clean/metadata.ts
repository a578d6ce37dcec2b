import type { ArticleMetadata } from '../../model/article.ts';
import { toIsoDate } from '../../model/day.ts';
import { isFurniture } from './boilerplate.ts';
import type { Line } from './line.ts';

const DATE = /(\d{4})(?:年|-|\/)(\d{1,2})(?:月|-|\/)(\d{1,2})/u;
const OUTLET = /来源[::]\s*([\p{Script=Han}A-Za-z]{2,10})/u;
const WIRE =
  /^[^。]{0,12}?([\p{Script=Han}]{2,6}(?:日报|晚报|早报|时报|新闻|新华社|社))[\p{Script=Han}]{0,10}?(?:讯|电)/u;
const HEAD = 6;
/** A headline has so many characters; the first line may be one with less. */
const [SHORTEST, SHORTEST_FIRST] = [6, 4];

/** What the head of an article's own text tells: headline, date of publication (ISO), outlet. What it does not tell is absent. */
export function findMetadata(lines: readonly Line[]): ArticleMetadata {
  const head = lines.slice(0, HEAD).map((line) => line.text.slice(0, 120));
  const title = lines.find(
    (line) =>
      !isFurniture(line.text) &&
      line.text.length >= (line === lines[0] ? SHORTEST_FIRST : SHORTEST) &&
      line.text.length <= 60 &&
      !/[。,;]$|正文:|来源:|网$|>/u.test(line.text),
  )?.text;
  const published = head
    .map((line) => DATE.exec(/^.{0,40}$|^.{0,40}正文:|^.{0,24}来源/u.exec(line)?.[0] ?? ''))
    .map((stamp) => stamp && toIsoDate(Number(stamp[1]), Number(stamp[2]), Number(stamp[3])))
    .find((date) => typeof date === 'string');
  const outlet = head
    .map((line) => OUTLET.exec(line)?.[1] ?? WIRE.exec(line)?.[1])
    .find((name) => name !== undefined);
  return {
    ...(title !== undefined && lines.length > 1 ? { title: title.replace(/^原标题:/u, '') } : {}),
    ...(published === undefined ? {} : { published }),
    ...(outlet !== undefined ? { outlet } : {}),
  };
}
