import type { Extension } from './walk.ts';

/** Kinds of file that hold one text, by extension. */
export type Kind = Exclude<Extension, '.jsonl' | '.csv' | '.xlsx'>;

/** What a file of each kind begins with, whatever it is called. */
const SIGNS: readonly (readonly [kind: Kind, sign: RegExp])[] = [
  ['.docx', /^PK\p{Cc}{2}/u],
  ['.rtf', /^\{\\rtf/u],
  ['.pdf', /^%PDF-/u],
  ['.doc', /^\xd0\xcf.\xe0\xa1\xb1.\xe1/su],
  ['.mhtml', /^(?:From: <Saved by|MIME-Version: 1\.0\r?\n|Snapshot-Content-Location:)/iu],
  [
    '.html',
    /^(?:\xef\xbb\xbf)?\s{0,99}(?:<\?xml[^>]{0,200}>\s{0,99})?(?:<!doctype\s{1,9}html|<(?:html|p|div|section|article|h[1-6])(?:>|\s{1,9}(?:>|[a-z:-]{2,20}=)))/iu,
  ],
];

/** Names under which other kinds are found: what Word opens has no other, and pages are kept as text. */
const ELSE: Readonly<Partial<Record<Kind, readonly Kind[]>>> = {
  '.doc': ['.docx', '.rtf', '.pdf', '.mhtml', '.html'],
  '.wps': ['.docx', '.rtf', '.pdf', '.mhtml', '.html'],
  '.docx': ['.doc', '.rtf', '.mhtml', '.html'],
  '.rtf': ['.docx', '.doc', '.mhtml', '.html'],
  '.txt': ['.docx', '.rtf', '.pdf', '.doc', '.mhtml', '.html'],
  '.html': ['.mhtml', '.pdf'],
  '.htm': ['.mhtml', '.pdf'],
};

/** What Office writes of a document that it locked. */
const LOCKED = Buffer.from('EncryptedPackage', 'utf16le');

/** The kind that a file is by how it begins, where its name tells another one under which it may be found. */
export function kindOf(named: Kind, bytes: Uint8Array): Kind {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 600)).toString('latin1');
  const [kind] = SIGNS.find(([, sign]) => sign.test(head)) ?? [];
  return kind !== undefined && ELSE[named]?.includes(kind) && !isLocked(bytes) ? kind : named;
}

/** Whether it is an Office document that is locked by a password: these lie in a container of old Office. */
export function isLocked(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(LOCKED);
}
