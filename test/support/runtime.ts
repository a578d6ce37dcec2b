import { loadRuntime } from '../../src/extract/encode/session.ts';

/** Whether what the encoder runs on is installed: it may be missing, and its tests are then skipped, which is told. */
export const hasRuntime: boolean = await loadRuntime().then(
  () => true,
  (error: Error) => {
    console.warn(`the tests of the encoder are skipped: ${error.message}`);
    return false;
  },
);
