import { type AxisName, axisNames, vectorType } from '../../axis/axis-name.js';
import { PADDINGS } from '../../axis/paddings.js';
import type { Kernel } from '../../device/kernel.js';
import { POINTS } from '../../points/points.js';
import { imageArrays, keyOf, type Variant } from '../../sampling.js';
import { pixelOf, productOf, tapFunctions, tapLoops, tapsOfPoint } from '../taps/read-taps.js';
import { tangentSource } from './moving.js';

/**
 * dy, image, points, tangent → the gradient of the derivative along the tangent by the points, in the shape of a grid: a
 * thread per point. Along x it is Σ dy · (hx·x''·y + hy·x'·y') · image, and along the others likewise.
 */
export function slopeMovingKernel(variant: Variant): Kernel {
  const { points, dimensions, paddingMode } = variant;
  return {
    key: keyOf('slopeMoving', variant),
    arrays: ['dy', 'image', POINTS[points].array, 'tangent', ...imageArrays(variant)],
    functions: () => [...tapFunctions(variant, 2), tangentSource(dimensions)],
    body: () => `
  let crop = index / uniforms.outputs;
  let at = index - crop * uniforms.outputs;
  let point = pointAt(crop, at);
  var gradient = ${vectorType(dimensions, 'f32')}(0.0);
  if (point.isRead) {
    let h = tangentAt(crop, at);
    ${tapsOfPoint(dimensions)}
    ${tapLoops(variant, tapTerm(dimensions))}
    ${PADDINGS[paddingMode].readsFill ? outsideTerm(dimensions) : ''}
  }
  ${axisNames(dimensions)
    .map((axis, a) => `setOutputAtIndex(index * ${dimensions} + ${a}, gradient.${axis});`)
    .join('\n  ')}`,
  };
}

/** The second derivatives of a product of one number per axis: for each axis, the sum over all along which the point moves. */
function secondDerivatives(
  dimensions: number,
  derivative: (axis: AxisName, order: 0 | 1 | 2) => string,
): readonly string[] {
  const axes = axisNames(dimensions);
  return axes.map((along) =>
    axes
      .map((moved) => {
        const orderOf = (axis: AxisName): 0 | 1 | 2 =>
          axis === along && axis === moved ? 2 : axis === along || axis === moved ? 1 : 0;
        return `h.${moved} * (${productOf(dimensions, (axis) => derivative(axis, orderOf(axis)))})`;
      })
      .join(' + '),
  );
}

/** What a pixel has of the gradient. */
function tapTerm(dimensions: number): string {
  const Vector = vectorType(dimensions, 'f32');
  const names = ['weight', 'slope', 'curvature'];
  const factors = secondDerivatives(dimensions, (axis, order) => `${axis}.${names[order]}[t${axis}]`);
  return `let factor = ${Vector}(${factors.join(', ')});
      if (${someIsNotZero(dimensions, 'factor')}) {
        var sum = 0.0;
        for (var channel = 0; channel < uniforms.channels; channel++) {
          let pixel = f32(image[pixelIndex(crop, ${pixelOf(dimensions, (axis) => `t${axis}`)}, channel)]);
          sum += f32(dy[outputIndex(crop, at, channel)]) * pixel;
        }
        gradient += ${productWhereNotZero(dimensions, 'factor', 'sum')};
      }`;
}

/** What fillValue has of it, by its weight, 1 - (1 - x.outside)·(1 - y.outside). */
function outsideTerm(dimensions: number): string {
  const Vector = vectorType(dimensions, 'f32');
  const inside = (axis: AxisName, order: 0 | 1 | 2): string =>
    [`(1.0 - ${axis}.outside)`, `(-${axis}.outsideSlope)`, `(-${axis}.outsideCurvature)`][order];
  return `let outside = -${Vector}(${secondDerivatives(dimensions, inside).join(', ')});
    if (${someIsNotZero(dimensions, 'outside')}) {
      var sum = 0.0;
      for (var channel = 0; channel < uniforms.channels; channel++) {
        sum += f32(dy[outputIndex(crop, at, channel)]);
      }
      gradient += ${productWhereNotZero(dimensions, 'outside', 'uniforms.fillValue * sum')};
    }`;
}

function someIsNotZero(dimensions: number, vector: string): string {
  return axisNames(dimensions)
    .map((axis) => `!isZero(${vector}.${axis})`)
    .join(' || ');
}

/** A vector times a number, and 0 where the vector is 0, whatever the number. */
function productWhereNotZero(dimensions: number, vector: string, factor: string): string {
  const products = axisNames(dimensions).map(
    (axis) => `select(${vector}.${axis} * (${factor}), 0.0, isZero(${vector}.${axis}))`,
  );
  return `${vectorType(dimensions, 'f32')}(${products.join(', ')})`;
}
