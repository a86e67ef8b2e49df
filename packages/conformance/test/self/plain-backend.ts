import '@tensorflow/tfjs-backend-cpu';
import type { Capabilities, CropBackend, SampleAttrs } from '@cropgrad/core/backend';
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { affineGrid, affineGridGradTheta, baseGrid } from '../../src/oracle/affine-grid.js';
import { OUTSIDE } from '../../src/oracle/paddings.js';
import { rowsOf } from '../../src/oracle/points.js';
import { type Axis, outsideWeight, pixelsPerUnit, type Tap, tapsAt, unnormalize } from '../../src/oracle/taps.js';
import { type View, viewGradient, viewOf } from '../../src/oracle/view.js';

/** What the plain backend goes by; each mutant changes one rule. */
export interface Rules {
  taps(x: number, axis: Axis): Tap[];
  /** Whether a point is so far outside that it samples nothing. */
  isCut(x: number, size: number, attrs: Pick<SampleAttrs, 'cutoff' | 'paddingMode' | 'alignCorners'>): boolean;
  /** What a tap outside reads, in the value and in the slope. */
  outside(attrs: SampleAttrs, reads: { along: number | undefined; insideTaps: number }): number;
  /** Whether a weight is one: the others give the image no gradient. */
  isTap(weight: number): boolean;
  /** How much weight outside reads no fill that is not finite. */
  grazing(x: number, size: number): number;
  /** What an entry of the image gradient becomes when a tap arrives. */
  collect(before: number, arriving: number): number;
}

/** The right rules. */
export const SOUND: Rules = {
  taps: tapsAt,
  isCut: (x, size, { cutoff }) => x < -cutoff || x > size - 1 + cutoff,
  outside: ({ fillValue }) => fillValue,
  isTap: (weight) => weight !== 0,
  grazing: (x, size) => 4 * 2 ** -24 * (Math.abs(x) + size),
  collect: (before, arriving) => before + arriving,
};

const EVERYTHING: Capabilities['sampling'] = [
  {
    modes: ['bilinear', 'nearest', 'bicubic'],
    paddingModes: ['zeros', 'border', 'reflection', 'wrap'],
    dimensions: [2, 3],
    points: ['grid', 'affine', 'perspective'],
  },
];

/** What a backend may declare that has gaps: bilinear and bicubic for grids over images only, nearest with other paddings. */
export const UNEVEN: Capabilities['sampling'] = [
  { modes: ['bicubic', 'bilinear'], paddingModes: ['zeros', 'wrap'], dimensions: [2], points: ['grid'] },
  { modes: ['nearest'], paddingModes: ['reflection', 'border'], dimensions: [3, 2], points: ['affine', 'grid'] },
];

/**
 * The smallest backend there can be, for the suite's tests of itself: no fused kernels, only NHWC and float32,
 * and only loops. Sound with the right rules; core composes, casts and transposes the rest.
 */
