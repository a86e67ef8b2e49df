import type { Points as DeclaredPoints } from '@cropgrad/core/backend';
import { type AxisName, axisNames, vectorType } from '../axis/axis-name.js';
import type { Variant } from '../sampling.js';

/** 4u, where u = 2^-24 is the largest part of a number that float32 rounds away. */
const FOUR_ROUNDINGS = 2 ** -22;

/** What sampling kernels read points from. A perspective theta is made a grid first. */
export type Points = Exclude<DeclaredPoints, 'perspective'>;

/** What says where outputs read. */
export interface PointSource {
  /** The array that it is in. */
  readonly array: 'grid' | 'theta';
  /**
   * Statements that add to the pixel coordinate `x` along an axis, which begins at the image's centre; set its error in parts
   * of the axis's size; and set `isRead` to false where what they read is not finite.
   */
  readonly coordinate: (dimensions: number, axis: AxisName) => string;
}

/** Every source of points. */
export const POINTS: Readonly<Record<Points, PointSource>> = {
  grid: { array: 'grid', coordinate: gridCoordinate },
  affine: { array: 'theta', coordinate: affineCoordinate },
};

/**
 * The function `pointAt(crop, at)`, in WGSL: the pixel coordinates of the output `at`, before padding, and how far they may be
 * off; `isRead` is false for a point that samples nothing, as a number behind it is not finite or it is cut off.
 */
export function pointSource({ points, dimensions, cutsOff }: Variant): string {
  const axes = axisNames(dimensions);
  return `${COORDINATE}
struct Point { ${axes.map((axis) => `${axis} : Coordinate`).join(', ')}, isRead : bool }

fn pointAt(crop : i32, at : i32) -> Point {
  var point : Point;
  point.isRead = true;
  let place = ${vectorType(dimensions, 'f32')}(placeOf(at)) - uniforms.middle;
  ${axes.map((axis) => axisSource(points, dimensions, axis, cutsOff)).join('\n  ')}
  return point;
}`;
}

/**
 * A coordinate is kept as an even number and a part between -1 and 1, and so is what it is the sum of: far from 0 the part is
 * as exact as near it. It is even, so that what rounds half to even may round the part.
 */
const COORDINATE = `
struct Coordinate { whole : f32, part : f32, error : f32 }

fn plusProduct(x : Coordinate, a : f32, b : f32) -> Coordinate {
  let whole = round(a * b);
  return Coordinate(x.whole + whole, x.part + fma(a, b, -whole), 0.0);
}

fn evenCoordinate(x : Coordinate, error : f32) -> Coordinate {
  let even = 2.0 * round((x.whole + x.part) / 2.0);
  return Coordinate(even, x.part + (x.whole - even), error);
}`;

function axisSource(points: Points, dimensions: number, axis: AxisName, cutsOff: boolean): string {
  // The last pixel is taken from the whole part, so that far from 0 the limits are as exact as near it.
  const isNotCutOff = `value >= -uniforms.cutoff && x.whole - (uniforms.size.${axis} - 1.0) + x.part <= uniforms.cutoff`;
  return `{
    var x = plusProduct(Coordinate(), uniforms.centre.${axis}, 1.0);
    var error = 1.0;
    ${POINTS[points].coordinate(dimensions, axis)}
    let value = x.whole + x.part;
    point.${axis} = evenCoordinate(x, ${FOUR_ROUNDINGS} * (abs(value) + error * uniforms.size.${axis}));
    point.isRead = point.isRead && isFinite(value)${cutsOff ? ` && ${isNotCutOff}` : ''};
  }`;
}

function gridCoordinate(dimensions: number, axis: AxisName): string {
  return `
    let g = f32(grid[(crop * uniforms.outputs + at) * ${dimensions} + ${axisNames(dimensions).indexOf(axis)}]);
    x = plusProduct(x, g, uniforms.span.${axis} / 2.0);
    point.isRead = point.isRead && isFinite(g);`;
}

/**
 * In pixels throughout and never by way of [-1, 1], so that the identity lands on whole pixels exactly, and from the middle of
 * the crop. The ratios of lengths come from the host, where a number divided by itself is 1: on a GPU it need not be.
 */
function affineCoordinate(dimensions: number, axis: AxisName): string {
  const axes = axisNames(dimensions);
  const entries = axes.map((_, column) => `f32(theta[first + ${column}])`);
  const all = [...axes.map((along) => `row.${along}`), 'shift'];
  return `
    let first = (crop * ${dimensions} + ${axes.indexOf(axis)}) * ${dimensions + 1};
    let row = ${vectorType(dimensions, 'f32')}(${entries.join(', ')});
    let shift = f32(theta[first + ${dimensions}]);
    let line = row * uniforms.ratio${axis.toUpperCase()};
    x = plusProduct(x, shift, uniforms.span.${axis} / 2.0);
    ${axes.map((along) => `x = plusProduct(x, line.${along}, place.${along});`).join('\n    ')}
    error += 1.0 + ${all.map((entry) => `abs(${entry})`).join(' + ')};
    point.isRead = point.isRead && ${all.map((entry) => `isFinite(${entry})`).join(' && ')};`;
}
