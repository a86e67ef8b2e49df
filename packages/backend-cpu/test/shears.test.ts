import type { AffineSampleAttrs } from '@cropgrad/core/backend';
import { expect, it } from 'vitest';
import { affineSample, affineSampleGradImage, affineSampleGradTheta } from '../src/kernels.js';
import { PLAIN_RULES } from './plain-rules.js';

const IDENTITY = {
  2: [1, 0, 0, 0, 1, 0],
  3: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0],
} as const;

/** The identity, sheared by one entry off the diagonal. */
function sheared(dimensions: 2 | 3, row: number, column: number): number[] {
  return IDENTITY[dimensions].map((entry, i) => (i === row * (dimensions + 1) + column ? 0.3 : entry));
}

it.each([2, 3] as const)(
  'a shear is taken for no box, whatever crop comes before or after it, in %i-D',
  (dimensions) => {
    const size = [4, 5, 6].slice(0, dimensions);
    const imageShape = [1, ...size, 1];
    const pixels = size.reduce((product, length) => product * length);
    const image = Float32Array.from({ length: pixels }, (_, i) => Math.sin(i * i));
    const attrs = (crops: number): AffineSampleAttrs & { size: number[] } => ({
      mode: 'bilinear',
      paddingMode: 'zeros',
      alignCorners: false,
      dataFormat: 'NHWC',
      ...PLAIN_RULES,
      fillValue: 0,
      imageIndex: new Int32Array(crops),
      size,
    });
    // The middle of the image, so that all its points are inside.
    const box = IDENTITY[dimensions].map((entry) => entry / 2);
    const boxAlone = affineSample(image, imageShape, Float32Array.from(box), attrs(1));
    for (let row = 0; row < dimensions; row++) {
      for (let column = 0; column < dimensions; column++) {
        if (row === column) continue;
        const shear = sheared(dimensions, row, column);
        const alone = affineSample(image, imageShape, Float32Array.from(shear), attrs(1));
        expect(alone).not.toEqual(image);
        const between = Float32Array.from([box, shear, box].flat());
        const crops = affineSample(image, imageShape, between, attrs(3));
        expect(crops.subarray(0, pixels)).toEqual(boxAlone);
        expect(crops.subarray(pixels, 2 * pixels), `entry ${row}, ${column}`).toEqual(alone);
        expect(crops.subarray(2 * pixels)).toEqual(boxAlone);

        // Nothing of the boxes before it is left in its gradients either.
        const dyAlone = image.map((value) => 1 - value);
        const dy = new Float32Array(3 * pixels);
        dy.set(dyAlone, pixels);
        const theta = Float32Array.from(shear);
        const dyShapes = [1, 3].map((crops) => [crops, ...size, 1]);
        expect(affineSampleGradImage(dy, dyShapes[1], between, { ...attrs(3), imageShape })).toEqual(
          affineSampleGradImage(dyAlone, dyShapes[0], theta, { ...attrs(1), imageShape }),
        );
        const dtheta = affineSampleGradTheta(dy, dyShapes[1], image, imageShape, between, attrs(3));
        expect(dtheta.subarray(shear.length, 2 * shear.length)).toEqual(
          affineSampleGradTheta(dyAlone, dyShapes[0], image, imageShape, theta, attrs(1)),
        );
      }
    }
  },
);
