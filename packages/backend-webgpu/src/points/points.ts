import type { Points } from '@cropgrad/core/backend';
import { type AxisName, axisNames, vectorType } from '../axis/axis-name.js';
import type { Variant } from '../sampling.js';
import { affineCoordinate, gridCoordinate, perspectiveCoordinate } from './coordinates.js';
import { footprintSource } from './footprint.js';
import { PROJECT } from './perspective.js';
import { baseSource } from './place.js';

/** 4u, where u = 2^-24 is the largest part of a number that float32 rounds away. */
const FOUR_ROUNDINGS = 2 ** -22;

/** What says where outputs read. */
export interface PointSource {
  /** The array that it is in. */
  readonly array: 'grid' | 'theta';
  /** The functions that the statements call. */
  readonly functions: () => readonly string[];
  /** Statements about the point as a whole. */
  readonly point: string;
  /**
   * Statements that add to the pixel coordinate `x` along an axis, which begins at the image's centre; set its error in parts
   * of the axis's size; and set `isRead` to false where what they read is not finite. Those of thetas set `line`: how far off
   * the coordinates of the neighbours along x, y(, z) of the output are.
   */
  readonly coordinate: (dimensions: number, axis: AxisName) => string;
}

/** Every source of points. */
export const POINTS: Readonly<Record<Points, PointSource>> = {
  grid: { array: 'grid', functions: () => [], point: '', coordinate: gridCoordinate },
  affine: { array: 'theta', functions: () => [], point: '', coordinate: affineCoordinate },
  perspective: {
    array: 'theta',
    functions: () => [baseSource(2), PROJECT],
    point: `
  let seen = project(crop, baseOf(placeOf(at)));
  let isAffine = all(entriesOf(crop, 2) == vec2<f32>(0.0)) && f32(theta[crop * 9 + 8]) == 1.0;
  point.isRead = seen.inFront;`,
    coordinate: perspectiveCoordinate,
  },
};

/**
 * The function `pointAt(crop, at)`, in WGSL: the pixel coordinates of the output `at`, before padding, and how far they may be
 * off; `isRead` is false for a point that samples nothing, as a number behind it is not finite or it is cut off; `footprint`,
 * under antialias, is how many pixels long the output is along each axis.
 */
export function pointSource(variant: Variant): string {
  const { points, dimensions, isFiltered } = variant;
  const axes = axisNames(dimensions);
  const Vector = vectorType(dimensions, 'f32');
  return `${COORDINATE}
${isFiltered ? footprintSource(dimensions) : ''}
${POINTS[points].functions().join('\n')}
struct Point {
  ${axes.map((axis) => `${axis} : Coordinate`).join(', ')},
  ${isFiltered ? `footprint : ${Vector},` : ''}
  isRead : bool,
}

fn pointAt(crop : i32, at : i32) -> Point {
  var point : Point;
  point.isRead = true;
  let place = ${Vector}(placeOf(at)) - uniforms.middle;
  ${POINTS[points].point}
  ${axes.map((axis) => axisSource(variant, axis)).join('\n  ')}
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

function axisSource({ points, dimensions, cutsOff, isFiltered }: Variant, axis: AxisName): string {
  // The last pixel is taken from the whole part, so that far from 0 the limits are as exact as near it.
  const isNotCutOff = `value >= -uniforms.cutoff && x.whole - (uniforms.size.${axis} - 1.0) + x.part <= uniforms.cutoff`;
  return `{
    var x = plusProduct(Coordinate(), uniforms.centre.${axis}, 1.0);
    var error = 1.0;
    var line = ${vectorType(dimensions, 'f32')}();
    ${POINTS[points].coordinate(dimensions, axis)}
    let value = x.whole + x.part;
    point.${axis} = evenCoordinate(x, ${FOUR_ROUNDINGS} * (abs(value) + error * uniforms.size.${axis}));
    ${isFiltered ? `point.footprint.${axis} = footprintOf(line);` : ''}
    point.isRead = point.isRead && isFinite(value)${cutsOff ? ` && ${isNotCutOff}` : ''};
  }`;
}
