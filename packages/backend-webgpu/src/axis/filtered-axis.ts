import type { Variant } from '../sampling.js';
import { AXIS_FORMULAS } from './axis-formulas.js';
import { AXIS_EXTENT, constantsSource, lineOf, PADDED_PLACE } from './axis-taps.js';
import { FILTERS, type Filter, REPEATED_SUMS } from './filters.js';
import { FILTERED_PADDINGS } from './paddings.js';

/**
 * The functions, in WGSL, of an output along an axis that it is `footprint` pixels long on.
 *
 * - `filteredAxis(at, axis, footprint)` is what it reads: the pixels `first` to `last`, without end where the image repeats;
 *   `inside` is how much of it is inside the image, and `isRead` is false where that is nothing.
 * - `pixelAt(axis, k)` is the pixel of tap k.
 * - `weightOf(filtered, axis, k)` is its weight. All of them sum to 1, whatever is inside.
 *
 * And where slopes are asked for:
 *
 * - `tapOf(filtered, axis, k)` is the weight, times `inside`, its derivative by the normalised coordinate, and that by the
 *   footprint; `insideSlope` and `insideStretch` are those of `inside`.
 */
export function filteredAxisSource(variant: Variant, order: 0 | 1): string {
  const { mode, paddingMode } = variant;
  const { padded, slope, hasSeam, readsFill } = FILTERED_PADDINGS[paddingMode];
  const filter = FILTERS[mode];
  const last = 'axis.size - 1.0';
  const withSlopes = (text: string): string => (order === 1 ? text : '');
  return `${AXIS_FORMULAS}
${constantsSource(variant)}
${AXIS_EXTENT}
struct FilteredAxis {
  place : Coordinate,
  width : f32,
  footprint : f32,
  first : i32,
  last : i32,
  repeats : bool,
  perSum : f32,
  inside : f32,
  isRead : bool,
  ${withSlopes('scale : f32, slopes : vec2<f32>, insideSlope : f32, insideStretch : f32,')}
}
${lineOf('paddedCoordinate', padded)}
${lineOf('paddedSlope', slope)}
${PADDED_PLACE}
${tapSource(filter, hasSeam)}

fn filteredAxis(at : Coordinate, axis : Axis, footprint : f32) -> FilteredAxis {
  var it : FilteredAxis;
  it.place = ${readsFill ? 'at' : 'paddedPlace(at, axis)'};
  it.footprint = footprint;
  it.width = uniforms.widen * footprint;
  ${hasSeam ? `it.width = min(it.width, ${MOST_LAPS} * axis.size);` : ''}
  it.inside = 1.0;
  let reach = ${filter.radius.toFixed(1)} * it.width;
  // Half-open, so that a width of one pixel has floor and floor + 1.
  let first = it.place.whole + floor(it.place.part - reach) + 1.0;
  let last = it.place.whole + floor(it.place.part + reach);
  ${hasSeam ? 'it.repeats = last - first >= axis.size;' : ''}
  it.first = i32(${hasSeam ? 'select(first, 0.0, it.repeats)' : 'clamp(first, 0.0, axis.size)'});
  it.last = i32(${hasSeam ? `select(last, ${last}, it.repeats)` : `clamp(last, -1.0, ${last})`});
  ${readsFill ? coverageSource(order) : ''}
  var sum = 0.0;
  ${withSlopes('var slopes = vec2<f32>(0.0);')}
  for (var k = it.first; k <= it.last; k++) {
    let tap = rawTap(it, axis, k);
    sum += tap.x;
    ${withSlopes('slopes += tap.yz;')}
  }
  it.perSum = 1.0 / sum;
  it.isRead = it.inside > 0.0 && sum > 0.0;
  ${withSlopes('it.slopes = slopes;\n  it.scale = paddedSlope(at.whole + at.part, axis) * axis.span / 2.0;')}
  return it;
}

fn weightOf(it : FilteredAxis, axis : Axis, k : i32) -> f32 {
  return rawTap(it, axis, k).x * it.perSum;
}
${withSlopes(TAP_OF)}`;
}

/** A filter that is wider than so many times a repeated image weighs its pixels alike, to the last digit of float32. */
const MOST_LAPS = '1024.0';

/** What a tap weighs before the sum is 1, and its derivatives by the pixel coordinate and the footprint. */
function tapSource({ weight, pull, repeated }: Filter, hasSeam: boolean): string {
  const laps = `
fn repeatedTap(e : f32, h : f32) -> vec3<f32> {
  ${repeated}
}
${REPEATED_SUMS}`;
  const ofLaps = `
  if (it.repeats) {
    let before = -distance - axis.size * floor(-distance / axis.size);
    let h = axis.size / it.width;
    let left = repeatedTap(before / it.width, h);
    let right = repeatedTap((axis.size - before) / it.width, h);
    return vec3<f32>(left.x + right.x, (right.y - left.y) / it.width, (left.z + right.z) / it.footprint);
  }`;
  return `${hasSeam ? laps : ''}
fn rawTap(it : FilteredAxis, axis : Axis, k : i32) -> vec3<f32> {
  let distance = (f32(k) - it.place.whole) - it.place.part;
  ${hasSeam ? ofLaps : ''}
  let d = abs(distance) / it.width;
  let pull = ${pull};
  return vec3<f32>(${weight}, select(-pull, pull, distance > 0.0) / it.width, pull * d / it.footprint);
}

fn pixelAt(axis : Axis, k : i32) -> i32 {
  ${hasSeam ? 'let size = i32(axis.size);\n  return ((k % size) + size) % size;' : 'return k;'}
}`;
}

/**
 * How much of an output is inside. One that ends where the axis does counts as cut there, as a plain point on the last pixel
 * does. Where fill is not finite, what is outside by mere rounding reads none of it.
 */
function coverageSource(order: 0 | 1): string {
  return `
  let half = footprint / 2.0;
  let startsIn = it.place.whole + (it.place.part - half) >= -0.5;
  let endsIn = (it.place.whole - axis.size) + (it.place.part + half) < -0.5;
  if (!startsIn || !endsIn) {
    let before = select((it.place.whole + 0.5) + it.place.part, half, startsIn);
    let after = select((axis.size - 0.5 - it.place.whole) - it.place.part, half, endsIn);
    it.inside = max(before + after, 0.0) / footprint;
    if (isFinite(uniforms.fillValue) || (1.0 - it.inside) * footprint > at.error) {
      ${
        order === 0
          ? ''
          : `it.insideSlope = (select(1.0, 0.0, startsIn) - select(1.0, 0.0, endsIn)) / footprint;
      it.insideStretch = (select(0.0, 0.5, startsIn) + select(0.0, 0.5, endsIn) - it.inside) / footprint;`
      }
    } else {
      it.inside = 1.0;
    }
  }`;
}

const TAP_OF = `
fn tapOf(it : FilteredAxis, axis : Axis, k : i32) -> vec3<f32> {
  let tap = rawTap(it, axis, k) * it.perSum;
  let slopes = tap.yz - tap.x * (it.slopes * it.perSum);
  return vec3<f32>(
    it.inside * tap.x,
    it.scale * (it.inside * slopes.x + it.insideSlope * tap.x),
    it.inside * slopes.y + it.insideStretch * tap.x);
}`;
