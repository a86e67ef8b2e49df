import { cpuBackend } from '@cropgrad/backend-cpu';
import { type Check, checks, type Mounted, mount, runCheck } from '@cropgrad/conformance';
import { afterAll, expect, it } from 'vitest';

// The part of the suite that says most in the least time, because every mutant meets it: PyTorch's answers in every
// cell but those of crop, which are affineSample's again; and the edges and laws that are quickly tried.
const QUICK =
  /^((fixture|kink)\/(?!crop)|fixture\/crop\/bilinear|law\/(adjoint|identity|image-index|layout)|edge\/(nan-pixel|infinite-fill|empty|theta-overflow|int32-image|no-leak|inputs-untouched)|error)/;
const OPTIONS = { runs: 1, seed: 20_260_101 };

// Mounted by the first check that runs, not before: what a mutant breaks here must fail a test to be noticed.
let mounted: Mounted | undefined;
afterAll(() => mounted?.unmount());

/** Checks of the same kind, function, mode and dimensions make one test: there is a cost to each. */
const groups = new Map<string, Check[]>();
for (const check of checks) {
  if (!QUICK.test(check.id) || !check.applies(cpuBackend)) continue;
  const { op, mode, dimensions } = check.covers;
  const name = [check.kind, op, mode, dimensions].filter((part) => part !== undefined).join(' ');
  groups.set(name, [...(groups.get(name) ?? []), check]);
}

it.each([...groups])('%s', async (_name, group) => {
  mounted ??= await mount(cpuBackend);
  for (const check of group) {
    const { failure } = await runCheck(check, mounted, OPTIONS);
    if (failure !== undefined) expect.fail(failure);
  }
});
