import type { Progress } from '../model/progress.ts';
import type { Words } from './words.ts';

/** Shows how far a build is, on standard error. */
export interface Reporter {
  readonly update: (progress: Progress) => void;
  /** Takes the bar away. */
  readonly stop: () => void;
}

// Without a terminal, a line for each step and for every so many documents.
const LINE_EVERY = 500;

/** A bar on a terminal, plain lines elsewhere. */
export async function createReporter(words: Words, stream: NodeJS.WriteStream): Promise<Reporter> {
  return stream.isTTY ? createBar(words, stream) : createLines(words, stream);
}

function createLines(words: Words, stream: NodeJS.WriteStream): Reporter {
  let last = '';
  return {
    update({ step, done, total }) {
      const counted = step === 'extract' && (done === total || done % LINE_EVERY === 0);
      if (step === last && !counted) return;
      last = step;
      stream.write(`${words.step(step)}${counted ? ` ${done}/${total}` : ''}\n`);
    },
    stop() {},
  };
}

async function createBar(words: Words, stream: NodeJS.WriteStream): Promise<Reporter> {
  const { default: progress } = await import('cli-progress');
  const bar = new progress.SingleBar({
    stream,
    format: '{bar} {step} {value}/{total}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    clearOnComplete: true,
    barsize: 24,
  });
  let started = false;
  return {
    update({ step, done, total }) {
      const most = Math.max(total, 1);
      if (!started) bar.start(most, done, { step: words.step(step) });
      started = true;
      bar.setTotal(most);
      bar.update(done, { step: words.step(step) });
    },
    stop() {
      if (started) bar.stop();
    },
  };
}
