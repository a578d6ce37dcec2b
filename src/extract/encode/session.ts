import type { Session, SessionOptions } from 'onnxruntime-node';
import { YuantuError } from '../../model/errors.ts';
import { OPTIONAL } from '../../package.ts';

/** Numbers in rows, as a graph takes them. */
export interface Input {
  readonly data: Int32Array | Float32Array;
  readonly shape: readonly number[];
}

/** Runs one graph: inputs by name → outputs by name, row after row. The one door to onnxruntime. */
export interface GraphSession {
  run(inputs: Readonly<Record<string, Input>>): Promise<Readonly<Record<string, Float32Array>>>;
}

/** One thread: articles are read side by side, and the order of additions stays the same whatever the machine. */
const OPTIONS: SessionOptions = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  graphOptimizationLevel: 'all',
};

const RUNTIME = 'onnxruntime-node';

/**
 * Load what graphs run on.
 *
 * @throws {YuantuError} `SETTING` when it is not installed, or not for this machine.
 */
export async function loadRuntime(): Promise<typeof import('onnxruntime-node')> {
  try {
    return await import('onnxruntime-node');
  } catch (cause) {
    throw new YuantuError(
      'SETTING',
      `the encoder runs on ${RUNTIME}, which cannot be loaded; install it (ONNXRUNTIME_NODE_INSTALL=skip npm install ${RUNTIME}@${OPTIONAL[RUNTIME]}), or choose the reader rules`,
      { cause },
    );
  }
}

/**
 * Load a graph.
 *
 * @throws {YuantuError} `SETTING` when the runtime cannot be loaded, and when the file is missing or no graph.
 */
export async function openGraph(file: string): Promise<GraphSession> {
  const { InferenceSession, Tensor } = await loadRuntime();
  let session: Session;
  try {
    session = await InferenceSession.create(file, OPTIONS);
  } catch (cause) {
    throw new YuantuError('SETTING', `${file}: cannot be loaded as a model`, { cause });
  }
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
