import { checks, mount, runCheck, testBackend } from '@cropgrad/conformance';
import { type Capabilities, type CropBackend, capabilitiesOf } from '@cropgrad/core/backend';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { webglBackend } from '../../src/index.js';
import { IS_FULL, RUNS } from '../runs.js';
import { startWebGL, type Variant } from './variant.js';

/** Runs few checks of the conformance suite in a variant of WebGL, and all of them where there is time. */
export function runSuite(variant: Variant, few: readonly string[]): void {
  const create = async (): Promise<CropBackend<MathBackendWebGL, Capabilities>> => {
    const backend = await startWebGL(variant);
    return { ...webglBackend, capabilities: capabilitiesOf(webglBackend, backend) };
  };
  const name = `webgl, ${variant.precision}, ${variant.blends ? 'blending' : 'no float blending'}`;
  if (IS_FULL) {
    testBackend(name, { create, runs: RUNS });
    return;
  }
  describe(name, () => {
    let mounted: Awaited<ReturnType<typeof mount>>;
    beforeAll(async () => {
      mounted = await mount(await create());
    });
    afterAll(() => mounted.unmount());
    test.each(few)('%s', async (id) => {
      const check = checks.find((one) => one.id === id);
      if (!check) throw new Error('There is no check of this id');
      expect(check.applies(mounted.backend)).toBe(true);
      const { failure } = await runCheck(check, mounted, { runs: RUNS, seed: 1 });
      if (failure !== undefined) expect.fail(failure);
    });
    test('WebGL has no error to tell of', () => {
      const { gl } = (tf.backend() as MathBackendWebGL).gpgpu;
      expect(gl.getError()).toBe(0);
    });
  });
}
