import { describe, expect, it } from 'vitest';
import { type Check, checks, mount, runCheck, type Subject } from '../../src/index.js';
import { selectChecks } from '../../src/select.js';
import { plainBackend } from './plain-backend.js';

const RUNS = { runs: 1, seed: 1 };

/** A backend that declares one mode, one padding and one number of dimensions. */
function modest(): ReturnType<typeof plainBackend> {
  const backend = plainBackend();
  const capabilities = {
    ...backend.capabilities,
    modes: ['nearest'],
    paddingModes: ['border'],
    dimensions: [2],
  } as const;
  return { ...backend, capabilities };
}

function unsupported(backend: Subject): Check[] {
  return selectChecks(backend).applicable.filter(({ id }) => id.startsWith('unsupported/'));
}

describe('skips', () => {
  it('come from the capabilities only', () => {
    const everything = selectChecks(plainBackend());
    expect(everything.skipped.map(({ id }) => id)).toEqual(
      checks.filter(({ id }) => id.startsWith('law/identity')).map(({ id }) => id),
    );
    const { applicable, skipped } = selectChecks(modest());
    for (const { covers } of applicable.filter(({ id }) => !id.startsWith('unsupported/'))) {
      expect(covers.mode ?? 'nearest').toBe('nearest');
      expect(covers.paddingMode ?? 'border').toBe('border');
      expect(covers.dimensions ?? 2).toBe(2);
    }
    for (const { id, covers } of skipped) {
      const { mode = 'nearest', paddingMode = 'border', dimensions = 2 } = covers;
      const isDeclared = mode === 'nearest' && paddingMode === 'border' && dimensions === 2;
      // Bit-exactness is asked of kernels that a backend has, and this one has no fused ones.
      if (isDeclared) expect(id).toMatch(/^law\/identity/);
    }
  });

  it('stand for refusals: what is not declared throws UNSUPPORTED', async () => {
    const mounted = await mount(modest());
    const refusals = unsupported(mounted.backend);
    // All 2 affineGrid cells in 3-D, and all but 2 of the 36 cells of each of the three samplers.
    expect(refusals).toHaveLength(2 + 3 * 34);
    for (const check of refusals) expect((await runCheck(check, mounted, RUNS)).failure, check.id).toBeUndefined();
    mounted.unmount();
  });

  it('are found out where the backend answers after all', async () => {
    const mounted = await mount(plainBackend());
    const boastful = { ...mounted, backend: modest() };
    for (const check of unsupported(boastful.backend)) {
      expect((await runCheck(check, boastful, RUNS)).failure, check.id).toMatch(/UNSUPPORTED, got an answer/);
    }
    mounted.unmount();
  });
});
