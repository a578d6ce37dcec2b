import { Argument, Command, type HelpConfiguration, InvalidArgumentError, Option } from 'commander';
import { type Flags, LANGUAGES } from '../config/settings.ts';
import { print } from '../files/output.ts';
import { BANDS } from '../model/certainty.ts';
import { ENTITY_TYPES } from '../model/entity.ts';
import { ARTICLE_PROPERTIES, VERDICTS } from '../model/judgement.ts';
import { RELATION_TYPES } from '../model/relation.ts';
import { VERSION } from '../package.ts';
import { KINDS } from '../resolve/rules.ts';
import type { BuildFlags } from './build.ts';
import { CITATION_FORMATS, type CiteOptions } from './cite.ts';
import type { Context, ExitCode } from './context.ts';
import type { DiffOptions } from './diff.ts';
import { DIGEST_FORMATS, type DigestOptions } from './digest.ts';
import type { ExportFlags } from './export.ts';
import type { ExtractFlags } from './extract.ts';
import type { FetchFlags } from './fetch.ts';
import type { JudgeOptions, JudgeVerb } from './judge.ts';
import type { QueryFlags } from './query.ts';
import type { ReviewOptions } from './review.ts';
import { ROW_FORMATS } from './rows.ts';
import type { ServeOptions } from './serve.ts';
import type { SpreadFlags, SpreadStep } from './spread.ts';
import type { Words } from './words.ts';

/** What a command does, with what it works with. */
export type Run = (context: Context) => Promise<ExitCode>;

/** How commands are added. */
interface Adding {
  /** A new command, with the settings that every one takes: they may stand before or after its name. */
  readonly add: (name: string, phrase: Parameters<Words['say']>[0]) => Command;
  readonly run: (command: Command, work: Run) => Promise<void>;
  readonly say: Words['say'];
}

/** The commands, their arguments and options; `act` gives each its context. */
export function createProgram(words: Words, act: (flags: Flags, run: Run) => Promise<void>): Command {
  const { say } = words;
  const withSettings = (command: Command): Command =>
    command
      .option('--store <url>', say('optionStore'))
      .option('--database <name>', say('optionDatabase'))
      .option('--lexicon <file>', say('optionLexicon'))
      .option('--judgements <file>', say('optionJudgements'))
      .addOption(new Option('--lang <language>', say('optionLang')).choices(LANGUAGES));
  const program = withSettings(
    new Command('yuantu')
      .description(say('program'))
      .version(VERSION, '-V, --version', say('version'))
      .helpOption('-h, --help', say('help'))
      .helpCommand('help [command]', say('help')),
  )
    .showSuggestionAfterError()
    .configureHelp(helpIn(words))
    .configureOutput({
      writeOut: print,
      outputError: (text, write) => write(text.split('\n').map(words.told).join('\n')),
    })
    .exitOverride();
  const adding: Adding = {
    say,
    add: (name, phrase) => withSettings(program.command(name).description(say(phrase))),
    run: (command, work) => act(flagsOf(command), work),
  };
  const all = [addBuilding, addJudging, addExtracting, addSpreading, addAsking, addFiles, addServing];
  for (const addCommands of all) addCommands(adding);
  return program;
}

/** What the help says by itself, in the language of the rest. */
function helpIn({ language, told, labelled, say }: Words): HelpConfiguration {
  const [open, close] = language === 'zh' ? ['（', '）'] : [' (', ')'];
  const withMore = (description: string, choices: readonly string[] = [], byDefault?: unknown) => {
    const more = [
      ...(choices.length > 0 ? [labelled('choices', choices.join(say('comma')))] : []),
      ...(typeof byDefault === 'string' ? [labelled('byDefault', byDefault)] : []),
    ];
    const end = more.length > 0 ? `${open}${more.join(language === 'zh' ? '；' : ', ')}${close}` : '';
    return `${description}${end}`.trimStart();
  };
  return {
    styleTitle: told,
    optionDescription: (option) => withMore(option.description, option.argChoices, option.defaultValue),
    argumentDescription: (argument) => withMore(argument.description, argument.argChoices),
  };
}

