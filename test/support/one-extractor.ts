type Open = typeof import('../../src/extract/open.ts');

/** The module with an extractor that is made once for a file of tests: loading dictionary and model takes seconds. */
export function withOneExtractor({ openExtractor, ...rest }: Open): Open {
  let one: ReturnType<typeof openExtractor> | undefined;
  return {
    ...rest,
    openExtractor: (seeds) => {
      one ??= openExtractor(seeds);
      return one;
    },
  };
}
