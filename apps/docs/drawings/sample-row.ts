import { gridSample, gridSampleGradGrid } from '@cropgrad/backend-cpu/kernels';
import type { Mode, PaddingMode } from '@cropgrad/core';
import type { SampleAttrs } from '@cropgrad/core/backend';

/** What is read of a row of pixels at each position, counted in pixels from the centre of pixel 0, and its slope there. */
export function sampleRow(
  pixels: readonly number[],
  positions: readonly number[],
  mode: Mode,
  paddingMode: PaddingMode,
): { values: Float32Array; slopes: number[] } {
  const image = Float32Array.from(pixels);
  const imageShape = [1, 1, pixels.length, 1];
  const grid = Float32Array.from(positions.flatMap((x) => [(2 * x + 1) / pixels.length - 1, 0]));
  const gridShape = [1, 1, positions.length, 2];
  const all: SampleAttrs = {
    mode,
    paddingMode,
    alignCorners: false,
    dataFormat: 'NHWC',
    fillValue: 0,
    cutoff: Number.POSITIVE_INFINITY,
    rounding: 'even',
    cubicCoefficient: -0.75,
    imageIndex: new Int32Array(1),
  };
  const values = gridSample(image, imageShape, grid, gridShape, all);
  const dy = new Float32Array(positions.length).fill(1);
  const dgrid = gridSampleGradGrid(dy, [1, 1, positions.length, 1], image, imageShape, grid, gridShape, all);
  return { values, slopes: positions.map((_, k) => (dgrid[2 * k] * 2) / pixels.length) };
}
