import type { SampleVariant } from '../variant.js';
import { AXIS_FORMULAS } from './axis-formulas.js';
import { constantsSource, onAxis } from './axis-functions.js';
import { type Filter, filterOf, REPEATED_SUMS } from './filters.js';
import { PADDINGS, type Padding } from './paddings.js';

/**
 * A filter that is wider than so many times an image weighs its pixels alike, to the last digit of float32; so does one that
 * is wider than fewer times an image that repeats.
 */
const MOST_SIZES = 2 ** 24;
const MOST_LAPS = 1024;

/**
 * The GLSL functions of an output along an axis that it is `footprint` pixels long on:
 *
 * - `placed(x, lost, footprint, size, low, span)` is what it reads: the pixels `first` to `last`, beyond the ends of an image
 *   that repeats, too; `lost` is what rounding has lost of x.
 * - `filtered(x, lost, error, footprint, normal, size, low, span)` adds the sums of its weights, and `inside`, how much of it is
 *   inside the image; `isRead` is false where that is nothing. `error` is how far the coordinate may be off, and `normal` its
 *   derivative by the normalised one.
 * - `rawTap(it, size, k)` is what the pixel k weighs before the sum is 1, and the derivatives of that by the pixel
 *   coordinate and by the footprint. `weightOf(it, size, k)` is the weight; the weights sum to 1, whatever is inside.
 * - `tapOf(it, size, k)` is the weight times `inside`, its derivative by the normalised coordinate and that by the footprint.
 * - `densityOf(at, x, lost, footprint, size, low, span)` is the raw weight of the pixel `at` over the `spread` of the output, about as many
 *   pixels as it reads.
 * - `pixelOf(k, size)` is where the pixel k is in the image.
 */
export function filteredFunctions(variant: SampleVariant): string {
  const { mode, paddingMode } = variant;
  const { filtered, hasSeam, readsFill } = PADDINGS[paddingMode];
  const filter = filterOf(mode);
  return `${AXIS_FORMULAS}
${constantsSource(variant)}
struct Filtered {
  float whole; float part; float width; float spread; float footprint; int first; int last; bool repeats; float perSum;
  float inside; bool isRead; float scale; vec2 slopes; float insideSlope; float insideGrowth;
};
${onAxis('filteredPadded', filtered.padded)}
${onAxis('filteredSlope', filtered.slope)}
${filterWidthSource(hasSeam)}
${rawTapSource(filter, hasSeam)}
Filtered placed(float x, float lost, float footprint, float size, float low, float span) {
  Filtered it;
  float r = filteredPadded(x, size, low, span);
  it.scale = filteredSlope(x, size, low, span);
  it.whole = floor(r);
  it.part = r - it.whole + it.scale * lost;
  it.footprint = footprint;
  it.width = filterWidth(footprint, size);
  it.spread = ${hasSeam ? 'it.width' : 'min(it.width, size)'};
  float reach = ${filter.radius.toFixed(1)} * it.width;
  it.repeats = ${hasSeam ? '2.0 * reach >= size' : 'false'};
  // Half-open, so that a width of one pixel has floor and floor + 1.
  float first = it.whole + floor(it.part - reach) + 1.0;
  float last = it.whole + floor(it.part + reach);
  it.first = int(${hasSeam ? 'it.repeats ? 0.0 : first' : 'clamp(first, 0.0, size)'});
  it.last = int(${hasSeam ? 'it.repeats ? size - 1.0 : last' : 'clamp(last, -1.0, size - 1.0)'});
  return it;
}
float densityOf(float at, float x, float lost, float footprint, float size, float low, float span) {
  Filtered it = placed(x, lost, footprint, size, low, span);
  return rawTap(it, size, at).x / it.spread;
}
Filtered filtered(float x, float lost, float error, float footprint, float normal, float size, float low, float span) {
  Filtered it = placed(x, lost, footprint, size, low, span);
  it.inside = 1.0;
  it.insideSlope = 0.0;
  it.insideGrowth = 0.0;
  ${readsFill ? COVERAGE : ''}
  float sum = 0.0;
  it.slopes = vec2(0.0);
  for (int k = it.first; k <= it.last; k++) {
    vec3 tap = rawTap(it, size, float(k));
    sum += tap.x;
    it.slopes += tap.yz;
  }
  it.perSum = 1.0 / sum;
  it.isRead = it.inside > 0.0 && sum > 0.0;
  it.scale *= normal;
  return it;
}
float weightOf(Filtered it, float size, int k) { return rawTap(it, size, float(k)).x * it.perSum; }
vec3 tapOf(Filtered it, float size, int k) {
  vec3 tap = rawTap(it, size, float(k)) * it.perSum;
  vec2 slopes = tap.yz - tap.x * (it.slopes * it.perSum);
  return vec3(
    it.inside * tap.x,
    it.scale * (it.inside * slopes.x + it.insideSlope * tap.x),
    it.inside * slopes.y + it.insideGrowth * tap.x);
}
float pixelOf(int k, float size) {
  float at = float(k);
  ${hasSeam ? 'return at < 0.0 ? at + size : at < size ? at : at - size;' : 'return at;'}
}
`;
}

/** The function that says how wide the filter of an output is. */
function filterWidthSource(hasSeam: Padding['hasSeam']): string {
  return `
float filterWidth(float footprint, float size) { return min(widen * footprint, ${hasSeam ? MOST_LAPS : MOST_SIZES}.0 * size); }`;
}

function rawTapSource({ weight, pull, repeated }: Filter, hasSeam: boolean): string {
  const laps = `${REPEATED_SUMS}
vec3 repeatedTap(float e, float h) {${repeated}
}`;
  const ofLaps = `
  distance -= size * floor(distance / size + 0.5);
  if (it.repeats) {
    float before = -distance - size * floor(-distance / size);
    float h = size / it.width;
    vec3 left = repeatedTap(before / it.width, h);
    vec3 right = repeatedTap((size - before) / it.width, h);
    return vec3(left.x + right.x, (right.y - left.y) / it.width, (left.z + right.z) / it.footprint);
  }`;
  return `${hasSeam ? laps : ''}
vec3 rawTap(Filtered it, float size, float k) {
  float distance = (k - it.whole) - it.part;
  ${hasSeam ? ofLaps : ''}
  float d = abs(distance) / it.width;
  float pull = ${pull};
  return vec3(${weight}, (distance > 0.0 ? pull : -pull) / it.width, pull * d / it.footprint);
}`;
}

/**
 * How much of an output is inside. One that ends where the axis does counts as cut there, as a plain point on the last pixel
 * does. Where fill is not finite, what is outside by mere rounding reads none of it.
 */
const COVERAGE = `
  float reached = footprint / 2.0;
  bool startsIn = it.whole + (it.part - reached) >= -0.5;
  bool endsIn = (it.whole - size) + (it.part + reached) < -0.5;
  if (!startsIn || !endsIn) {
    float before = startsIn ? reached : (it.whole + 0.5) + it.part;
    float after = endsIn ? reached : (size - 0.5 - it.whole) - it.part;
    it.inside = max(before + after, 0.0) / footprint;
    if (finite(fillValue) || (1.0 - it.inside) * footprint > error) {
      it.insideSlope = ((startsIn ? 0.0 : 1.0) - (endsIn ? 0.0 : 1.0)) / footprint;
      it.insideGrowth = ((startsIn ? 0.5 : 0.0) + (endsIn ? 0.5 : 0.0) - it.inside) / footprint;
    } else {
      it.inside = 1.0;
    }
  }`;
