import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { BUNDLERS } from '../../commands/bundlers.js';
import { hasChromium, startChromium } from './chromium.js';
import { type Opened, openPage, type Query } from './open-page.js';

const BACKENDS = ['webgl', 'webgpu'];

/**
 * tfjs-core's own: its package `long` compiles WebAssembly when it is loaded, and does without where it may not. Reported,
 * but not in the console.
 */
const TFJS_ITSELF = ['wasm-eval'];

/** The longest a timer takes: no test has a wall-clock limit. */
const NO_LIMIT = { timeout: 2 ** 31 - 1 };

/** Where a job ran, and what the GPU complained of. */
interface Place {
  hasDocument: boolean;
  gpuErrors: unknown[];
}

/** See `page/agreement.js`. */
interface Agreement extends Place {
  largest: number[];
  crops: number;
  imageGradient: number;
  boxGradient: number;
}

/** See `page/training.js`. */
type Training = Place & Record<'ours' | 'cpu', { losses: number[]; edgeMoved: number }>;

describe.skipIf(!hasChromium)("a page in Chromium under default-src 'self',", () => {
  const project = inject('project');
  let browser: Browser;
  beforeAll(async () => {
    cpSync(fileURLToPath(new URL('../page', import.meta.url)), project, { recursive: true });
    browser = await startChromium();
  });
  afterAll(() => browser?.close());

  const folderOf = (bundler: string): string => join(project, bundler.replace(' ', '-'));
  const open = <Report>(bundler: string, query: Query): Promise<Opened<Report>> =>
    openPage<Report>(browser, folderOf(bundler), query);

  /** Has a job done where nobody may complain, and gives its report. */
  async function report<Report extends Place>(bundler: string, query: Query): Promise<Report> {
    const { report, complaints, violations } = await open<Report>(bundler, query);
    const { hasDocument, gpuErrors } = report;
    expect({ hasDocument, gpuErrors, complaints, violations }).toEqual({
      hasDocument: query.thread === 'page',
      gpuErrors: [],
      complaints: [],
      violations: TFJS_ITSELF,
    });
    return report;
  }

  describe.for(['Vite 8', 'webpack 5'] as const)('minified by %s,', (bundler) => {
    beforeAll(() => BUNDLERS[bundler](project, folderOf(bundler)));

    it.for(BACKENDS.flatMap((backend) => [[backend, 'page'] as const, [backend, 'worker'] as const]))(
      "on %s, in a %s: a crop and its gradients are cpu's",
      async ([backend, thread]) => {
        const { largest, crops, imageGradient, boxGradient } = await report<Agreement>(bundler, {
          job: 'agreement',
          backend,
          thread,
        });
        expect(Math.min(...largest)).toBeGreaterThan(0.5);
        expect(crops).toBeLessThanOrEqual(5e-6);
        expect(imageGradient).toBeLessThanOrEqual(5e-6);
        expect(boxGradient).toBeLessThanOrEqual(2e-6);
      },
    );
  });

  describe('minified by Vite 8,', () => {
    it.for(BACKENDS)('on %s: a net with a crop in front learns what it does on cpu', async (backend) => {
      const { ours, cpu } = await report<Training>('Vite 8', { job: 'training', backend, thread: 'page' });
      expect(ours.losses).toHaveLength(20);
      expect(ours.losses[19]).toBeLessThan(ours.losses[0] / 2);
      expect(ours.edgeMoved).toBeGreaterThan(0.1);
      for (const [k, loss] of ours.losses.entries()) expect(Math.abs(loss / cpu.losses[k] - 1)).toBeLessThan(1e-3);
    });

    it('tfjs alone is blocked as often as with us', async () => {
      const query: Query = { job: 'nothing', backend: 'none', thread: 'page' };
      const { report, violations } = await open<number>('Vite 8', query);
      expect(report).toBeGreaterThan(0);
      await expect.poll(() => violations, NO_LIMIT).toEqual(TFJS_ITSELF);
    });

    it.for(BACKENDS.flatMap((backend) => [[backend, 'page'] as const, [backend, 'worker'] as const]))(
      'on %s, in a %s: these tests would see an error',
      async ([backend, thread]) => {
        const opened = await open<Place & { evaluated: boolean }>('Vite 8', { job: 'faults', backend, thread });
        expect(opened.report).toMatchObject({ evaluated: false, gpuErrors: [expect.anything()] });
        expect(opened.complaints).toContain('error: an error');
        await expect.poll(() => opened.violations, NO_LIMIT).toEqual([...TFJS_ITSELF, 'eval']);
      },
    );
  });
});
