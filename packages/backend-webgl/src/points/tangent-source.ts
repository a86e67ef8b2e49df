import { type AxisName, axisNames, overAxes } from '../axis/axis-name.js';

/** A factor of a product of one number per axis, or its first or second derivative, as GLSL. */
export type Factor = (axis: AxisName, order: 0 | 1 | 2) => string;

/** Statements that read how the output `point` moves, along each axis: hX, hY(, hZ). */
export function tangentSource(dimensions: number): string {
  return overAxes(dimensions, (axis, a) => `float h${axis} = getTangent(point * ${dimensions} + ${a});`);
}

/** The derivative of the product along the tangent. */
export function alongTangent(dimensions: number, factor: Factor): string {
  return overAxes(
    dimensions,
    (moved) => `h${moved} * (${overAxes(dimensions, (axis) => factor(axis, axis === moved ? 1 : 0), ' * ')})`,
    ' + ',
  );
}

/** The derivative of {@link alongTangent} by the coordinate of each axis; the int `axis` says of which one. */
export function alongTangentByAxis(dimensions: number, factor: Factor): string {
  const derivatives = axisNames(dimensions).map((along) => {
    /** An axis that is moved along and differentiated by has its second derivative. */
    const derived: Factor = (axis, order) => factor(axis, axis !== along ? order : order === 0 ? 1 : 2);
    return alongTangent(dimensions, derived);
  });
  return derivatives.reduceRight((others, derivative, a) => `(axis == ${a} ? ${derivative} : ${others})`);
}

/** The weight of a tap along an axis, as `derivedTaps` declares it. */
export const TAP_FACTOR: Factor = (axis, order) => `weight${order}${axis}`;

/** What lies inside along an axis, of what `outsideSource` sums up. */
export const INSIDE_FACTOR: Factor = (axis, order) =>
  [`(1.0 - outside${axis})`, `(-outsideSlope${axis})`, `(-outsideCurvature${axis})`][order];
