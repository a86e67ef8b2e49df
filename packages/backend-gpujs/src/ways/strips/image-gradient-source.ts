import { axisFunctions } from '../../axis/axis-functions.js';
import { type AxisName, axisNames } from '../../axis/axis-name.js';
import { SAMPLING_MODES } from '../../axis/mode.js';
import { PADDINGS, type StripNames } from '../../axis/padding.js';
import type { KernelSource } from '../../device/kernel-source.js';
import { LONG_SUM } from '../../device/long-sum.js';
import { linesSource, pointOnLinesSource, readThetaSource } from '../../points/line-source.js';
import { OUTPUT_INDEX } from '../../points/locate-source.js';
import { POINT_FUNCTIONS } from '../../points/point-functions.js';
import { pointNumbers, type SampleVariant, variantName } from '../../variant.js';
import { pixelPlaceSource, pixelWeightSource } from '../pixel-source.js';
import { INDEX_FUNCTIONS, indexLoops } from './index-loops.js';

/** The pixels of a tile along each axis: crops are listed for tiles, as one list per pixel would be too many. */
export const TILE: Record<number, number> = { 2: 16, 3: 8 };

/**
 * dy, theta → dimage. A pixel is read from a strip of coordinates on each axis; where the image repeats, from one on each
 * lap over it. Coordinates are linear in the output's indices, so the strips bound these, one index after the other: k,
 * then i for a k, then j for both, by Fourier-Motzkin elimination. For a box that is its ranges of rows and columns. The
 * bounds are a little wide and only propose; weights are those of the forward's own taps, so nothing is counted that the
 * forward did not read.
 *
 * Which crops may read a tile of pixels is listed: `tileCrops[tileStarts[t]]` up to `tileStarts[t + 1]`.
 */
export function stripImageGradientSource(variant: SampleVariant): KernelSource {
  const { dimensions, mode, paddingMode } = variant;
  const axes = axisNames(dimensions);
  const { lapOf } = PADDINGS[paddingMode].strip;
  const tile = axes.reduceRight(
    (index, axis) => `(${index}) * tiles${axis} + quotient(at${axis}, ${TILE[dimensions]})`,
    'imageOfPixel',
  );
  const visit = `
    ${pointOnLinesSource(dimensions)}
    let counts = valid;
    ${lapOf ? axes.map((axis) => lapCheckSource(axis, lapOf)).join('') : ''}
    if (counts > 0.5) {
      ${pixelWeightSource(variant, false)}
      const point = ${outputIndex(dimensions)};
      if (weight < 0 || weight > 0) { ${LONG_SUM.add('weight * dy[point * channels + channel]')} }
    }`;
  const strips = `
    ${axes.map((axis) => stripSource(axis, variant)).join('')}
    ${indexLoops(dimensions, visit)}`;
  return {
    name: variantName('stripImageGradient', variant),
    arrays: ['dy', 'theta', 'tileStarts', 'tileCrops'],
    numbers: ['channels', ...LONG_SUM.numbers, ...pointNumbers(variant), ...axes.map((axis) => `tiles${axis}`)],
    body: `
      const pixel = quotient(at, channels);
      const channel = at - pixel * channels;
      ${pixelPlaceSource(dimensions)}
      const tile = ${tile};
      const end = tileStarts[tile + 1];
      ${LONG_SUM.start}
      for (let entry = tileStarts[tile]; entry < end; entry++) {
        const n = tileCrops[entry];
        ${readThetaSource('theta', dimensions)}
        ${linesSource(dimensions)}
        if (finite(thetaTrace) > 0.5) {
          ${axes.map((axis) => lineSource(axis, axes)).join('')}
          ${lapOf ? axes.reduce((inner, axis) => lapLoop(axis, axes, lapOf, inner), strips) : strips}
        }
      }
      result = sum;`,
    functions: [...POINT_FUNCTIONS, ...axisFunctions(mode, paddingMode), ...INDEX_FUNCTIONS],
  };
}

/** The coordinate at index 0, and how far rounding may take coordinates. */
function lineSource(axis: AxisName, axes: readonly AxisName[]): string {
  const sizes = axes.map((along) => `Math.abs(line${axis}${along}) * out${along}`);
  const atZero = axes.map((along) => `line${axis}${along}`).join(' + ');
  return `
    const start${axis} = line${axis} - offset + offset * (${atZero});
    const slack${axis} = 0.00001 + 0.000004 * (${sizes.join(' + ')} + Math.abs(line${axis}) + size${axis});`;
}

type LapOf = (names: StripNames) => string;

/** Loops over the laps of an axis that the crop reaches: a strip lies on each. */
function lapLoop(axis: AxisName, axes: readonly AxisName[], lapOf: LapOf, body: string): string {
  const steps = axes.map((along) => `line${axis}${along} * (out${along} - 1)`);
  const low = steps.map((step) => `Math.min(0, ${step})`).join(' + ');
  const high = steps.map((step) => `Math.max(0, ${step})`).join(' + ');
  const lapAt = (x: string): string => lapOf({ ...namesOf(axis), x: `(${x})` });
  return `
    const lastLap${axis} = ${lapAt(`start${axis} + slack${axis} + ${high}`)};
    for (let lap${axis} = ${lapAt(`start${axis} - slack${axis} + ${low}`)}; lap${axis} <= lastLap${axis}; lap${axis}++) {
      ${body}
    }`;
}

/** A point counts for the lap it is on, so that no two strips count it. */
function lapCheckSource(axis: AxisName, lapOf: LapOf): string {
  return `if (${lapOf(namesOf(axis))} !== lap${axis}) { counts = 0; }`;
}

/** The strip of coordinates around a pixel, less the coordinate at index 0. */
function stripSource(axis: AxisName, { mode, paddingMode }: SampleVariant): string {
  const { reach } = SAMPLING_MODES[mode];
  const { place, hasNoStart, hasNoEnd } = PADDINGS[paddingMode].strip;
  const names = namesOf(axis);
  const unless = (open: LapOf | undefined, infinite: string, finite: string): string =>
    open ? `(${open(names)} ? ${infinite} : ${finite})` : finite;
  return `
    const place${axis} = ${place(names)};
    const low${axis} = ${unless(hasNoStart, '-1e30', `place${axis} - ${reach}`)} - slack${axis} - start${axis};
    const high${axis} = ${unless(hasNoEnd, '1e30', `place${axis} + ${reach}`)} + slack${axis} - start${axis};`;
}

function namesOf(axis: AxisName): StripNames {
  return {
    x: axis.toLowerCase(),
    at: `at${axis}`,
    lap: `lap${axis}`,
    size: `size${axis}`,
    low: '(-offset)',
    span: `span${axis}`,
  };
}

/** The index of output (n, k, i, j) among all. */
function outputIndex(dimensions: number): string {
  return axisNames(dimensions).reduceRight((index, axis) => `(${index}) * out${axis} + ${OUTPUT_INDEX[axis]}`, 'n');
}
