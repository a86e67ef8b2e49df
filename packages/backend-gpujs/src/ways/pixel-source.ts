import { axisNames } from '../axis/axis-name.js';
import { SAMPLING_MODES } from '../axis/mode.js';
import { type TapsVariant, tapPixelSource, tapsSource } from '../axis/taps-source.js';

/** Statements that take the index `pixel` apart, into its image and its place atX, atY(, atZ). */
export function pixelPlaceSource(dimensions: number): string {
  const axes = axisNames(dimensions);
  let rest = 'pixel';
  const statements = axes.map((axis) => {
    const from = rest;
    rest = axis === axes[dimensions - 1] ? 'imageOfPixel' : `beyond${axis}`;
    return `
      const ${rest} = quotient(${from}, size${axis});
      const at${axis} = ${from} - ${rest} * size${axis};`;
  });
  return statements.join('');
}

/** Statements that compute the `weight` that the point (x, y(, z)) gives to the pixel at (atX, atY(, atZ)). */
export function pixelWeightSource(variant: TapsVariant): string {
  const axes = axisNames(variant.dimensions);
  const { taps } = SAMPLING_MODES[variant.mode];
  const sums = axes.map(
    (axis) => `
      let sum${axis} = 0;
      for (let t = 0; t < ${taps}; t++) {
        const tap${axis} = ${tapPixelSource(variant, axis, 't')};
        if (tap${axis} > at${axis} - 0.5 && tap${axis} < at${axis} + 0.5) {
          sum${axis} = sum${axis} + tapWeight(t, f${axis});
        }
      }`,
  );
  return `${tapsSource(variant)} ${sums.join('')} const weight = ${axes.map((axis) => `sum${axis}`).join(' * ')};`;
}
