import type { KernelBackend } from '@tensorflow/tfjs-core';
import { afterAll, describe, expect, it } from 'vitest';
import type { Check } from './check.js';
import { FailureMemory } from './failure-memory.js';
import { mount } from './mount.js';
import { resolveTestOptions, type TestBackendOptions } from './options.js';
import { requireBackend } from './require-backend.js';
import { runCheck } from './run-check.js';
import { onlyChecks, requireRun, selectChecks } from './select.js';

/** Why a check is skipped; test reporters print it. */
const NOT_DECLARED = 'the backend does not declare what this check needs';

/**
 * Registers the suite in the vitest file that calls it, in Node or in a browser: one test per check. A check is skipped
 * only if the backend's capabilities leave it out. The backend runs under a new tfjs name.
 * Throws `INVALID_OPTION` for a wrong name or option. If `create` gives a wrong backend, the suite fails with
 * `INVALID_BACKEND` or `NO_BACKEND`.
 */
export function testBackend<B extends KernelBackend>(name: string, options: TestBackendOptions<B>): void {
  const { create, runs, seed, checks, knownFailures, failures } = resolveTestOptions(name, options);
  describe(`${name} (seed ${seed})`, { timeout: 0 }, async () => {
    const backend = requireBackend('testBackend: create', await create());
    const mounted = await mount(backend);
    afterAll(() => mounted.unmount());
    const all = selectChecks(mounted.backend);
    requireRun('knownFailures', Object.keys(knownFailures), all);
    const selection = checks ? onlyChecks(checks, all) : all;

    const memory = failures === undefined ? undefined : await FailureMemory.open(failures);

    const run = async (check: Check): Promise<void> => {
      const { failure } = await runCheck(check, mounted, { runs, seed, failures: memory });
      const reason = knownFailures[check.id];
      if (reason === undefined) {
        if (failure !== undefined) expect.fail(failure);
      } else if (failure === undefined) {
        expect.fail(`This check passes now: remove it from knownFailures. The reason there was: ${reason}`);
      }
    };
    for (const check of selection.applicable) it(check.id, () => run(check));
    for (const check of selection.skipped) it(check.id, ({ skip }) => skip(NOT_DECLARED));
  });
}
