/**
 * The formulas of one axis that every backend shares. Each function takes and gives plain numbers and calls only its
 * neighbours here, in the part of JavaScript that shader languages have too, and none has the name of a function there:
 * @cropgrad/backend-gpujs runs this very text on GPUs, where numbers are float32.
 *
 * An axis reflects between `low` and `low + span`: its outer edges, or with `alignCorners` the centres of its outer pixels.
 */

/** Where a coordinate is on its way there and back: from 0 to 2·span, the way back beginning at span. */
export function reflectionPhase(x: number, low: number, span: number): number {
  const distance = Math.abs(x - low);
  // A remainder: it stays right far from the image, where PyTorch's test for odd and even laps jumps.
  return distance - 2 * span * Math.floor(distance / (2 * span));
}

/** Folds a coordinate back between `low` and `low + span`; far from the image only as exactly as numbers are there. */
export function reflected(x: number, low: number, span: number): number {
  if (span <= 0) return 0;
  const phase = reflectionPhase(x, low, span);
  return low + (phase < span ? phase : 2 * span - phase);
}

/** The derivative of {@link reflected}: 1, or -1 where it runs backwards; 0 on an axis of one pixel. */
export function reflectSlope(x: number, low: number, span: number): number {
  if (span <= 0) return 0;
  const wayBack = reflectionPhase(x, low, span) < span ? 1 : -1;
  return x < low ? -wayBack : wayBack;
}

/** Half to even, as PyTorch's `nearbyint`. */
export function roundHalfToEven(x: number): number {
  const low = Math.floor(x);
  const t = x - low;
  if (t < 0.5) return low;
  if (t > 0.5) return low + 1;
  return low + (low - 2 * Math.floor(low / 2));
}

/** Half up, as OpenCV and TensorFlow.js round. */
export function roundHalfUp(x: number): number {
  return Math.floor(x + 0.5);
}

/**
 * Keys's cubic convolution kernel at a distance from 0 to 2; `a` is its slope at 1, -0.75 in PyTorch. It is written as a
 * product, so that it stays exact in float32 where it is small.
 */
export function cubic(d: number, a: number): number {
  return d <= 1 ? (1 - d) * (1 + d - (a + 2) * d * d) : a * (d - 1) * (2 - d) * (2 - d);
}

/** Its derivative by the distance. */
export function cubicSlope(d: number, a: number): number {
  return d <= 1 ? (3 * (a + 2) * d - 2 * (a + 3)) * d : (2 - d) * (4 * a - 3 * a * d);
}

/** Its second derivative by the distance. */
export function cubicCurvature(d: number, a: number): number {
  return d <= 1 ? 6 * (a + 2) * d - 2 * (a + 3) : 6 * a * d - 10 * a;
}

/** Brings a coordinate into an axis of `length` pixels that is repeated without end: at least 0, and below `length`. */
export function wrapped(x: number, length: number): number {
  const place = x - length * Math.floor(x / length);
  // Just below a multiple of the length, rounding may lead to the length itself; far away, anywhere.
  return place >= 0 && place < length ? place : 0;
}
