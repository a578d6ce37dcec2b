/** Forms that differ only in width, white space, quotes or letter case have one normal form. */
export function normaliseForm(form: string): string {
  return form
    .normalize('NFKC')
    .replace(/[\s“”"'‘’「」『』]/gu, '')
    .toLowerCase();
}
