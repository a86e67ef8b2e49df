import { webgpuBackend } from '@cropgrad/backend-webgpu';
// Not the index of the package, which brings vitest along.
import { DEFAULT_RUNS, DEFAULT_SEED } from '../../../packages/conformance/src/defaults.js';
import { mount } from '../../../packages/conformance/src/mount.js';
import { runCheck } from '../../../packages/conformance/src/run-check.js';
import { selectChecks } from '../../../packages/conformance/src/select.js';

/** How the suite went. */
export interface SuiteResults {
  /** How many checks ran. */
  checks: number;
  failures: { id: string; failure: string }[];
}

/** Runs the conformance suite on backend-webgpu: the checks whose id contains a text, which is all for an empty one. */
export async function runSuite(only: string, say: (text: string) => void): Promise<SuiteResults> {
  const mounted = await mount(webgpuBackend);
  const chosen = selectChecks(mounted.backend).applicable.filter(({ id }) => id.includes(only));
  if (chosen.length === 0) throw new Error(`--checks: no check's id contains '${only}'`);
  const failures: SuiteResults['failures'] = [];
  for (const [k, check] of chosen.entries()) {
    const { failure } = await runCheck(check, mounted, { runs: DEFAULT_RUNS, seed: DEFAULT_SEED });
    if (failure !== undefined) failures.push({ id: check.id, failure });
    if (k % 50 === 0) say(`${k} of ${chosen.length} checks, ${failures.length} failed`);
  }
  mounted.unmount();
  return { checks: chosen.length, failures };
}
