import type { Points } from '@cropgrad/core/backend';
import { type AxisName, axisNames, vectorType } from '../axis/axis-name.js';

/** 4u, where u = 2^-24 is the largest part of a number that float32 rounds away. */
const FOUR_ROUNDINGS = 2 ** -22;

/** What says where outputs read. */
export interface PointSource {
  /** The array that it is in. */
  readonly array: 'grid' | 'theta';
  /** Statements that give `point` its x and its error along an axis, and set `isRead` to false where x is not finite. */
  readonly coordinate: (dimensions: number, axis: AxisName) => string;
}

/** Every source of points. */
export const POINTS: Readonly<Record<Points, PointSource>> = {
  grid: { array: 'grid', coordinate: gridCoordinate },
  affine: { array: 'theta', coordinate: affineCoordinate },
};

/**
 * The function `pointAt(crop, at)`, in WGSL: the pixel coordinates x of the output `at`, before padding, and how far they may
 * be off; `isRead` is false for a point that samples nothing, as a number behind it is not finite.
 */
export function pointSource(points: Points, dimensions: number): string {
  const Vector = vectorType(dimensions, 'f32');
  return `
struct Point { x : ${Vector}, error : ${Vector}, isRead : bool }

fn pointAt(crop : i32, at : i32) -> Point {
  var point : Point;
  point.isRead = true;
  let place = ${Vector}(placeOf(at)) + uniforms.offset;
  ${axisNames(dimensions)
    .map((axis) => `{ ${POINTS[points].coordinate(dimensions, axis)} }`)
    .join('\n  ')}
  return point;
}`;
}

function gridCoordinate(dimensions: number, axis: AxisName): string {
  const row = axisNames(dimensions).indexOf(axis);
  return `
    let g = f32(grid[(crop * uniforms.outputs + at) * ${dimensions} + ${row}]);
    let x = (g + 1.0) * (uniforms.span.${axis} / 2.0) - uniforms.offset;
    point.x.${axis} = x;
    point.error.${axis} = ${FOUR_ROUNDINGS} * (abs(x) + uniforms.size.${axis});
    point.isRead = point.isRead && isFinite(g) && isFinite(x);`;
}

/**
 * In pixels throughout and never by way of [-1, 1], so that the identity lands on whole pixels exactly. The ratios of
 * lengths come from the host, where a number divided by itself is 1: on a GPU it need not be.
 */
function affineCoordinate(dimensions: number, axis: AxisName): string {
  const axes = axisNames(dimensions);
  const columns = dimensions + 1;
  const entries = axes.map((_, column) => `f32(theta[at + ${column}])`);
  return `
    let at = (crop * ${dimensions} + ${axes.indexOf(axis)}) * ${columns};
    let row = ${vectorType(dimensions, 'f32')}(${entries.join(', ')});
    let shift = f32(theta[at + ${dimensions}]);
    let centre = shift + 1.0 - dot(uniforms.kept, row);
    let x = dot(row * uniforms.ratio${axis.toUpperCase()}, place) + uniforms.span.${axis} * centre / 2.0 - uniforms.offset;
    let sum = ${axes.map((along) => `abs(row.${along})`).join(' + ')} + abs(shift) + 1.0;
    point.x.${axis} = x;
    point.error.${axis} = ${FOUR_ROUNDINGS} * (abs(x) + (1.0 + sum) * uniforms.size.${axis});
    point.isRead = point.isRead && ${[...axes.map((along) => `row.${along}`), 'shift', 'x'].map((y) => `isFinite(${y})`).join(' && ')};`;
}
