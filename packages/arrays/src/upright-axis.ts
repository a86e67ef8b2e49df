/**
 * How the outputs along one axis of an upright box read the image, for those whose centre lies inside. They are counted from
 * the lowest pixel on, whichever way the crop goes: output k of them is output `first + k * step` of the crop.
 */
export interface UprightAxis {
  count: number;
  first: number;
  step: 1 | -1;
  /** Outputs that average what they cover, or those that lie between two pixels. */
  read: Averages | Pairs;
}

/**
 * Outputs as far from each other as the filter reaches: so each pixel lies between the centres of two outputs, and is shared
 * by these, by how near it is to each. There is a run of pixels before each centre, and one after the last.
 */
export interface Averages {
  kind: 'averages';
  /** How many pixels it is from an output to the next. */
  pitch: number;
  /** Where each run of pixels starts, and where the last one ends. */
  bounds: Int32Array;
  /** How far the end of each run is before the centre that it leads to. */
  beyond: Float64Array;
  /** One over the weights of each output. */
  norm: Float64Array;
}

/** The pixel before and behind each output, and how far it is on the way from the one to the other. */
export interface Pairs {
  kind: 'pairs';
  before: Int32Array;
  behind: Int32Array;
  part: Float64Array;
}

/**
 * The axis of a box around `centre`, `length` pixels long, which is cut into `outputs` outputs, on an image of `pixels` pixels.
 * A negative length mirrors. With `antialias`, outputs that are more than a pixel apart average.
 */
export function uprightAxis(
  centre: number,
  length: number,
  outputs: number,
  pixels: number,
  antialias: boolean,
): UprightAxis {
  const centres: number[] = [];
  let first = 0;
  const per = length / outputs;
  for (let p = 0; p < outputs; p++) {
    const x = centre - length / 2 + per * (p + 0.5) - 0.5;
    if (!(x >= -0.5 && x <= pixels - 0.5)) continue;
    if (centres.length === 0) first = p;
    centres.push(x);
  }
  const mirrored = per < 0;
  if (mirrored) {
    centres.reverse();
    first += centres.length - 1;
  }
  const pitch = Math.abs(per);
  const read = antialias && pitch > 1 ? averages(centres, pitch, pixels) : pairs(centres, pixels);
  return { count: centres.length, first, step: mirrored ? -1 : 1, read };
}

function averages(centres: readonly number[], pitch: number, pixels: number): Averages {
  const { length } = centres;
  const bounds = new Int32Array(length + 2);
  const beyond = new Float64Array(length + 1);
  const norm = new Float64Array(length);
  if (length > 0) bounds[0] = Math.max(0, Math.ceil(centres[0] - pitch));
  let rising = 0;
  for (let k = 0; k < length + 1 && length > 0; k++) {
    const centre = k < length ? centres[k] : centres[length - 1] + pitch;
    bounds[k + 1] = Math.min(pixels, Math.max(bounds[k], Math.ceil(centre)));
    beyond[k] = centre - bounds[k + 1];
    // The weights are what a row of ones gives.
    const ones = bounds[k + 1] - bounds[k];
    const falling = (ones * (ones + 1)) / 2 + beyond[k] * ones;
    if (k > 0) norm[k - 1] = 1 / (rising + falling);
    rising = pitch * ones - falling;
  }
  return { kind: 'averages', pitch, bounds, beyond, norm };
}

function pairs(centres: readonly number[], pixels: number): Pairs {
  const before = new Int32Array(centres.length);
  const behind = new Int32Array(centres.length);
  const part = new Float64Array(centres.length);
  for (const [k, centre] of centres.entries()) {
    const x = Math.min(Math.max(centre, 0), pixels - 1);
    before[k] = Math.floor(x);
    behind[k] = Math.min(before[k] + 1, pixels - 1);
    part[k] = x - before[k];
  }
  return { kind: 'pairs', before, behind, part };
}
