import { type FileAccount, PASSED_REASONS, type Rejected } from '../model/article.ts';
import type { Context } from './context.ts';

/** Names that are listed of what is passed over for one reason. */
const MOST_LISTED = 20;

/** Says on standard error what was set aside, each with its reason, what was passed over, by reason, and what was mended. */
export function tellFiles(
  { words, tell }: Context,
  files: FileAccount | undefined,
  rejected: readonly Rejected[],
): void {
  for (const why of PASSED_REASONS) {
    const places = files?.passedOver.flatMap((one) => (one.why === why ? [one.place] : [])) ?? [];
    const more = places.length > MOST_LISTED ? `, … ${places.length - MOST_LISTED}` : '';
    if (places.length > 0)
      tell(words.labelled(`${why}Entries`, `${places.slice(0, MOST_LISTED).join(', ')}${more}`));
  }
  for (const { place, note } of files?.notes ?? [])
    tell(words.labelled('noted', `${place}: ${words.told(note)}`));
  for (const { place, reason } of rejected)
    tell(words.labelled('rejected', `${place}: ${words.told(reason)}`));
}
