import { YuantuError } from '../../model/errors.ts';

/** Numbers in rows, as a graph takes them. */
export interface Input {
  readonly data: Int32Array | Float32Array;
  readonly shape: readonly number[];
}

/** Runs one graph: inputs by name → outputs by name, row after row. The one door to onnxruntime. */
export interface GraphSession {
  run(inputs: Readonly<Record<string, Input>>): Promise<Readonly<Record<string, Float32Array>>>;
}

type Runtime = typeof import('onnxruntime-web');

/** One thread: articles are read side by side, and the order of additions stays the same whatever the machine. */
const OPTIONS = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  graphOptimizationLevel: 'all',
  // What is kept between two runs costs some 100 MB a process, and saves no time.
  enableCpuMemArena: false,
  enableMemPattern: false,
} as const;

let loaded: Promise<Runtime> | undefined;

/** What graphs run on, loaded once: the binary for this machine, and where there is none WebAssembly, several times slower. */
function loadRuntime(): Promise<Runtime> {
  loaded ??= import('onnxruntime-node').catch(async (cause: Error) => {
    const [reason = ''] = cause.message.split('\n');
    process.emitWarning(
      `onnxruntime-node cannot be loaded, so onnxruntime-web reads in its place: the same, but several times slower (${reason})`,
      { code: 'SLOW' },
    );
    const runtime = await import('onnxruntime-web');
    runtime.env.wasm.numThreads = 1;
    return runtime;
  });
  return loaded;
}

/**
 * Load a graph.
 *
 * @throws {YuantuError} `SETTING` when the file is missing or no graph.
 */
export async function openGraph(file: string): Promise<GraphSession> {
  const { InferenceSession, Tensor } = await loadRuntime();
  const session = await InferenceSession.create(file, OPTIONS).catch((cause: unknown) => {
    throw new YuantuError('SETTING', `${file}: cannot be loaded as a model`, { cause });
  });
  return {
    async run(inputs) {
      const feeds = Object.fromEntries(
        Object.entries(inputs).map(([name, { data, shape }]) => [
          name,
          data instanceof Int32Array ? new Tensor('int32', data, shape) : new Tensor('float32', data, shape),
        ]),
      );
      const found = await session.run(feeds);
      return Object.fromEntries(
        Object.entries(found).map(([name, tensor]) => [name, tensor.data as Float32Array]),
      );
    },
  };
}
