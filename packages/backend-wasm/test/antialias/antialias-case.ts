import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { type SampleCase, sampleCase } from '../sample-case.js';
import type { AntialiasAttrs } from './evaluate.js';

/** A call of the fused kernels under antialias. */
export type AntialiasCase = Omit<SampleCase, 'attrs' | 'grid' | 'gridShape'> & { attrs: AntialiasAttrs };

/** Every option with every other; outputs from smaller than a pixel to larger than the image. */
export function antialiasCase(options: Parameters<typeof sampleCase>[0] = {}): fc.Arbitrary<AntialiasCase> {
  return fc
    .record({
      mode: options.mode ? fc.constant(options.mode) : fc.constantFrom('bilinear' as const, 'bicubic' as const),
      antialias: fc.constantFrom(1, 1, 1.7, 6),
      cubicCoefficient: fc.constantFrom(-0.5 as const, -0.75 as const),
    })
    .chain(({ mode, antialias, cubicCoefficient }) =>
      sampleCase({ ...options, mode }).map(({ grid: _, gridShape: __, ...c }) => ({
        ...c,
        attrs: { ...c.attrs, cutoff: Number.POSITIVE_INFINITY, rounding: 'even' as const, antialias, cubicCoefficient },
      })),
    );
}

/** The case with images of three times the length on each axis: long filters, and whole vectors of taps. */
export function longer(c: AntialiasCase): AntialiasCase {
  const { imageShape, dataFormat, size } = c.attrs;
  const spatial = dataFormat === 'NHWC' ? 1 : 2;
  const shape = imageShape.map((n, k) => (k >= spatial && k < spatial + size.length ? n * 3 : n));
  const image = tf.util.getTypedArrayFromDType(c.imageDtype, tf.util.sizeFromShape(shape)) as AntialiasCase['image'];
  for (let k = 0; k < image.length; k++) image[k] = c.image[(k * 7) % c.image.length];
  return { ...c, image, attrs: { ...c.attrs, imageShape: shape } };
}
