import type { Mode, PaddingMode } from '@cropgrad/core';
import type { FunctionSource, KernelSource } from '../kernel-source.js';
import { axisFunctions, functionSource, TAP_COUNT } from './axis-source.js';
import { pixelPlaceSource, pixelWeightSource } from './listed-image-gradient-source.js';
import { LONG_SUM } from './long-sum.js';
import { type AxisName, axisNames, linesSource, OUTPUT_INDEX, pointOnLinesSource } from './point-source.js';
import { pointNumbers, type SampleVariant, variantName } from './sample-source.js';

/** The pixels of a tile along each axis: crops are listed for tiles, as one list per pixel would be too many. */
export const TILE: Record<number, number> = { 2: 16, 3: 8 };

/** How far from a pixel's centre a coordinate may read it. */
export const REACH: Record<Mode, number> = { nearest: 0.5, bilinear: 1, bicubic: 2 };

/**
 * dy, theta → dimage. A pixel is read from a strip of coordinates on each axis. Coordinates are linear in the output's
 * indices, so the strips bound these, one index after the other: k, then i for a k, then j for both, by Fourier-Motzkin
 * elimination. For a box that is its ranges of rows and columns. The bounds are a little wide and only propose; weights
 * are those of the forward's own taps, so nothing is counted that the forward did not read.
 *
 * Which crops may read a tile of pixels is listed: `tileCrops[tileStarts[t]]` up to `tileStarts[t + 1]`.
 */
