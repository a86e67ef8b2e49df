import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import { PADDING_MODES, type PaddingMode } from '@cropgrad/core';
import { beforeAll, expect, test } from 'vitest';
import { buildBackend } from '../build-backend.js';
import type { AntialiasCase } from './antialias-case.js';
import { runFused } from './run-fused.js';

beforeAll(() => tf.setBackend('wasm'));

/** A crop of whole pixels, as large as they are, of which some lie outside of an image of so many pixels on each axis. */
function wholePixels(length: number, shift: number, paddingMode: PaddingMode): AntialiasCase {
  const values = (n: number, factor: number) => Float32Array.from({ length: n }, (_, k) => ((k * factor) % 17) - 8);
  return {
    attrs: {
      mode: 'bilinear',
      paddingMode,
      alignCorners: false,
      dataFormat: 'NHWC',
      fillValue: 0.5,
      imageIndex: Int32Array.of(0),
      size: [length, length],
      imageShape: [1, length, length, 1],
      cutoff: Number.POSITIVE_INFINITY,
      rounding: 'even',
      cubicCoefficient: -0.5,
      antialias: 1,
    },
    image: values(length ** 2, 5),
    imageDtype: 'float32',
    theta: Float32Array.of(1, 0, (2 * shift) / length, 0, 1, (-2 * shift) / length),
    thetaShape: [1, 2, 3],
    dy: values(length ** 2, 7),
    cropsShape: [1, length, length, 1],
  };
}

// All numbers are exact here. Border and zeros differ from plain sampling at their very ends, so that no shift reaches them.
test.each(
  PADDING_MODES.flatMap((paddingMode) =>
    [1, 2, 4, 8].map((length) => ({ paddingMode, length, shift: paddingMode === 'wrap' ? 3 : 0 })),
  ),
)('outputs as large as a pixel are plain ones: $paddingMode, $length px', ({ paddingMode, length, shift }) => {
  for (const build of ['simd', 'scalar'] as const) {
    const c = wholePixels(length, shift, paddingMode);
    const filtered = runFused(buildBackend(build), c);
    const plain = runFused(buildBackend(build), { ...c, attrs: { ...c.attrs, antialias: 0 } });
    expect(filtered.crops).toEqual(plain.crops);
    expect(filtered.dimage).toEqual(plain.dimage);
    if (paddingMode === 'zeros' || paddingMode === 'wrap') expect(filtered.dtheta).toEqual(plain.dtheta);
  }
});
