import { axisNames, vectorType } from '../../axis/axis-name.js';
import { SAMPLING_MODES } from '../../axis/modes.js';
import { PADDINGS } from '../../axis/paddings.js';
import type { Kernel } from '../../device/kernel.js';
import { POINTS } from '../../points/points.js';
import { imageArrays, keyOf, type Variant } from '../../sampling.js';
import { pixelOf, productOf, tapFunctions, tapLoops, tapsOfPoint } from './read-taps.js';

/**
 * dy, image, points → the gradient by the points' normalised coordinates, in the shape of a grid: a thread per point. Of an image
 * of integers, pixels are differences from one of them, so that those beyond 2^24 have their slopes.
 */
export function slopeKernel(variant: Variant, ofIntegers: boolean): Kernel {
  const { points, dimensions, paddingMode } = variant;
  return {
    key: keyOf(ofIntegers ? 'slopeOfIntegers' : 'slope', variant),
    arrays: ['dy', 'image', POINTS[points].array, ...imageArrays(variant)],
    functions: () => [
      ...tapFunctions(variant),
      ...(ofIntegers ? [differenceSource(SAMPLING_MODES[variant.mode].taps)] : []),
    ],
    body: () => `
  let crop = index / uniforms.outputs;
  let at = index - crop * uniforms.outputs;
  let point = pointAt(crop, at);
  var gradient = ${vectorType(dimensions, 'f32')}(0.0);
  if (point.isRead) {
    ${tapsOfPoint(dimensions)}
    ${ofIntegers ? integerLoops(variant) : tapLoops(variant, tapTerm(dimensions, FLOAT_PIXEL))}
    ${PADDINGS[paddingMode].readsFill ? outsideTerm(dimensions) : ''}
  }
  ${axisNames(dimensions)
    .map((axis, a) => `setOutputAtIndex(index * ${dimensions} + ${a}, gradient.${axis});`)
    .join('\n  ')}`,
  };
}

const FLOAT_PIXEL = 'f32(image[tap])';

/** The same sum, of differences from the first pixel inside; what the factors sum to is that pixel's, and mostly 0. */
function integerLoops(variant: Variant): string {
  const { dimensions } = variant;
  const [Vector, Place] = [vectorType(dimensions, 'f32'), vectorType(dimensions, 'i32')];
  const first = axisNames(dimensions).map((axis) => `firstInside(${axis})`);
  const term = tapTerm(dimensions, 'difference(image[tap], image[pixelIndex(crop, first, channel)])');
  return `let first = ${Place}(${first.join(', ')});
    var factors = ${Vector}(0.0);
    ${tapLoops(variant, `${term}\n      factors += factor;`)}
    if (any(factors != ${Vector}(0.0))) {
      var sum = 0.0;
      for (var channel = 0; channel < uniforms.channels; channel++) {
        sum += f32(dy[outputIndex(crop, at, channel)]) * f32(image[pixelIndex(crop, first, channel)]);
      }
      gradient += select(factors * sum, ${Vector}(0.0), factors == ${Vector}(0.0));
    }`;
}

/** In two halves, as the difference of two int32 need not be one. */
function differenceSource(taps: number): string {
  return `
fn difference(a : i32, b : i32) -> f32 {
  return f32((a >> 16u) - (b >> 16u)) * 65536.0 + f32((a & 0xffff) - (b & 0xffff));
}

fn firstInside(axis : AxisTaps) -> i32 {
  for (var t = 0; t < ${taps}; t++) {
    if (axis.pixel[t] >= 0) {
      return axis.pixel[t];
    }
  }
  return 0;
}`;
}

/** A pixel times dy, times the slope along an axis and the weights along the others. A factor of 0 reads nothing. */
function tapTerm(dimensions: number, pixel: string): string {
  const [Vector, Bools] = [vectorType(dimensions, 'f32'), `vec${dimensions}<bool>`];
  const factors = axisNames(dimensions).map((along) =>
    productOf(dimensions, (axis) => `${axis}.${axis === along ? 'slope' : 'weight'}[t${axis}]`),
  );
  return `let factor = ${Vector}(${factors.join(', ')});
      let counts = factor != ${Vector}(0.0);
      if (any(counts)) {
        var sum = 0.0;
        for (var channel = 0; channel < uniforms.channels; channel++) {
          let tap = pixelIndex(crop, ${pixelOf(dimensions, (axis) => `t${axis}`)}, channel);
          sum += f32(dy[outputIndex(crop, at, channel)]) * ${pixel};
        }
        gradient += select(${Vector}(0.0), factor * sum, ${Bools}(counts));
      }`;
}

/** What fillValue has of the gradient. */
function outsideTerm(dimensions: number): string {
  const Vector = vectorType(dimensions, 'f32');
  const factors = axisNames(dimensions).map((along) =>
    productOf(dimensions, (axis) => (axis === along ? `${axis}.outsideSlope` : `(1.0 - ${axis}.outside)`)),
  );
  return `let outside = ${Vector}(${factors.join(', ')});
    if (any(outside != ${Vector}(0.0))) {
      var sum = 0.0;
      for (var channel = 0; channel < uniforms.channels; channel++) {
        sum += f32(dy[outputIndex(crop, at, channel)]);
      }
      gradient += select(${Vector}(0.0), outside * (uniforms.fillValue * sum), outside != ${Vector}(0.0));
    }`;
}
