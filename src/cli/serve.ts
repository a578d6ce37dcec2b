import { join } from 'node:path';
import { VERSION } from '../package.ts';
import type { Store } from '../store/store.ts';
import type { Context, ExitCode } from './context.ts';
import { folderOf } from './folder.ts';

export interface ServeOptions {
  /** A given port that is taken is an error; the default one moves up. */
  readonly port?: number;
  readonly host?: string;
}

const DEFAULT_PORT = 7676;

/** Serves the API and the explorer until it is told to stop. */
export async function runServe(context: Context, options: ServeOptions): Promise<ExitCode> {
  const store = await context.openStore();
  try {
    return await serveStore(context, store, options);
  } finally {
    await store.close();
  }
}

/** Serves an open store, and lets the other commands work through this process while it holds it. */
export async function serveStore(context: Context, held: Store, options: ServeOptions): Promise<ExitCode> {
  const { config, signal, words, print, tell } = context;
  const [{ startServer }, { shareStore }, { watchStore }, { prepareToAsk }] = await Promise.all([
    import('../server/index.ts'),
    import('../store/shared/host.ts'),
    import('../store/watched.ts'),
    import('../answer/open.ts'),
  ]);
  const store = watchStore(held);
  await prepareToAsk(store);
  const { review, session, open, close } = await context.review(store, true);
  const { host = config.server.host, port = config.server.port } = options;
  const { hosts, tokens, log, rate, concurrency } = config.server;
  const server = await startServer({
    store,
    review,
    port: port ?? DEFAULT_PORT,
    strictPort: port !== undefined,
    version: VERSION,
    saved: join(folderOf(config), 'saved.json'),
    async add(paths, source, onProgress) {
      const [{ addFiles }, opened] = await Promise.all([import('../collect/build.ts'), open(true)]);
      return addFiles(opened, paths, source, {
        documents: context.documents,
        ...(onProgress === undefined ? {} : { onProgress }),
      });
    },
    hosts,
    tokens,
    log,
    limits: {
      ...(rate === undefined ? {} : { rate }),
      ...(concurrency === undefined ? {} : { concurrency }),
    },
    ...(host === undefined ? {} : { host }),
  });
  const sharing = await shareStore(config.store, store, {
    // What the session keeps is stale after another command's write.
    async onChange() {
      session()?.reset();
    },
    onProgress: server.progress,
  });
  if (port === undefined && server.port !== DEFAULT_PORT) tell(words.portTaken(DEFAULT_PORT));
  if (!server.hasExplorer) tell(words.say('noExplorer'));
  print(words.address(server.address));
  if (process.stdout.isTTY) tell(words.say('stop'));
  await new Promise<void>((stopped) => {
    if (signal.aborted) stopped();
    signal.addEventListener('abort', () => stopped(), { once: true });
  });
  await sharing.close();
  await server.close();
  await close();
  return 0;
}
