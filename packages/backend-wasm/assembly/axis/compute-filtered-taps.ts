import { Pointer } from '../memory/pointer';
import { Problem } from '../memory/problem';
import { pixelsPerUnit } from './axis-taps';
import { FilteredTaps } from './filtered-taps';
import { Keys, Tent } from './filters';
import { BICUBIC } from './modes';
import { highestCoordinate, lowestCoordinate } from './pad';
import { centreSlope, padCentre } from './pad-centre';
import { WRAP, ZEROS } from './paddings';

/** Half a unit in the last place of float32 at 1. */
const UNIT: f64 = 1 / 16_777_216;

/** Room for the taps of one output of this size, on an axis of `length` pixels. */
export function mostFilteredTaps(size: f64, length: i32, problem: Problem): i32 {
  const radius: f64 = problem.mode === BICUBIC ? 2 : 1;
  return <i32>min(<f64>length, floor(2 * radius * problem.antialias * size) + 2);
}

/**
 * Computes the taps of outputs around the first `points` pixel coordinates in `x`, `size` pixels large, on an axis of
 * `length` pixels. The weights of the pixels under the filter are made to sum to 1, as in PyTorch, PIL and JAX; under zeros
 * then to what of the output lies inside the image. Slopes are by the normalised coordinate.
 */
export function computeFilteredTaps(
  taps: FilteredTaps,
  x: Pointer<f64>,
  size: f64,
  points: i32,
  length: i32,
  problem: Problem,
): void {
  for (let p = 0; p < points; p++) {
    const n =
      problem.mode === BICUBIC
        ? filter<Keys>(taps, p, x[p], size, <f64>length, problem)
        : filter<Tent>(taps, p, x[p], size, <f64>length, problem);
    taps.taken[p] = n;
    if (n > 0) continue;
    taps.outside[p] = 1;
    taps.outsideSlope[p] = 0;
    taps.outsideSizeSlope[p] = 0;
  }
}

/** The taps of one point; says how many it has. */
function filter<F>(taps: FilteredTaps, p: i32, x: f64, size: f64, length: f64, problem: Problem): i32 {
  if (!(x >= lowestCoordinate(problem) && x <= highestCoordinate(length, problem))) return 0;
  const coverage = taps.coverage;
  coverage.whole();
  if (problem.paddingMode === ZEROS) {
    coverage.compute(x, size, length);
    // A fillValue that is not finite must not take the whole point for what rounding cut off.
    const cut = (1 - coverage.inside) * size;
    if (!isFinite(problem.fillValue) && cut <= 4 * UNIT * (abs(x) + length) + taps.slack) coverage.whole();
    if (coverage.inside <= 0) return 0;
  }
  const alignCorners = problem.alignCorners !== 0;
  const centre = padCentre(x, length, problem.paddingMode, alignCorners);
  const turn = centreSlope(x, centre, length, problem.paddingMode, alignCorners);
  const widened = problem.antialias * size;
  const reach = changetype<F>(0).radius * widened;
  // Half-open, so that an output as large as a pixel reads floor and floor + 1.
  const first = floor(centre - reach) + 1;
  const last = floor(centre + reach);
  const n =
    problem.paddingMode === WRAP
      ? weighRepeated<F>(taps, p, centre, widened, first, last, length, problem.cubicCoefficient)
      : weigh<F>(taps, p, centre, widened, max<f64>(first, 0), min(last, length - 1), problem.cubicCoefficient);
  return n > 0 && normalise(taps, p, n, turn * pixelsPerUnit(<i32>length, alignCorners), problem.antialias) ? n : 0;
}

