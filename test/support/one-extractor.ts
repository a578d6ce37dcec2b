type Extract = typeof import('../../src/extract/document.ts');

/** The module with an extractor that is made once for a file of tests: loading the dictionary takes a second and more. */
export function withOneExtractor({ createExtractor, ...rest }: Extract): Extract {
  let one: ReturnType<typeof createExtractor> | undefined;
  return {
    ...rest,
    createExtractor: (...given) => {
      one ??= createExtractor(...given);
      return one;
    },
  };
}
