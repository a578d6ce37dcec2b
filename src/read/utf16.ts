/** Units of which so many are ones that Chinese news holds are UTF-16. */
const LEAST_PLAUSIBLE = 0.9;

/** Units that are looked at. */
const MOST = 20_000;

/**
 * The order of UTF-16 without a mark: undefined where the bytes are no UTF-16.
 *
 * Chinese news is nearly all Han characters, its punctuation and ASCII; bytes of another encoding, or of the other order, that are
 * taken in pairs make such units seldom. Two letters of ASCII make a Han character as well, so that line ends, digits, blanks or
 * Chinese punctuation must be among the units too.
 */
export function findUtf16Order(bytes: Uint8Array): 'UTF-16LE' | 'UTF-16BE' | undefined {
  if (bytes.length < 4) return undefined;
  const little = shareOf(bytes, 0);
  const big = shareOf(bytes, 1);
  const [best, other] = little >= big ? [little, big] : [big, little];
  if (best < LEAST_PLAUSIBLE || best - other < 0.2) return undefined;
  return best === little ? 'UTF-16LE' : 'UTF-16BE';
}

/**
 * Where a byte of UTF-16 was lost, in bytes of odd length: what is left of its unit. Behind it all units are of the wrong bytes, so that
 * it stands where most are plausible once it is out; in a text that is cut off that is the last byte.
 */
export function findLostByte(bytes: Uint8Array, order: string): number {
  const first = order === 'UTF-16LE' ? 0 : 1;
  const isPlausible = (at: number): boolean => {
    const unit = (bytes[at + first] ?? 0) | ((bytes[at + 1 - first] ?? 0) << 8);
    return isText(unit) || isChinese(unit);
  };
  let after = 0;
  for (let at = 1; at + 1 < bytes.length; at += 2) if (isPlausible(at)) after++;
  let [best, most, before] = [0, after, 0];
  for (let at = 0; at + 2 < bytes.length; at += 2) {
    if (isPlausible(at)) before++;
    if (isPlausible(at + 1)) after--;
    if (before + after >= most) [best, most] = [at + 2, before + after];
  }
  return best;
}

/** The share of plausible units; 0 where none of them is ASCII or Chinese punctuation, or most bytes are ASCII themselves. */
function shareOf(bytes: Uint8Array, first: 0 | 1): number {
  const units = Math.min(bytes.length >> 1, MOST);
  let [plausible, anchors, ascii] = [0, 0, 0];
  for (let i = 0; i < units; i++) {
    const [low, high] = [bytes[2 * i + first] ?? 0, bytes[2 * i + 1 - first] ?? 0];
    const unit = low | (high << 8);
    if (isText(low) && isText(high)) ascii++;
    const isAscii = isText(unit);
    if (isAscii || isPunctuation(unit)) anchors++;
    if (isAscii || isChinese(unit)) plausible++;
  }
  return anchors === 0 || ascii * 2 > units ? 0 : plausible / units;
}

/** Whether a unit is printable ASCII, a tab or a line end. */
const isText = (unit: number): boolean =>
  (unit >= 0x20 && unit < 0x7f) || unit === 9 || unit === 10 || unit === 13;

/** Whether a unit is punctuation of Chinese. */
const isPunctuation = (unit: number): boolean =>
  (unit >= 0x3000 && unit <= 0x301f) || (unit >= 0xff01 && unit <= 0xff1f);

/** Whether a unit is a Han character or goes with them, or is of Japanese or Korean. */
const isChinese = (unit: number): boolean =>
  isPunctuation(unit) ||
  (unit >= 0x4e00 && unit <= 0x9fa5) ||
  (unit >= 0x2010 && unit <= 0x2026) ||
  (unit >= 0x3041 && unit <= 0x30fe) ||
  (unit >= 0xac00 && unit <= 0xd7a3);