/** What the filter weighs each pixel from first to last, with its derivatives by centre and size. */
function weigh<F>(taps: FilteredTaps, p: i32, centre: f64, size: f64, first: f64, last: f64, a: f64): i32 {
  const filter = changetype<F>(0);
  const perPixel = 1 / size;
  let to = p * taps.count;
  for (let i = first; i <= last; i++, to++) {
    const d = (i - centre) * perPixel;
    const slope = -perPixel * filter.slope(d, a);
    taps.index[to] = <i32>i;
    taps.weight[to] = filter.weight(d, a);
    taps.slope[to] = slope;
    taps.sizeSlope[to] = slope * d;
  }
  return to - p * taps.count;
}

/**
 * The same of an image that is repeated. Where the filter is longer than the image, the copies of each pixel are added
 * up, in a time that does not depend on their number.
 */
function weighRepeated<F>(
  taps: FilteredTaps,
  p: i32,
  centre: f64,
  size: f64,
  first: f64,
  last: f64,
  length: f64,
  a: f64,
): i32 {
  const room = p * taps.count;
  if (last - first < length) {
    const n = weigh<F>(taps, p, centre, size, first, last, a);
    for (let k = room; k < room + n; k++) {
      const i = taps.index[k];
      if (i < 0) taps.index[k] = i + <i32>length;
      else if (i >= <i32>length) taps.index[k] = i - <i32>length;
    }
    return n;
  }
  const filter = changetype<F>(0);
  const sums = taps.powerSums;
  const unit = size / length;
  for (let k = 0; k < <i32>length; k++) {
    // How far the first copy behind the centre is, in periods; one at the centre itself is the first before it.
    const apart = (<f64>k - centre) / length;
    const behind = apart - ceil(apart) + 1;
    let weight: f64 = 0;
    let slope: f64 = 0;
    let sizeSlope: f64 = 0;
    for (let part: f64 = 0; part < filter.radius; part++) {
      sums.compute(behind, part, part + 1, unit, false);
      weight += filter.weights(sums, part, a);
      slope -= filter.slopes(sums, part, a);
      sizeSlope -= filter.turns(sums, part, a);
      sums.compute(1 - behind, part, part + 1, unit, true);
      weight += filter.weights(sums, part, a);
      slope += filter.slopes(sums, part, a);
      sizeSlope -= filter.turns(sums, part, a);
    }
    taps.index[room + k] = k;
    taps.weight[room + k] = weight;
    taps.slope[room + k] = slope / size;
    taps.sizeSlope[room + k] = sizeSlope / size;
  }
  return <i32>length;
}

/**
 * Makes the n weights of point p sum to its coverage. Slopes become those by the normalised coordinate, which moves the
 * centre `perUnit` pixels, and by the size before it was widened. Says whether anything is left.
 */
function normalise(taps: FilteredTaps, p: i32, n: i32, perUnit: f64, widen: f64): bool {
  const weight = taps.weight.from(p * taps.count);
  const slope = taps.slope.from(p * taps.count);
  const sizeSlope = taps.sizeSlope.from(p * taps.count);
  let total: f64 = 0;
  let slopes: f64 = 0;
  let sizeSlopes: f64 = 0;
  for (let k = 0; k < n; k++) {
    total += weight[k];
    slopes += slope[k];
    sizeSlopes += sizeSlope[k];
  }
  if (total === 0) return false;
  const coverage = taps.coverage;
  const inside = coverage.inside;
  const share = inside / total;
  const perTotal = 1 / total;
  let heaviest = 0;
  for (let k = 0; k < n; k++) {
    const w = weight[k] * perTotal;
    weight[k] = inside * w;
    slope[k] = (share * (slope[k] - w * slopes) + coverage.slope * w) * perUnit;
    sizeSlope[k] = share * widen * (sizeSlope[k] - w * sizeSlopes) + coverage.sizeSlope * w;
    if (weight[k] > weight[heaviest]) heaviest = k;
  }
  taps.heaviest[p] = heaviest;
  taps.outside[p] = 1 - inside;
  taps.outsideSlope[p] = -coverage.slope * perUnit;
  taps.outsideSizeSlope[p] = -coverage.sizeSlope;
  return true;
}
