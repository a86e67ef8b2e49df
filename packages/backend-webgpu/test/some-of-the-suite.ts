import { checks, type Mounted, mount, runCheck } from '@cropgrad/conformance';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { webgpuBackend } from '../src/index.js';

/** One of each kind, every mode and padding, forward and backward: what is left out compiles kernels for minutes. */
const SOME: readonly string[] = [
  'fixture/gridSample/bicubic/border/alignCorners=false/2-D',
  'kink/gridSample/bilinear/zeros/alignCorners=true/2-D',
  'kink/affineSample/nearest/reflection/alignCorners=false/2-D',
  'forward/affineSample/bilinear/zeros/alignCorners=false/3-D',
  'forward/gridSample/bicubic/wrap/alignCorners=false/2-D',
  'dImage/gridSample/bilinear/reflection/alignCorners=true/2-D',
  'dImage/affineSample/bicubic/zeros/alignCorners=false/2-D',
  'dGrid/gridSample/bilinear/wrap/alignCorners=false/2-D',
  'dTheta/affineSample/bicubic/zeros/alignCorners=false/2-D',
  'dBoxes/crop/bilinear/border/alignCorners=false/2-D',
  'dTheta/perspectiveSample/zeros/2-D',
  'edge/behind-the-camera/perspectiveSample/2-D',
  'law/constants/affineSample/2-D',
  'law/inside-is-inside/gridSample/2-D',
  'law/long-sums/gridSample/2-D',
  'law/layout/affineSample/2-D',
  'law/image-index/affineSample/2-D',
  'law/identity/crop/bilinear/2-D',
  'edge/ladder-C/affineSample/bilinear/2-D',
  'edge/no-leak/affineSample/2-D',
  'edge/inputs-untouched/gridSample/2-D',
  'edge/int32-image/affineSample/2-D',
  'edge/non-finite-dy/gridSample/2-D',
];

/** Registers some checks of the suite as tests. */
export function testSomeOfTheSuite(): void {
  describe('webgpu, some of the suite', () => {
    let mounted: Mounted;
    beforeAll(async () => {
      mounted = await mount(webgpuBackend);
    });
    afterAll(() => mounted.unmount());

    test.each(SOME)('%s', async (id) => {
      const check = checks.find((one) => one.id === id);
      if (!check) throw new Error('There is no check of this id');
      expect((await runCheck(check, mounted, { runs: 2, seed: 20_260_101 })).failure).toBeUndefined();
    });
  });
}
