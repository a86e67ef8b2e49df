import type { CropBackend } from '@cropgrad/core';
import type { KernelBackend } from '@tensorflow/tfjs-core';
import { afterAll, describe, expect, it } from 'vitest';
import type { Check } from './check.js';
import { DEFAULT_RUNS, DEFAULT_SEED } from './defaults.js';
import { mount } from './mount.js';
import { runCheck } from './run-check.js';
import { requireKnown, selectChecks } from './select.js';

/** Options of {@link testBackend}. */
export interface TestBackendOptions<B extends KernelBackend = KernelBackend> {
  /** Makes the backend under test, once. Its tfjs backend must be registered by then: import it in the test file. */
  create: () => CropBackend<B> | Promise<CropBackend<B>>;
  /** Random cases per property. Default 100. */
  runs?: number;
  /**
   * Seed of the random cases, which the suite's title shows. Default: the environment's CROPGRAD_SEED, which a
   * scheduled build may draw, or else the same one every time.
   */
  seed?: number;
  /** Checks that are expected to fail, id → reason. One that passes turns red; an id that is not run is refused. */
  knownFailures?: Readonly<Record<string, string>>;
}

/** Why a check is skipped; reporters print it. */
const NOT_DECLARED = 'the backend does not declare what this is about';

/**
 * Registers the whole suite in the vitest file that calls it, in Node or in a browser: one test per check, skipped only
 * where the backend's capabilities leave it out. The backend runs under a tfjs name of its own.
 */
export function testBackend<B extends KernelBackend>(
  name: string,
  { create, runs = DEFAULT_RUNS, seed = DEFAULT_SEED, knownFailures = {} }: TestBackendOptions<B>,
): void {
  describe(`${name} (seed ${seed})`, { timeout: 0 }, async () => {
    const backend = await create();
    const selection = selectChecks(backend);
    requireKnown(knownFailures, selection);
    const mounted = await mount(backend);
    afterAll(() => mounted.unmount());

    const run = async (check: Check): Promise<void> => {
      const { failure } = await runCheck(check, mounted, { runs, seed });
      const reason = knownFailures[check.id];
      if (reason === undefined) {
        if (failure !== undefined) expect.fail(failure);
      } else if (failure === undefined) {
        expect.fail(`This check passes now: remove it from knownFailures, where it is said to fail: ${reason}`);
      }
    };
    for (const check of selection.applicable) it(check.id, () => run(check));
    for (const check of selection.skipped) it(check.id, ({ skip }) => skip(NOT_DECLARED));
  });
}
