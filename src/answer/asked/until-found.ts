import { YuantuError } from '../../model/errors.ts';
import type { Askable } from '../../store/store.ts';
import { Findings } from './look.ts';

/** How often an answer is begun anew because somebody wrote meanwhile. */
const TRIES = 5;

/**
 * What is made of findings, or what that threw: again and again, each time after all that it looked at and did not find was looked
 * for; and anew where somebody wrote meanwhile. `version` tells of the last write.
 *
 * @throws {YuantuError} STORE_BUSY where somebody writes all the time.
 */
export async function makeSteadily<T>(
  store: Askable & { readonly place: string },
  version: () => Promise<string>,
  make: (findings: Findings, version: string) => T,
): Promise<T> {
  let begun = await version();
  for (let tries = 1; ; tries++) {
    const made = await makeUntilFound(store, (findings) => make(findings, begun));
    const now = await version();
    if (now === begun) return made();
    if (tries === TRIES)
      throw new YuantuError('STORE_BUSY', `${store.place} is being written to all the time; try again.`);
    begun = now;
  }
}

async function makeUntilFound<T>({ ask }: Askable, make: (findings: Findings) => T): Promise<() => T> {
  for (const findings = new Findings(); ; await findings.fill(ask)) {
    let get: () => T;
    try {
      const found = make(findings);
      get = () => found;
    } catch (error) {
      get = () => {
        throw error;
      };
    }
    if (!findings.isWanting) return get;
  }
}