export function plainBackend(
  rules: Rules = SOUND,
  sampling: Capabilities['sampling'] = EVERYTHING,
): CropBackend<MathBackendCPU, Capabilities> {
  return {
    contract: 2,
    tfBackend: 'cpu',
    capabilities: {
      sampling,
      dataFormats: ['NHWC'],
      imageDtypes: ['float32'],
      precision: 'f32',
      syncReads: true,
      order: 1,
    },
    kernels: {
      AffineGrid: ({ inputs: { theta }, attrs: { size, alignCorners }, backend }) => {
        const grid = affineGrid({ shape: theta.shape, data: numbers(backend, theta) }, size, alignCorners);
        return made(backend, grid, [theta.shape[0], ...size, size.length]);
      },
      AffineGridGradTheta: ({ inputs: { dgrid }, attrs: { alignCorners }, backend }) => {
        const [crops, ...rest] = dgrid.shape;
        const size = rest.slice(0, -1);
        const dtheta = affineGridGradTheta(numbers(backend, dgrid), crops, size, alignCorners);
        return made(backend, dtheta, [crops, size.length, size.length + 1]);
      },
      PerspectiveGrid: ({ inputs: { theta }, attrs: { size, alignCorners }, backend, shape }) => {
        const views = viewsOf(backend, theta, size, alignCorners);
        const grid = views.flatMap((view) => view.bases.flatMap((_, s) => view.project(s) ?? [Number.NaN, Number.NaN]));
        return made(backend, grid, shape);
      },
      PerspectiveGridGradTheta: ({ inputs: { dgrid, theta }, attrs: { size, alignCorners }, backend, shape }) =>
        made(backend, viewGradient(numbers(backend, dgrid), viewsOf(backend, theta, size, alignCorners)), shape),
      GridSample: ({ inputs: { image, grid }, attrs, backend }) => {
        const channels = image.shape[image.shape.length - 1];
        const shape = [...grid.shape.slice(0, -1), channels];
        const pixels = numbers(backend, image);
        const output = new Float64Array(product(shape));
        eachOutput(rules, image.shape, numbers(backend, grid), grid.shape, attrs, (o, base, reads) => {
          for (let c = 0; c < channels; c++) {
            output[o * channels + c] = reads ? blend(rules, attrs, pixels, base, c, channels, reads) : attrs.fillValue;
          }
        });
        return made(backend, output, shape);
      },
      GridSampleGradImage: ({ inputs: { dy, grid }, attrs, backend }) => {
        const channels = dy.shape[dy.shape.length - 1];
        const upstream = numbers(backend, dy);
        const dImage = new Float64Array(product(attrs.imageShape));
        eachOutput(rules, attrs.imageShape, numbers(backend, grid), grid.shape, attrs, (o, base, reads) => {
          for (const { pixel, weight } of reads?.value ?? []) {
            if (pixel === OUTSIDE || !rules.isTap(weight)) continue;
            for (let c = 0; c < channels; c++) {
              const to = (base + pixel) * channels + c;
              dImage[to] = rules.collect(dImage[to], weight * upstream[o * channels + c]);
            }
          }
        });
        return made(backend, dImage, attrs.imageShape);
      },
      GridSampleGradGrid: ({ inputs: { dy, image, grid }, attrs, backend }) => {
        const channels = dy.shape[dy.shape.length - 1];
        const dimensions = grid.shape[grid.shape.length - 1];
        const [upstream, pixels] = [numbers(backend, dy), numbers(backend, image)];
        const dgrid = new Float64Array(product(grid.shape));
        eachOutput(rules, image.shape, numbers(backend, grid), grid.shape, attrs, (o, base, reads) => {
          for (let along = 0; reads && along < dimensions; along++) {
            for (let c = 0; c < channels; c++) {
              const slope = blend(rules, attrs, pixels, base, c, channels, reads, along);
              dgrid[o * dimensions + along] += slope * upstream[o * channels + c];
            }
          }
        });
        return made(backend, dgrid, grid.shape);
      },
    },
  };
}

function viewsOf(backend: MathBackendCPU, theta: TensorInfo, size: readonly number[], alignCorners: boolean): View[] {
  const bases = baseGrid(size, alignCorners);
  return rowsOf({ shape: theta.shape, data: numbers(backend, theta) }).map((rows) => viewOf(rows, bases));
}

interface Read {
  pixel: number;
  weight: number;
}

/** What a point reads: for the value, and for its slope along each axis, per normalised unit. */
interface Reads {
  value: Read[];
  slopes: Read[][];
}

