import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { YuantuError } from '../model/errors.ts';

const Whole = z.int().min(1);

/** What a file of settings may say. Tokens are secrets: the file should be its owner's alone to read. */
const ConfigFile = z.strictObject({
  store: z.string().optional(),
  database: z.string().optional(),
  user: z.string().optional(),
  password: z.string().optional(),
  lexicon: z.string().optional(),
  lang: z.string().optional(),
  host: z.string().optional(),
  port: z.int().min(0).max(65_535).optional(),
  hosts: z.array(z.string()).optional(),
  tokens: z
    .strictObject({
      reader: z.string().optional(),
      reviewer: z.string().optional(),
      editor: z.string().optional(),
    })
    .optional(),
  log: z.enum(['error', 'warn', 'info']).optional(),
  rate: Whole.optional(),
  concurrency: Whole.optional(),
  read: z
    .strictObject({
      seconds: Whole.optional(),
      memory: Whole.optional(),
      unpacked: Whole.optional(),
      pages: Whole.optional(),
      depth: Whole.optional(),
    })
    .optional(),
});

export type ConfigFile = z.infer<typeof ConfigFile>;

/**
 * The settings in a file.
 *
 * @throws {YuantuError} SETTING when it is missing, no JSON, or says what there is no setting for.
 */
export function readConfigFile(file: string): ConfigFile {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new YuantuError('SETTING', `${file}: cannot be read as JSON: ${(cause as Error).message}`, {
      cause,
    });
  }
  const checked = ConfigFile.safeParse(value);
  if (checked.success) return checked.data;
  const wrong = checked.error.issues.map(
    ({ path: at, message }) => `${at.join('.') || 'settings'}: ${message}`,
  );
  throw new YuantuError('SETTING', `${file}: ${wrong.join('; ')}`);
}