/** What changes the graph, and what it would change. */
function addBuilding({ add, run, say }: Adding): void {
  add('build <path...>', 'build')
    .option('--source <name>', say('optionSource'))
    .option('--workers <number>', say('optionWorkers'), toWorkers)
    .option('--watch', say('optionWatch'))
    .action((paths: string[], options: BuildFlags, command: Command) =>
      run(command, async (context) => (await import('./build.ts')).runBuild(context, paths, options)),
    );
  add('fetch <url...>', 'fetch')
    .requiredOption('--into <folder>', say('optionInto'))
    .option('--delay <seconds>', say('optionDelay'), toCount)
    .option('--private', say('optionPrivate'))
    .action((addresses: string[], options: FetchFlags, command: Command) =>
      run(command, async (context) => (await import('./fetch.ts')).runFetch(context, addresses, options)),
    );
  add('remove [article...]', 'remove')
    .option('--source <name>', say('optionRemoveSource'))
    .action((articles: string[], options: { source?: string }, command: Command) =>
      run(command, async (context) => (await import('./build.ts')).runRemove(context, articles, options)),
    );
  add('diff [path...]', 'diff')
    .option('--source <name>', say('optionSource'))
    .option('--json', say('optionJson'))
    .option('--limit <number>', say('optionMost'), toCount)
    .action((paths: string[], options: DiffOptions, command: Command) =>
      run(command, async (context) => (await import('./diff.ts')).runDiff(context, paths, options)),
    );
}

/** What people say of names and of what articles are made to say. */
function addJudging({ add, run, say }: Adding): void {
  add('review', 'review')
    .option('--list', say('optionPairs'))
    .option('--json', say('optionJson'))
    .option('--limit <number>', say('optionMost'), toCount)
    .option('--by <name>', say('optionBy'))
    .action((options: ReviewOptions, command: Command) =>
      run(command, async (context) => (await import('./review.ts')).runReview(context, options)),
    );
  add('judge', 'judge')
    .addArgument(new Argument('<verdict>').choices([...VERDICTS, 'add', 'article', 'undo', 'list']))
    .argument('[thing...]')
    .option('--by <name>', say('optionBy'))
    .option('--why <reason>', say('optionWhy'))
    .addOption(new Option('--type <type>', say('optionType')).choices(ENTITY_TYPES))
    .addOption(new Option('--relation <type>', say('optionRelation')).choices(RELATION_TYPES))
    .option('--fact <name>', say('optionFact'))
    .option('--value <value>', say('optionValue'))
    .option('--right <right>', say('optionRight'))
    .option('--right-from <thing>', say('optionRightFrom'))
    .option('--right-to <thing>', say('optionRightTo'))
    .option('--article <id>', say('optionQuoted'))
    .option('--quote <text>', say('optionQuote'))
    .addOption(new Option('--property <name>', say('optionProperty')).choices(ARTICLE_PROPERTIES))
    .option('--json', say('optionJson'))
    .action((verb: JudgeVerb, things: string[], options: JudgeOptions, command: Command) =>
      run(command, async (context) => (await import('./judge.ts')).runJudge(context, verb, things, options)),
    );
}

/** What articles say, and how well that is read. */
function addExtracting({ add, run, say }: Adding): void {
  add('extract <path...>', 'extract')
    .option('--out <folder>', say('optionOut'))
    .option('--workers <number>', say('optionWorkers'), toWorkers)
    .addOption(new Option('--judged <source>', say('optionReadAsJudged')).conflicts(['out', 'explain']))
    .addOption(new Option('--explain', say('optionExplain')).conflicts(['out', 'workers']))
    .addOption(new Option('--all', say('optionExplainAll')).implies({ explain: true }))
    .addOption(new Option('--json', say('optionJson')).implies({ explain: true }))
    .action((paths: string[], options: ExtractFlags, command: Command) =>
      run(command, async (context) => (await import('./extract.ts')).runExtract(context, paths, options)),
    );
  add('examples [folder...]', 'examples')
    .option('--judged', say('optionJudged'))
    .action((folders: string[], options: { judged?: boolean }, command: Command) =>
      run(command, async (context) => (await import('./examples.ts')).runExamples(context, folders, options)),
    );
  add('eval', 'eval')
    .option('--text <folder>', say('optionText'))
    .option('--gold <folder>', say('optionGold'))
    .option('--json', say('optionJson'))
    .option('--list', say('optionList'))
    .action((options: { text?: string; gold?: string; json?: boolean; list?: boolean }, command: Command) =>
      run(command, async (context) => (await import('./eval.ts')).runEval(context, options)),
    );
}

