/** The page that report-in-chromium.js opens: it runs the whole suite on a backend that needs a browser. */
import { webglBackend } from '@cropgrad/backend-webgl';
import { type Report, reportOf } from '../../../../packages/conformance/src/cli/report.js';
import { DEFAULT_SEED } from '../../../../packages/conformance/src/defaults.js';
import { mount } from '../../../../packages/conformance/src/mount.js';
import { type CheckResult, runCheck } from '../../../../packages/conformance/src/run-check.js';
import { selectChecks } from '../../../../packages/conformance/src/select.js';

/** What runs the suite, as a global of the page. */
export interface SuitePage {
  runSuite: typeof runSuite;
}

/** Runs every check that concerns the backend, and reports as `cropgrad-conformance` does. */
async function runSuite(runs: number): Promise<Report> {
  const options = { runs, seed: DEFAULT_SEED };
  const mounted = await mount(webglBackend);
  const results = new Map<string, CheckResult>();
  for (const check of selectChecks(mounted.backend).applicable) {
    results.set(check.id, await runCheck(check, mounted, options));
    const failure = results.get(check.id)?.failure;
    if (failure !== undefined) console.log(`${check.id}\n\n${failure}\n`);
  }
  mounted.unmount();
  return reportOf(mounted.backend, results, options);
}

const page: SuitePage = { runSuite };
Object.assign(globalThis, page);