/** Calls back with the number of every output pixel, the first pixel of its image, and what it reads, if anything. */
function eachOutput(
  rules: Rules,
  imageShape: readonly number[],
  grid: ArrayLike<number>,
  gridShape: readonly number[],
  attrs: SampleAttrs,
  visit: (output: number, base: number, reads: Reads | undefined) => void,
): void {
  const sizes = imageShape.slice(1, -1);
  const perCrop = product(gridShape.slice(1, -1));
  for (let o = 0; o < gridShape[0] * perCrop; o++) {
    const base = attrs.imageIndex[Math.floor(o / perCrop)] * product(sizes);
    const point = Array.from({ length: sizes.length }, (_, k) => grid[o * sizes.length + k]);
    visit(o, base, isPoint(rules, point, sizes, attrs) ? readsAt(rules, point, sizes, attrs) : undefined);
  }
}

function isPoint(rules: Rules, point: readonly number[], sizes: readonly number[], attrs: SampleAttrs): boolean {
  const lengths = [...sizes].reverse();
  return point.every(
    (g, k) => Number.isFinite(g) && !rules.isCut(unnormalize(g, lengths[k], attrs.alignCorners), lengths[k], attrs),
  );
}

function readsAt(rules: Rules, point: readonly number[], sizes: readonly number[], attrs: SampleAttrs): Reads {
  const { mode, paddingMode, alignCorners, fillValue, rounding, cubicCoefficient } = attrs;
  const reads: Reads = { value: [{ pixel: 0, weight: 1 }], slopes: sizes.map(() => [{ pixel: 0, weight: 1 }]) };
  // The slowest axis comes first in an image and last in a point.
  for (const [axis, size] of sizes.entries()) {
    const k = sizes.length - 1 - axis;
    const x = unnormalize(point[k], size, alignCorners);
    const all = rules.taps(x, { size, mode, paddingMode, alignCorners, rounding, cubicCoefficient });
    const isGrazing = !Number.isFinite(fillValue) && outsideWeight(all) <= rules.grazing(x, size);
    const taps = isGrazing ? all.filter(({ index }) => index !== OUTSIDE) : all;
    const scale = pixelsPerUnit(size, alignCorners);
    reads.value = spread(reads.value, taps, size, (tap) => tap.weight);
    reads.slopes = reads.slopes.map((slope, along) =>
      spread(slope, taps, size, (tap) => (along === k ? scale * tap.slope : tap.weight)),
    );
  }
  return reads;
}

function spread(reads: Read[], taps: Tap[], size: number, weightOf: (tap: Tap) => number): Read[] {
  return reads.flatMap(({ pixel, weight }) =>
    taps.map((tap) => ({
      pixel: pixel === OUTSIDE || tap.index === OUTSIDE ? OUTSIDE : pixel * size + tap.index,
      weight: weight * weightOf(tap),
    })),
  );
}

function blend(
  rules: Rules,
  attrs: SampleAttrs,
  pixels: ArrayLike<number>,
  base: number,
  channel: number,
  channels: number,
  { value, slopes }: Reads,
  along?: number,
): number {
  const reads = along === undefined ? value : slopes[along];
  const insideTaps = reads.filter(({ pixel }) => pixel !== OUTSIDE).length;
  return reads.reduce((sum, { pixel, weight }) => {
    if (weight === 0) return sum;
    const read =
      pixel === OUTSIDE ? rules.outside(attrs, { along, insideTaps }) : pixels[(base + pixel) * channels + channel];
    return sum + weight * read;
  }, 0);
}

function product(lengths: readonly number[]): number {
  return lengths.reduce((all, length) => all * length, 1);
}

/** The numbers of a tensor; one that tfjs cast to float32 may still hold integers. */
function numbers(backend: MathBackendCPU, { dataId }: TensorInfo): ArrayLike<number> {
  const { values } = backend.data.get(dataId);
  if (values instanceof Float32Array || values instanceof Int32Array || values instanceof Uint8Array) return values;
  throw new TypeError('expected numbers');
}

function made(backend: MathBackendCPU, values: ArrayLike<number>, shape: readonly number[]): TensorInfo {
  return backend.makeTensorInfo([...shape], 'float32', Float32Array.from(values));
}
