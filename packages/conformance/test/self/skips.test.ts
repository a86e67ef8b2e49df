import { readFileSync } from 'node:fs';
import { type Capabilities, FUSED_KERNELS, PERSPECTIVE_KERNELS } from '@cropgrad/core/backend';
import { describe, expect, it } from 'vitest';
import { type Check, checks, mount, runCheck, type Subject } from '../../src/index.js';
import { selectChecks } from '../../src/select.js';
import { plainBackend, SOUND, UNEVEN } from './plain-backend.js';

const RUNS = { runs: 1, seed: 1 };

/** One mode, one padding and one number of dimensions. */
const MODEST: Capabilities['sampling'] = [
  { modes: ['nearest'], paddingModes: ['border'], dimensions: [2], points: ['grid', 'affine'] },
];

function unsupported(backend: Subject): Check[] {
  return selectChecks(backend).applicable.filter(({ id }) => id.startsWith('unsupported/'));
}

describe('skips', () => {
  it('come from the capabilities only', () => {
    const everything = selectChecks(plainBackend());
    // It has no fused kernels, of which bits and antialias are asked, and first derivatives only.
    const beyond = /^(law\/identity|(edge\/)?second-derivative|law\/forward-mode)|\/antialias/;
    expect(everything.skipped.map(({ id }) => id)).toEqual(
      checks.filter(({ id }) => beyond.test(id) && !id.startsWith('unsupported/')).map(({ id }) => id),
    );
    const { applicable, skipped } = selectChecks(plainBackend(SOUND, MODEST));
    for (const { covers } of applicable.filter(({ id }) => !id.startsWith('unsupported/'))) {
      expect(covers.mode ?? 'nearest').toBe('nearest');
      expect(covers.paddingMode ?? 'border').toBe('border');
      expect(covers.dimensions ?? 2).toBe(2);
    }
    for (const { id, covers } of skipped) {
      const { op, mode = 'nearest', paddingMode = 'border', dimensions = 2 } = covers;
      const isDeclared =
        op !== 'perspectiveSample' && mode === 'nearest' && paddingMode === 'border' && dimensions === 2;
      if (isDeclared) expect(id).toMatch(beyond);
    }
  });

  it('leave as many checks as the README says', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const plain = plainBackend();
    const fused = Object.fromEntries(
      [...FUSED_KERNELS, ...PERSPECTIVE_KERNELS].map((name) => [name, plain.kernels.GridSample]),
    );
    const sampling = plain.capabilities.sampling.map((product) => ({ ...product, antialias: true }));
    const capabilities = { ...plain.capabilities, sampling, order: 2 as const };
    const [all, few] = [{ ...plain, capabilities, kernels: { ...plain.kernels, ...fused } }, plain].map(
      (backend) => selectChecks(backend).applicable.length,
    );
    expect(readme).toContain(
      `A backend that declares everything has to pass ${all} checks; one without fused kernels, ${few}.`,
    );
  });

  it('follow each product by itself: what two hold only together is not declared', () => {
    const { applicable, skipped } = selectChecks(plainBackend(SOUND, UNEVEN));
    const names = (all: readonly Check[]): string[] => all.map(({ id }) => id);
    expect(names(applicable)).toEqual(
      expect.arrayContaining([
        'forward/gridSample/bicubic/wrap/alignCorners=true/2-D',
        'forward/crop/nearest/border/alignCorners=false/3-D',
        'unsupported/gridSample/bicubic/border/alignCorners=true/2-D',
        'unsupported/gridSample/bicubic/zeros/alignCorners=true/3-D',
        'unsupported/affineSample/bilinear/zeros/alignCorners=false/2-D',
        'unsupported/crop/nearest/wrap/alignCorners=false/2-D',
      ]),
    );
    expect(names(skipped)).toEqual(
      expect.arrayContaining([
        'forward/gridSample/bicubic/border/alignCorners=true/2-D',
        'central-difference/gridSample/bilinear/3-D',
        'central-difference/affineSample/bilinear/2-D',
        'law/crop-of-crop/affineSample/2-D',
      ]),
    );
  });

  it('stand for refusals: what is not declared throws UNSUPPORTED', async () => {
    const mounted = await mount(plainBackend(SOUND, MODEST));
    const refusals = unsupported(mounted.backend);
    // All 2 affineGrid cells in 3-D, all but 2 of the 48 cells of each of the three samplers, and 24 of perspectiveSample;
    // and antialias of five functions.
    expect(refusals).toHaveLength(2 + 3 * 46 + 24 + 5);
    for (const check of refusals) expect((await runCheck(check, mounted, RUNS)).failure, check.id).toBeUndefined();
    mounted.unmount();
  });

  it('are found out where the backend answers after all', async () => {
    const mounted = await mount(plainBackend());
    const boastful = { ...mounted, backend: plainBackend(SOUND, UNEVEN) };
    // Neither of the two antialiases.
    for (const check of unsupported(boastful.backend).filter(({ covers }) => !covers.antialias)) {
      expect((await runCheck(check, boastful, RUNS)).failure, check.id).toMatch(/UNSUPPORTED, got an answer/);
    }
    mounted.unmount();
  });
});
