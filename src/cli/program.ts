import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { type Flags, LANGUAGES, type Language, languageOf } from '../config/settings.ts';
import { print } from '../files/output.ts';
import { ENTITY_TYPES } from '../model/entity.ts';
import { YuantuError } from '../model/errors.ts';
import { VERDICTS } from '../model/judgement.ts';
import { RELATION_TYPES } from '../model/relation.ts';
import { VERSION } from '../package.ts';
import { type Context, createContext, type ExitCode } from './context.ts';
import type { DiffOptions } from './diff.ts';
import type { ExportFlags } from './export.ts';
import type { ExtractFlags } from './extract.ts';
import type { JudgeOptions, JudgeVerb } from './judge.ts';
import type { QueryFlags } from './query.ts';
import type { ReviewOptions } from './review.ts';
import { ROW_FORMATS } from './rows.ts';
import type { ServeOptions } from './serve.ts';
import { type Words, wordsOf } from './words.ts';

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
    process.stderr.write(`yuantu: ${describe(error)}\n`);
    return error instanceof YuantuError && error.code === 'NOT_FOUND' ? 1 : 2;
  }
}

type Run = (context: Context) => Promise<ExitCode>;

/** The commands, their arguments and options; `act` gives each its context. */
function createProgram(words: Words, act: (flags: Flags, run: Run) => Promise<void>): Command {
  const program = new Command('yuantu')
    .description(words.say('program'))
    .version(VERSION)
    .option('--store <url>', words.say('optionStore'))
    .option('--database <name>', words.say('optionDatabase'))
    .option('--lexicon <file>', words.say('optionLexicon'))
    .option('--judgements <file>', words.say('optionJudgements'))
    .addOption(new Option('--lang <language>', words.say('optionLang')).choices(LANGUAGES))
    .showSuggestionAfterError()
    .configureOutput({ writeOut: print })
    .exitOverride();
  // Settings may stand before or after the command's name.
  const add = (name: string, phrase: Parameters<Words['say']>[0]): Command =>
    program
      .command(name)
      .description(words.say(phrase))
      .option('--store <url>', words.say('optionStore'))
      .option('--database <name>', words.say('optionDatabase'))
      .option('--lexicon <file>', words.say('optionLexicon'))
      .option('--judgements <file>', words.say('optionJudgements'))
      .addOption(new Option('--lang <language>', words.say('optionLang')).choices(LANGUAGES));
  const run = (command: Command, work: Run): Promise<void> => act(flagsOf(command), work);

  add('build <path...>', 'build')
    .option('--source <name>', words.say('optionSource'))
    .option('--workers <number>', words.say('optionWorkers'), toWorkers)
    .action((paths: string[], options: { source?: string; workers?: number }, command: Command) =>
      run(command, async (context) => (await import('./build.ts')).runBuild(context, paths, options)),
    );
  add('remove [article...]', 'remove')
    .option('--source <name>', words.say('optionRemoveSource'))
    .action((articles: string[], options: { source?: string }, command: Command) =>
      run(command, async (context) => (await import('./build.ts')).runRemove(context, articles, options)),
    );
  add('diff [path...]', 'diff')
    .option('--source <name>', words.say('optionSource'))
    .option('--json', words.say('optionJson'))
    .option('--limit <number>', words.say('optionMost'), toCount)
    .action((paths: string[], options: DiffOptions, command: Command) =>
      run(command, async (context) => (await import('./diff.ts')).runDiff(context, paths, options)),
    );
  add('review', 'review')
    .option('--list', words.say('optionPairs'))
    .option('--json', words.say('optionJson'))
    .option('--limit <number>', words.say('optionMost'), toCount)
    .option('--by <name>', words.say('optionBy'))
    .action((options: ReviewOptions, command: Command) =>
      run(command, async (context) => (await import('./review.ts')).runReview(context, options)),
    );
  add('judge', 'judge')
    .addArgument(new Argument('<verdict>').choices([...VERDICTS, 'undo', 'list']))
    .argument('[thing...]')
    .option('--by <name>', words.say('optionBy'))
    .option('--why <reason>', words.say('optionWhy'))
    .addOption(new Option('--type <type>', words.say('optionType')).choices(ENTITY_TYPES))
    .addOption(new Option('--relation <type>', words.say('optionRelation')).choices(RELATION_TYPES))
    .option('--fact <name>', words.say('optionFact'))
    .option('--value <value>', words.say('optionValue'))
    .option('--right <right>', words.say('optionRight'))
    .option('--json', words.say('optionJson'))
    .action((verb: JudgeVerb, things: string[], options: JudgeOptions, command: Command) =>
      run(command, async (context) => (await import('./judge.ts')).runJudge(context, verb, things, options)),
    );
  add('extract <path...>', 'extract')
    .option('--out <folder>', words.say('optionOut'))
    .option('--workers <number>', words.say('optionWorkers'), toWorkers)
    .addOption(new Option('--explain', words.say('optionExplain')).conflicts(['out', 'workers']))
    .addOption(new Option('--all', words.say('optionExplainAll')).implies({ explain: true }))
    .addOption(new Option('--json', words.say('optionJson')).implies({ explain: true }))
    .action((paths: string[], options: ExtractFlags, command: Command) =>
      run(command, async (context) => (await import('./extract.ts')).runExtract(context, paths, options)),
    );
  add('query [statement]', 'query')
    .addOption(
      new Option('--format <format>', words.say('optionFormat')).choices(ROW_FORMATS).default('table'),
    )
    .option(
      '-p, --parameter <name=json>',
      words.say('optionParameter'),
      (one, all: string[]) => [...all, one],
      [],
    )
    .option('--write', words.say('optionWrite'))
    .option('--file <file>', words.say('optionFile'))
    .option('--out <file>', words.say('optionOutFile'))
    .option('--limit <number>', words.say('optionLimit'), toLimit)
    .action((statement: string | undefined, options: QueryFlags, command: Command) =>
      run(command, async (context) => (await import('./query.ts')).runQuery(context, statement, options)),
    );
  add('export <file>', 'export')
    .option('--format <format>', words.say('optionFormat'))
    .option('--all', words.say('optionAll'))
    .option('--no-text', words.say('optionNoText'))
    .option('--query <statement>', words.say('optionExportQuery'))
    .option('--ids <file>', words.say('optionIds'))
    .action((file: string, options: ExportFlags, command: Command) =>
      run(command, async (context) => (await import('./export.ts')).runExport(context, file, options)),
    );
  add('import <file>', 'import')
    .option('--replace', words.say('optionReplace'))
    .action((file: string, options: { replace?: boolean }, command: Command) =>
      run(command, async (context) => (await import('./import.ts')).runImport(context, file, options)),
    );
  for (const name of ['serve', 'start'] as const)
    add(name, name)
      .option('--port <number>', words.say('optionPort'), toPort)
      .option('--host <address>', words.say('optionHost'))
      .action((options: ServeOptions, command: Command) =>
        run(command, async (context) =>
          name === 'serve'
            ? (await import('./serve.ts')).runServe(context, options)
            : (await import('./start.ts')).runStart(context, options),
        ),
      );
  add('eval', 'eval')
    .option('--text <folder>', words.say('optionText'))
    .option('--gold <folder>', words.say('optionGold'))
    .option('--json', words.say('optionJson'))
    .option('--list', words.say('optionList'))
    .action((options: { text?: string; gold?: string; json?: boolean; list?: boolean }, command: Command) =>
      run(command, async (context) => (await import('./eval.ts')).runEval(context, options)),
    );
  add('dump <file>', 'dump')
    .option('--derived', words.say('optionDerived'))
    .action((file: string, options: { derived?: boolean }, command: Command) =>
      run(command, async (context) => (await import('./dump.ts')).runDump(context, file, options)),
    );
  add('restore <file>', 'restore').action((file: string, _: unknown, command: Command) =>
    run(command, async (context) => (await import('./dump.ts')).runRestore(context, file)),
  );
  return program;
}

