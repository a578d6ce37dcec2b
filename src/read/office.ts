import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { writeWhole } from '../files/write.ts';
import { YuantuError } from '../model/errors.ts';
import type { ReadLimits } from '../model/read-limits.ts';
import { readDocx } from './docx.ts';

/** What LibreOffice is called, where it is installed. */
const PROGRAMS = ['soffice', 'libreoffice'];

/** Of the time that a document may take, the share that LibreOffice has: its own process must end before the reader's is ended. */
const SHARE = 0.8;

const run = promisify(execFile);

/**
 * The text of a document that only LibreOffice reads, of old Word (`.doc`) or of WPS (`.wps`): it makes a `.docx` of it, in a
 * folder and with a profile of its own that are taken away again.
 *
 * @throws {YuantuError} `INPUT` when LibreOffice is not installed, takes too long or can make nothing of it, and as `readDocx` does.
 */
export async function readByOffice(
  bytes: Uint8Array,
  limits: ReadLimits,
  extension: '.doc' | '.wps',
): Promise<Awaited<ReturnType<typeof readDocx>>> {
  const home = await mkdtemp(join(tmpdir(), 'yuantu-office-'));
  try {
    const file = join(home, `document${extension}`);
    await writeWhole(file, [bytes]);
    await convert(file, home, limits);
    const made = await readFile(join(home, 'document.docx')).catch(() => undefined);
    if (made === undefined) throw new YuantuError('INPUT', 'LibreOffice can make nothing of it');
    return await readDocx(made, limits);
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

async function convert(file: string, home: string, { seconds }: ReadLimits): Promise<void> {
  const profile = `-env:UserInstallation=${pathToFileURL(join(home, 'profile'))}`;
  const args = [profile, '--headless', '--convert-to', 'docx', '--outdir', home, file];
  for (const program of PROGRAMS)
    try {
      await run(program, args, { timeout: seconds * 1000 * SHARE, killSignal: 'SIGKILL' });
      return;
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'ENOENT') continue;
      const isLate = (cause as { killed?: boolean }).killed === true;
      const reason = isLate
        ? `LibreOffice takes more than ${seconds} s`
        : 'LibreOffice can make nothing of it';
      throw new YuantuError('INPUT', reason, { cause });
    }
  throw new YuantuError('INPUT', 'is read by LibreOffice, which is not installed; save it as .docx');
}
