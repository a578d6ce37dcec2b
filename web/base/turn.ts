/** Milliseconds of work after which the page gets a turn: fewer than a frame has, so that nobody feels it. */
const SLICE = 10;

type Scheduling = { readonly scheduler?: { readonly yield?: () => Promise<void> } };

/** Let the page answer to what waits, and go on. */
export function yieldToPage(): Promise<void> {
  const { scheduler } = globalThis as Scheduling;
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done();
    port2.postMessage(undefined);
  });
}

/** Whether a slice of work that began at `start` (of `performance.now()`) has lasted long enough. */
export function isSliceOver(start: number): boolean {
  return performance.now() - start > SLICE;
}
