import { axisFunctions } from '../../axis/axis-functions.js';
import { type AxisName, axisNames, overAxes } from '../../axis/axis-name.js';
import { SAMPLING_MODES } from '../../axis/modes.js';
import { stripFunctions } from '../../axis/strip-functions.js';
import { axisArguments, tapPixelSource, tapsSource } from '../../axis/taps-source.js';
import type { KernelSource } from '../../device/kernel-source.js';
import { LONG_SUM } from '../../device/long-sum.js';
import { IMAGE_OF_CROP } from '../../ops/image-of-crop.js';
import { POINT_FUNCTIONS } from '../../points/point-functions.js';
import { linesSource, OUTPUT_INDEX, pointOnLinesSource } from '../../points/point-source.js';
import type { SampleVariant } from '../../variant.js';
import { LOCATE_PIXEL, pixelPlaceSource } from '../locate-pixel.js';
import { INDEX_FUNCTIONS, indexLoops } from './index-loops.js';

/** Farther than this float32 is too coarse for bounds on an output's index: all outputs of the crop are looked at. */
const FARTHEST = 1e5;

/**
 * dy, theta → dimage. A pixel is read from a strip of coordinates on each axis; where the image repeats, from one on each
 * lap over it. Coordinates are linear in the output's indices, so the strips bound these, one index after the other: k,
 * then i for a k, then j for both, by Fourier-Motzkin elimination. For a box that is its ranges of rows and columns. The
 * bounds are a little wide and only propose; weights are those of the forward's own taps, so nothing is counted that the
 * forward did not read.
 */
export function stripGradientSource(variant: SampleVariant): KernelSource {
  const { dimensions, mode } = variant;
  const { taps, reach } = SAMPLING_MODES[mode];
  return stripSource(variant, {
    functions: axisFunctions(variant),
    reaches: overAxes(
      dimensions,
      (axis) => `const float reach${axis} = ${reach.toFixed(1)}; const float clip${axis} = 0.0;`,
    ),
    weight: pixelWeightSource(dimensions, taps),
  });
}

/** What differs between kernels that gather by strips. */
export interface StripParts {
  /** Functions besides those of points and strips. */
  readonly functions: string;
  /** Statements that say of a crop, whose lines are there, how far its coordinates read: `reachX` and `clipX` of `stripFunctions`. */
  readonly reaches: string;
  /** Statements that compute the `weight` that the point (x, y(, z)) gives to the pixel at (atX, atY(, atZ)). */
  readonly weight: string;
}

/** A kernel dy, theta → dimage by strips. */
export function stripSource(variant: SampleVariant, { functions, reaches, weight }: StripParts): KernelSource {
  const { dimensions, paddingMode } = variant;
  const axes = axisNames(dimensions);
  const isHere = overAxes(
    dimensions,
    (axis) => `lapOf(${axis.toLowerCase()}, ${placeArguments(axis)}) == lap${axis}`,
    ' && ',
  );
  const visit = `
    ${pointOnLinesSource(variant)}
    // A point counts for the lap it is on, so that no two strips count it.
    if (valid && (everywhere || ${isHere})) {
      ${weight}
      int place = ${axes.reduceRight((index, axis) => (index === '' ? `int(${OUTPUT_INDEX[axis]})` : `(${index}) * out${axis} + int(${OUTPUT_INDEX[axis]})`), '')};
      if (weight < 0.0 || weight > 0.0) {
        ${LONG_SUM.add('weight * getDy(n * cropStride + place * pointStride + channel * cropChannelStride)')}
      }
    }`;
  const strips = `
    ${overAxes(
      dimensions,
      (axis) => `
    float low${axis} = stripStart(at${axis}, lap${axis}, reach${axis}, clip${axis}, ${axisArguments(axis)}) - slack${axis} - start${axis};
    float high${axis} = stripEnd(at${axis}, lap${axis}, reach${axis}, clip${axis}, ${axisArguments(axis)}) + slack${axis} - start${axis};`,
    )}
    ${indexLoops(dimensions, visit)}`;
  return {
    tensors: ['dy', 'theta', 'imageIndex'],
    functions: POINT_FUNCTIONS + functions + stripFunctions(paddingMode) + INDEX_FUNCTIONS,
    body: `
      ${LOCATE_PIXEL}
      ${pixelPlaceSource(dimensions)}
      ${LONG_SUM.start}
      for (int n = 0; n < crops; n++) {
        ${IMAGE_OF_CROP}
        if (image0 != image * imageStride) { continue; }
        ${linesSource(dimensions)}
        if (!thetaFinite) { continue; }
        ${reaches}
        ${overAxes(dimensions, (axis) => lineSource(axis, dimensions))}
        float laps = ${overAxes(dimensions, (axis) => `(lastLap${axis} - firstLap${axis} + 1.0)`, ' * ')};
        bool everywhere = !(${overAxes(dimensions, (axis) => `terms${axis} <= ${FARTHEST}.0`, ' && ')} && laps <= float(perCrop));
        ${axes.reduce((inner, axis) => lapLoop(axis, inner), strips)}
      }
      result = sum;`,
  };
}

/** Statements that compute the `weight` that the point (x, y(, z)) gives to the pixel at (atX, atY(, atZ)). */
function pixelWeightSource(dimensions: number, taps: number): string {
  const sums = overAxes(
    dimensions,
    (axis) => `
      float sum${axis} = 0.0;
      for (float t = 0.0; t < ${taps}.0; t++) {
        if (${tapPixelSource(axis, 't')} == at${axis}) { sum${axis} += tapWeight(t, f${axis}); }
      }`,
  );
  return `${tapsSource(dimensions)} ${sums} float weight = ${overAxes(dimensions, (axis) => `sum${axis}`, ' * ')};`;
}

/** The coordinate at index 0, how far rounding may take coordinates, and the laps that the crop reaches. */
function lineSource(axis: AxisName, dimensions: number): string {
  const sizes = overAxes(dimensions, (along) => `abs(line${axis}${along}) * outSize${along}`, ' + ');
  const before = overAxes(dimensions, (along) => `line${axis}${along} * middle${along}`, ' - ');
  const reach = (bound: string): string =>
    overAxes(dimensions, (along) => `${bound}(0.0, line${axis}${along} * (outSize${along} - 1.0))`, ' + ');
  return `
    float start${axis} = line${axis} + shift${axis} + origin${axis} - ${before};
    float terms${axis} = ${sizes} + abs(line${axis}) + size${axis};
    float slack${axis} = 0.00001 + 0.000004 * terms${axis};
    float firstLap${axis} = lapOf(start${axis} - slack${axis} + ${reach('min')}, ${placeArguments(axis)});
    float lastLap${axis} = lapOf(start${axis} + slack${axis} + ${reach('max')}, ${placeArguments(axis)});`;
}

/** Loops over the laps of an axis: a strip lies on each. Where all outputs are looked at there is one, of a number that counts. */
function lapLoop(axis: AxisName, body: string): string {
  return `
    float endLap${axis} = everywhere ? 0.0 : lastLap${axis};
    for (float lap${axis} = everywhere ? 0.0 : firstLap${axis}; lap${axis} <= endLap${axis}; lap${axis}++) {
      ${body}
    }`;
}

function placeArguments(axis: AxisName): string {
  return `at${axis}, ${axisArguments(axis)}`;
}
