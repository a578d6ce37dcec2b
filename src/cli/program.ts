import { CommanderError } from 'commander';
import { LANGUAGES, type Language, languageOf } from '../config/settings.ts';
import { YuantuError } from '../model/errors.ts';
import { createProgram } from './commands.ts';
import { createContext, type ExitCode } from './context.ts';
import { wordsOf } from './words.ts';

const INTERRUPTED = 130;

/** Runs the command line; resolves to the exit code. `signal` stops it, with 130. */
export async function runProgram(argv: readonly string[], signal: AbortSignal): Promise<number> {
  const words = wordsOf(languageFrom(argv));
  let code: ExitCode = 0;
  const program = createProgram(words, async (flags, run) => {
    code = await run(await createContext(flags, signal));
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return signal.aborted && code !== 0 ? INTERRUPTED : code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (signal.aborted) {
      process.stderr.write(`${words.say('stopped')}\n`);
      return INTERRUPTED;
    }
    process.stderr.write(`yuantu: ${words.told(describe(error))}\n`);
    return error instanceof YuantuError && error.code === 'NOT_FOUND' ? 1 : 2;
  }
}

/** The help is made before the flags are read, so its language is looked for by hand. */
function languageFrom(argv: readonly string[]): Language {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const given = argv[at]?.split('=')[1] ?? argv[at + 1];
  const named = at < 0 ? undefined : LANGUAGES.find((language) => language === given);
  return named ?? languageOf(process.env);
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (process.env.YUANTU_DEBUG) return error.stack ?? error.message;
  return error.message.split('\n')[0] ?? '';
}