export function stripImageGradientSource(variant: SampleVariant): KernelSource {
  const { dimensions, mode, paddingMode } = variant;
  const axes = axisNames(dimensions);
  const tile = axes.reduceRight(
    (index, axis) => `(${index}) * tiles${axis} + quotient(at${axis}, ${TILE[dimensions]})`,
    'imageOfPixel',
  );
  const visit = `
    ${pointOnLinesSource(dimensions)}
    ${foldCheckSource(dimensions, paddingMode)}
    if (inFold * valid > 0.5) {
      ${pixelWeightSource(dimensions, TAP_COUNT[mode])}
      const point = ${outputIndex(dimensions)};
      if (weight < 0 || weight > 0) { ${LONG_SUM.add('weight * dy[point * channels + channel]')} }
    }`;
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
        ${linesSource(dimensions)}
        if (finite(thetaTrace) > 0.5) {
          ${axes.map((axis) => lineSource(axis, axes)).join('')}
          ${foldLoops(
            dimensions,
            paddingMode,
            `
            ${axes.map((axis) => stripSource(axis, mode, paddingMode)).join('')}
            ${indexLoops(dimensions, visit)}`,
          )}
        }
      }
      result = sum;`,
    functions: [...axisFunctions(mode, paddingMode), ...STRIP_FUNCTIONS],
  };
}

const STRIP_FUNCTIONS: readonly FunctionSource[] = [
  // Bounds of an index whose multiple by a lies between low and high; a = 0 means all or nothing.
  {
    arity: 3,
    source: `function lowest(a, low, high) {
      if (a > 0) { return low / a; }
      if (a < 0) { return high / a; }
      if (low <= 0 && high >= 0) { return -1e30; }
      return 1e30;
    }`,
  },
  {
    arity: 3,
    source: `function highest(a, low, high) {
      if (a > 0) { return high / a; }
      if (a < 0) { return low / a; }
      if (low <= 0 && high >= 0) { return 1e30; }
      return -1e30;
    }`,
  },
  // The lap of the mirrored image that a coordinate is on: 0 for the image itself.
  functionSource('fold', ['x', 'low', 'span'], 'span > 0 ? Math.floor((x - low) / span) : 0'),
];

/** The coordinate at index 0 and how far rounding may take it, and for reflection the laps that the crop reaches. */
function lineSource(axis: AxisName, axes: readonly AxisName[]): string {
  const sizes = axes.map((along) => `Math.abs(line${axis}${along}) * out${along}`);
  const atZero = axes.map((along) => `line${axis}${along}`).join(' + ');
  return `
    const start${axis} = line${axis} - offset + offset * (${atZero});
    const slack${axis} = 0.00001 + 0.000004 * (${sizes.join(' + ')} + Math.abs(line${axis}) + size${axis});`;
}

/** Loops over the laps of the mirrored image that the crop reaches: a strip lies in each. */
function foldLoops(dimensions: number, paddingMode: PaddingMode, body: string): string {
  if (paddingMode !== 'reflection') return body;
  const axes = axisNames(dimensions);
  return axes.reduce((inner, axis) => {
    const steps = axes.map((along) => `line${axis}${along} * (out${along} - 1)`);
    const low = steps.map((step) => `Math.min(0, ${step})`).join(' + ');
    const high = steps.map((step) => `Math.max(0, ${step})`).join(' + ');
    return `
    const lastFold${axis} = fold(start${axis} + slack${axis} + ${high}, -offset, span${axis});
    for (let fold${axis} = fold(start${axis} - slack${axis} + ${low}, -offset, span${axis}); fold${axis} <= lastFold${axis}; fold${axis}++) {
      ${inner}
    }`;
  }, body);
}

/** A point counts for the lap it is on, so that no two strips count it. */
function foldCheckSource(dimensions: number, paddingMode: PaddingMode): string {
  if (paddingMode !== 'reflection') return '';
  return axisNames(dimensions)
    .map((axis) => `if (fold(${axis.toLowerCase()}, -offset, span${axis}) !== fold${axis}) { inFold = 0; }`)
    .join('');
}

/** The strip of coordinates around a pixel, less the coordinate at index 0. */
function stripSource(axis: AxisName, mode: Mode, paddingMode: PaddingMode): string {
  const reach = REACH[mode];
  const [low, high] = {
    zeros: [`at${axis} - ${reach}`, `at${axis} + ${reach}`],
    border: [
      `(at${axis} > 0 ? at${axis} - ${reach} : -1e30)`,
      `(at${axis} < size${axis} - 1 ? at${axis} + ${reach} : 1e30)`,
    ],
    reflection: [
      `(span${axis} > 0 ? mirror${axis} - ${reach} : -1e30)`,
      `(span${axis} > 0 ? mirror${axis} + ${reach} : 1e30)`,
    ],
  }[paddingMode];
  const mirror = `
    const onTheWayBack${axis} = fold${axis} - 2 * Math.floor(fold${axis} / 2);
    const mirror${axis} = fold${axis} * span${axis} - offset
      + (onTheWayBack${axis} > 0.5 ? span${axis} - (at${axis} + offset) : at${axis} + offset);`;
  return `
    ${paddingMode === 'reflection' ? mirror : ''}
    const low${axis} = ${low} - slack${axis} - start${axis};
    const high${axis} = ${high} + slack${axis} - start${axis};`;
}

/** Loops over the outputs that may read the strips: the outer index is bounded first, the others for each value of it. */
function indexLoops(dimensions: number, visit: string): string {
  const axes = axisNames(dimensions);
  return axes.reduce((inner, along, level) => {
    const inward = axes.slice(0, level);
    const outward = axes.slice(level + 1);
    /** The bounds on this index's and the inner ones' share of an axis, the outer ones being known. */
    const bounds = axes.map((axis) => {
      const known = outward.map((outer) => ` - line${axis}${outer} * ${OUTPUT_INDEX[outer]}`).join('');
      return { axis, low: `low${axis}${known}`, high: `high${axis}${known}` };
    });
    const lowest: string[] = ['0'];
    const highest: string[] = [`out${along} - 1`];
    const bound = (factor: string, low: string, high: string): void => {
      lowest.push(`Math.ceil(lowest(${factor}, ${low}, ${high}) - 0.01)`);
      highest.push(`Math.floor(highest(${factor}, ${low}, ${high}) + 0.01)`);
    };
    // Each axis alone, with the inner indices anywhere.
    for (const { axis, low, high } of bounds) {
      const steps = inward.map((inner) => `line${axis}${inner} * (out${inner} - 1)`);
      const most = steps.map((step) => ` - Math.max(0, ${step})`).join('');
      const least = steps.map((step) => ` - Math.min(0, ${step})`).join('');
      bound(`line${axis}${along}`, `${low}${most}`, `${high}${least}`);
    }
    // Axes together, with the inner indices eliminated.
    for (const chosen of combinations(bounds, level + 1)) {
      if (level === 0) break;
      const factors = chosen.map((_, left) =>
        cofactor(
          chosen.map(({ axis }) => axis),
          inward,
          left,
        ),
      );
      const total = chosen.map(({ axis }, c) => `${factors[c]} * line${axis}${along}`).join(' + ');
      const low = chosen.map((one, c) => `Math.min(${factors[c]} * (${one.low}), ${factors[c]} * (${one.high}))`);
      const high = chosen.map((one, c) => `Math.max(${factors[c]} * (${one.low}), ${factors[c]} * (${one.high}))`);
      bound(total, low.join(' + '), high.join(' + '));
    }
    const index = OUTPUT_INDEX[along];
    return `
      const last${along} = ${nested('Math.min', highest)};
      for (let ${index} = ${nested('Math.max', lowest)}; ${index} <= last${along}; ${index}++) {
        ${level === 0 ? 'let inFold = 1;' : ''}
        ${inner}
      }`;
  }, visit);
}

/** The factor of one axis in the combination of axes that eliminates the inner indices, with its sign. */
function cofactor(axes: readonly AxisName[], inward: readonly AxisName[], left: number): string {
  const rows = axes.filter((_, a) => a !== left);
  const sign = (left + axes.length - 1) % 2 === 0 ? '' : '-';
  if (rows.length === 1) return `(${sign}line${rows[0]}${inward[0]})`;
  const [p, q] = rows;
  const [a, b] = inward;
  return `(${sign}(line${p}${a} * line${q}${b} - line${p}${b} * line${q}${a}))`;
}

function combinations<T>(items: readonly T[], count: number): T[][] {
  if (count === 0) return [[]];
  return items.flatMap((item, at) => combinations(items.slice(at + 1), count - 1).map((rest) => [item, ...rest]));
}

function nested(call: string, values: readonly string[]): string {
  return values.reduce((all, value) => `${call}(${all}, ${value})`);
}

/** The index of output (n, k, i, j) among all. */
function outputIndex(dimensions: number): string {
  return axisNames(dimensions).reduceRight((index, axis) => `(${index}) * out${axis} + ${OUTPUT_INDEX[axis]}`, 'n');
}