function flagsOf(command: Command): Flags {
  const { store, database, lexicon, lang, judgements } = command.optsWithGlobals<Flags>();
  return {
    ...(store === undefined ? {} : { store }),
    ...(database === undefined ? {} : { database }),
    ...(lexicon === undefined ? {} : { lexicon }),
    ...(lang === undefined ? {} : { lang }),
    ...(judgements === undefined ? {} : { judgements }),
  };
}

/** The help is made before the flags are read, so its language is looked for by hand. */
function languageFrom(argv: readonly string[]): Language {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const given = argv[at]?.split('=')[1] ?? argv[at + 1];
  const named = at < 0 ? undefined : LANGUAGES.find((language) => language === given);
  return named ?? languageOf(process.env);
}

function toLimit(given: string): number {
  const limit = Number(given);
  if (Number.isInteger(limit) && limit >= 0) return limit;
  throw new InvalidArgumentError('0, 1, 2, …');
}

function toCount(given: string): number {
  const count = Number(given);
  if (Number.isInteger(count) && count > 0) return count;
  throw new InvalidArgumentError('1, 2, …');
}

function toPort(given: string): number {
  const port = Number(given);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidArgumentError('0 - 65535');
}

function toWorkers(given: string): number {
  const workers = Number(given);
  if (Number.isInteger(workers) && workers >= 1 && workers <= 256) return workers;
  throw new InvalidArgumentError('1 - 256');
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (process.env.YUANTU_DEBUG) return error.stack ?? error.message;
  return error.message.split('\n')[0] ?? '';
}
