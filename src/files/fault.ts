import { YuantuError } from '../model/errors.ts';

/** What the system's errors mean to whoever gave the path. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'this user may not do that there',
  EDQUOT: 'the quota of this user is used up',
  EFBIG: 'it would be larger than files may be',
  EIO: 'the disk failed',
  EISDIR: 'it is a folder',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its path is too long',
  ENOENT: 'there is no such file or folder',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of its path is no folder',
  EPERM: 'this user may not do that there',
  EPIPE: 'whoever read it has gone',
  EROFS: 'the disk is read-only',
};

/** An error of the system in plain words; what has none is told as the system does. */
export function reasonOf(error: unknown): string {
  const { code = '', message = String(error) } = (error ?? {}) as Partial<NodeJS.ErrnoException>;
  return REASONS[code] ?? message;
}

/** That a file, or standard output, could not be written, and why; errors of our own stay as they are. */
export function cannotWrite(place: string, cause: unknown): YuantuError {
  if (cause instanceof YuantuError) return cause;
  return new YuantuError('FILE', `${place}: cannot be written: ${reasonOf(cause)}`, { cause });
}
