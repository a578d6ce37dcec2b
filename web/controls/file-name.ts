/** Letters that file systems refuse, and spaces. */
const REFUSED = /[\\/:*?"<>|\s“”]+/gu;

/** Letters of what tells one file from another. */
const MOST = 60;

/** A name for a file of a view, by what narrows it: `yuantu-宜春经开区-建设中`. What is not narrowed is `yuantu`. */
export function fileNameOf(parts: readonly string[], ending: string): string {
  const told = Array.from(
    parts
      .map((part) => part.replace(REFUSED, ''))
      .filter(Boolean)
      .join('-'),
  );
  const name = ['yuantu', told.slice(0, MOST).join('')].filter(Boolean).join('-');
  return `${name}.${ending}`;
}
