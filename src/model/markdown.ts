/** Text that Markdown takes for text. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/gu, '\\$&');
}

/** Whether something is an address that a page may lead to, and that ends where it seems to. */
export function isWebAddress(url: string | undefined): url is string {
  return /^https?:\/\/[^\s<>]{1,2000}$/u.test(url ?? '');
}
