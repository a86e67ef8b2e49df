import { axisNames, vectorType } from '../../axis/axis-name.js';
import { PADDINGS } from '../../axis/paddings.js';
import type { Kernel } from '../../device/kernel.js';
import { POINTS } from '../../points/points.js';
import { imageArrays, keyOf, type Variant } from '../../sampling.js';
import { pixelOf, productOf, tapFunctions, tapLoops, tapsOfPoint } from './read-taps.js';

/** dy, image, points → the gradient by the points' normalised coordinates, in the shape of a grid: a thread per point. */
export function slopeKernel(variant: Variant): Kernel {
  const { points, dimensions, paddingMode } = variant;
  return {
    key: keyOf('slope', variant),
    arrays: ['dy', 'image', POINTS[points].array, ...imageArrays(variant)],
    functions: () => tapFunctions(variant),
    body: () => `
  let crop = index / uniforms.outputs;
  let at = index - crop * uniforms.outputs;
  let point = pointAt(crop, at);
  var gradient = ${vectorType(dimensions, 'f32')}(0.0);
  if (point.isRead) {
    ${tapsOfPoint(dimensions)}
    ${tapLoops(variant, tapTerm(dimensions))}
    ${PADDINGS[paddingMode].readsFill ? outsideTerm(dimensions) : ''}
  }
  ${axisNames(dimensions)
    .map((axis, a) => `setOutputAtIndex(index * ${dimensions} + ${a}, gradient.${axis});`)
    .join('\n  ')}`,
  };
}

/** A pixel times dy, times the slope along an axis and the weights along the others. A factor of 0 reads nothing. */
function tapTerm(dimensions: number): string {
  const [Vector, Bools] = [vectorType(dimensions, 'f32'), `vec${dimensions}<bool>`];
  const factors = axisNames(dimensions).map((along) =>
    productOf(dimensions, (axis) => `${axis}.${axis === along ? 'slope' : 'weight'}[t${axis}]`),
  );
  return `let factor = ${Vector}(${factors.join(', ')});
      let counts = factor != ${Vector}(0.0);
      if (any(counts)) {
        var sum = 0.0;
        for (var channel = 0; channel < uniforms.channels; channel++) {
          let pixel = f32(image[pixelIndex(crop, ${pixelOf(dimensions, (axis) => `t${axis}`)}, channel)]);
          sum += f32(dy[outputIndex(crop, at, channel)]) * pixel;
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
