/** What is used of onnxruntime-node, said here so that the program builds where that optional package is missing. */
declare module 'onnxruntime-node' {
  export class Tensor {
    constructor(type: 'int32', data: Int32Array, shape: readonly number[]);
    constructor(type: 'float32', data: Float32Array, shape: readonly number[]);
    readonly data: unknown;
  }

  export interface SessionOptions {
    readonly intraOpNumThreads: number;
    readonly interOpNumThreads: number;
    readonly executionMode: 'sequential';
    readonly graphOptimizationLevel: 'all';
  }

  export interface Session {
    run(feeds: Readonly<Record<string, Tensor>>): Promise<Readonly<Record<string, Tensor>>>;
  }

  export const InferenceSession: {
    create(file: string, options: SessionOptions): Promise<Session>;
  };
}
