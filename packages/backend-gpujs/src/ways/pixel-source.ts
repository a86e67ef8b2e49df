import { axisNames } from '../axis/axis-name.js';
import { SAMPLING_MODES } from '../axis/mode.js';
import { slopeScaleSource, type TapsVariant, tapPixelSource, tapsSource } from '../axis/taps-source.js';
import { ALONG_TANGENT } from '../points/along-tangent.js';

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

/**
 * Statements that compute the `weight` that the point (x, y(, z)) gives to the pixel at (atX, atY(, atZ)), or its derivative
 * along a tangent.
 */
export function pixelWeightSource(variant: TapsVariant, alongTangent: boolean): string {
  const axes = axisNames(variant.dimensions);
  const { taps } = SAMPLING_MODES[variant.mode];
  const ifMoving = (text: string): string => (alongTangent ? text : '');
  const sums = axes.map(
    (axis) => `
      let sum${axis} = 0;
      ${ifMoving(`let slopeSum${axis} = 0;`)}
      for (let t = 0; t < ${taps}; t++) {
        const tap${axis} = ${tapPixelSource(variant, axis, 't')};
        if (tap${axis} > at${axis} - 0.5 && tap${axis} < at${axis} + 0.5) {
          sum${axis} = sum${axis} + tapWeight(t, f${axis}, cubicCoefficient);
          ${ifMoving(`slopeSum${axis} = slopeSum${axis} + tapSlope(t, f${axis}, cubicCoefficient) * scale${axis};`)}
        }
      }`,
  );
  const weight = alongTangent
    ? ALONG_TANGENT.slope(
        variant.dimensions,
        (axis) => `sum${axis}`,
        (axis) => `slopeSum${axis}`,
      )
    : axes.map((axis) => `sum${axis}`).join(' * ');
  return `
    ${tapsSource(variant)}
    ${ifMoving(`${slopeScaleSource(variant)} ${ALONG_TANGENT.source(variant.dimensions)}`)}
    ${sums.join('')}
    const weight = ${weight};`;
}
