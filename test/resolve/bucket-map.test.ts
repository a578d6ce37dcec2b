import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BucketMap } from '../../src/resolve/bucket-map.ts';

const BANDS = 3;
// Few numbers, so that articles meet.
const ROWS = fc.array(fc.tuple(fc.nat(4), fc.nat(4), fc.nat(40)), { minLength: 1, maxLength: 60 });

it('holds the articles of each bucket as a map would, whatever comes and goes', () => {
  fc.assert(
    fc.property(ROWS, fc.infiniteStream(fc.boolean()), (rows, isGoing) => {
      const numbers = rows.flat();
      const map = new BucketMap({
        bands: BANDS,
        numberAt: (place) => numbers[place] as number,
        articleAt: (place) => `a${Math.floor(place / BANDS)}`,
        // One that came from elsewhere has no place.
        placeOf: (article, band) => (article === 'a0' ? undefined : Number(article.slice(1)) * BANDS + band),
      });
      const expected = new Map<string, string[]>();
      const change = (row: number, to: (articles: string[]) => string[]) => {
        for (let band = 0; band < BANDS; band++) {
          const number = numbers[row * BANDS + band] as number;
          const articles = to(map.get(band, number) ?? []);
          if (articles.length === 0) map.delete(band, number);
          else map.set(band, number, articles);
          const key = `${band} ${number}`;
          if (articles.length === 0) expected.delete(key);
          else expected.set(key, articles);
        }
      };
      for (const row of rows.keys()) {
        change(row, (articles) => [...articles, `a${row}`]);
        if (isGoing.next().value) change(row, (articles) => articles.filter((one) => one !== `a${row}`));
      }
      for (let band = 0; band < BANDS; band++)
        for (let number = 0; number <= 40; number++)
          expect(map.get(band, number)).toEqual(expected.get(`${band} ${number}`));
    }),
  );
});

it('grows with what it holds', () => {
  const many = 5000;
  const map = new BucketMap({
    bands: 1,
    numberAt: (place) => place * 7 - many,
    articleAt: (place) => `a${place}`,
    placeOf: (article) => Number(article.slice(1)),
  });
  for (let i = 0; i < many; i++) map.set(0, i * 7 - many, [`a${i}`]);
  for (let i = 0; i < many; i += 2) map.delete(0, i * 7 - many);
  for (let i = 0; i < many; i++)
    expect(map.get(0, i * 7 - many)).toEqual(i % 2 === 0 ? undefined : [`a${i}`]);
});