/** The steps after extraction, for an engine that spreads them: JSON Lines to JSON Lines. */
function addSpreading({ add, run, say }: Adding): void {
  const input = new Argument('<input>', say('optionPipe')).choices(['-']);
  const addStep = (name: SpreadStep): Command =>
    add(name, name)
      .addArgument(input)
      .action((_: string, options: SpreadFlags, command: Command) =>
        run(command, async (context) => (await import('./spread.ts')).runSpread(context, name, options)),
      );
  addStep('names')
    .option('--source <name>', say('optionSource'))
    .addOption(new Option('--kinds <kind...>', say('optionKinds')).choices(KINDS))
    .addOption(new Option('--zones', say('optionZones')).conflicts('kinds'));
  addStep('resolve');
  addStep('relate')
    .option('--source <name>', say('optionSource'))
    .option('--columns', say('optionColumns'))
    .addOption(new Option('--rows', say('optionRows')).conflicts('columns'));
}

/** Questions in Cypher, what is new, and what something rests on. */
function addAsking({ add, run, say }: Adding): void {
  add('query [statement]', 'query')
    .addOption(new Option('--format <format>', say('optionFormat')).choices(ROW_FORMATS).default('table'))
    .option('-p, --parameter <name=json>', say('optionParameter'), (one, all: string[]) => [...all, one], [])
    .option('--write', say('optionWrite'))
    .option('--file <file>', say('optionFile'))
    .option('--out <file>', say('optionOutFile'))
    .option('--limit <number>', say('optionLimit'), toLimit)
    .option('--mark', say('optionMark'))
    .option('--no-mark', say('optionNoMark'))
    .action((statement: string | undefined, options: QueryFlags, command: Command) =>
      run(command, async (context) => (await import('./query.ts')).runQuery(context, statement, options)),
    );
  add('digest', 'digest')
    .requiredOption('--since <date>', say('optionSince'))
    .option('--about <name...>', say('optionAbout'))
    .addOption(new Option('--format <format>', say('optionFormat')).choices(DIGEST_FORMATS).default('md'))
    .action((options: DigestOptions, command: Command) =>
      run(command, async (context) => (await import('./digest.ts')).runDigest(context, options)),
    );
  add('cite <id...>', 'cite')
    .addOption(new Option('--format <format>', say('optionFormat')).choices(CITATION_FORMATS).default('text'))
    .option('--span <start-end>', say('optionSpan'))
    .action((ids: string[], options: CiteOptions, command: Command) =>
      run(command, async (context) => (await import('./cite.ts')).runCite(context, ids, options)),
    );
}

/** Graph files, out and in. */
function addFiles({ add, run, say }: Adding): void {
  add('export <file>', 'export')
    .option('--format <format>', say('optionFormat'))
    .option('--all', say('optionAll'))
    .option('--no-text', say('optionNoText'))
    .addOption(new Option('--certainty <band>', say('optionCertainty')).choices(BANDS))
    .option('--query <statement>', say('optionExportQuery'))
    .option('--ids <file>', say('optionIds'))
    .option('--mark', say('optionMark'))
    .option('--no-mark', say('optionNoMark'))
    .action((file: string, options: ExportFlags, command: Command) =>
      run(command, async (context) => (await import('./export.ts')).runExport(context, file, options)),
    );
  add('import <file>', 'import')
    .option('--replace', say('optionReplace'))
    .action((file: string, options: { replace?: boolean }, command: Command) =>
      run(command, async (context) => (await import('./import.ts')).runImport(context, file, options)),
    );
  add('dump <file>', 'dump')
    .option('--derived', say('optionDerived'))
    .action((file: string, options: { derived?: boolean }, command: Command) =>
      run(command, async (context) => (await import('./dump.ts')).runDump(context, file, options)),
    );
  add('restore <file>', 'restore').action((file: string, _: unknown, command: Command) =>
    run(command, async (context) => (await import('./dump.ts')).runRestore(context, file)),
  );
}

/** The API and the explorer. */
function addServing({ add, run, say }: Adding): void {
  for (const name of ['serve', 'start'] as const)
    add(name, name)
      .option('--port <number>', say('optionPort'), toPort)
      .option('--host <address>', say('optionHost'))
      .action((options: ServeOptions, command: Command) =>
        run(command, async (context) =>
          name === 'serve'
            ? (await import('./serve.ts')).runServe(context, options)
            : (await import('./start.ts')).runStart(context, options),
        ),
      );
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
