import { toVectorNumber, type Vector, type VectorArray, type VectorNumber } from '../src/vectors/vector.js';
import { type Draws, draws } from './draws.js';
import { SAMPLERS, type Sampler, samplerName, samplerTags } from './samplers.js';

/** What one group does with one sampler: images [N,C,…] and lists of points [N,P,…] in pixels or as they are. */
interface Edge {
  readonly name: string;
  readonly tags: readonly string[];
  readonly source: string;
  readonly image: VectorArray;
  /** One point per output, of (x, y(, z)) normalised. */
  readonly points: readonly (readonly number[])[];
}

const ORACLE = "float64 oracle of PyTorch's rules";
const RULE = 'rule of cropgrad: a point that is not finite reads nothing';

/** The groups of grid_sample in which faults are found, by what they look at. */
export const GRID_EDGES: Readonly<Record<string, () => Vector[]>> = {
  just_outside: () => edges((sampler, draw) => [{ ...plain(sampler, draw), points: justOutside(sampler, draw) }]),
  nan_pixel: () => edges(nanPixel),
  non_finite: () => edges(nonFinite),
  far: () => edges(far),
  huge: () => edges(huge),
  size_1: () => edges(sizeOne),
  tails: () => edges(tails),
};

function edges(makeEdges: (sampler: Sampler, draw: Draws) => Edge[]): Vector[] {
  return SAMPLERS.flatMap((sampler, i) => {
    const draw = draws(i + 1);
    return makeEdges(sampler, draw).map((edge) => vectorOf(sampler, edge, draw));
  });
}

function vectorOf(sampler: Sampler, { name, tags, source, image, points }: Edge, draw: Draws): Vector {
  const { dimensions, mode, padding_mode, align_corners } = sampler;
  const output = [...(dimensions === 3 ? [1] : []), 1, points.length];
  return {
    id: `${samplerName(sampler)}${name && `/${name}`}`,
    tags: [...samplerTags(sampler), ...tags],
    source,
    options: { mode, padding_mode, align_corners },
    inputs: { image, grid: { shape: [1, ...output, dimensions], data: points.flat().map(toVectorNumber) } },
    dy: draw.pixels([1, image.shape[1], ...output]),
  };
}

/** An image of even sides, of powers of two, and nothing unusual about it. */
function plain(sampler: Sampler, draw: Draws): Edge {
  const spatial = sampler.dimensions === 2 ? [4, 8] : [2, 4, 8];
  return { name: '', tags: [], source: ORACLE, image: draw.pixels([1, 2, ...spatial]), points: [] };
}

/** From pixels to what the grid holds, in float32. */
function normalised(x: number, size: number, alignCorners: boolean): number {
  return Math.fround(alignCorners ? (size === 1 ? x : (2 * x) / (size - 1) - 1) : (2 * x + 1) / size - 1);
}

/** Sizes in the order of a point: x, y(, z). */
function sizesOf(image: VectorArray): number[] {
  return image.shape.slice(2).reverse();
}

/** Around each end of each axis: a sixteenth of a pixel, half a pixel, one pixel and a half outside and inside, off every kink. */
function justOutside(sampler: Sampler, draw: Draws): number[][] {
  const sizes = sizesOf(plain(sampler, draw).image);
  return sizes.flatMap((size, axis) =>
    [
      -1.6875,
      -1.0625,
      -0.5625,
      -0.4375,
      -0.0625,
      size - 1 + 0.0625,
      size - 0.5625,
      size - 0.4375,
      size + 0.0625,
      size + 0.6875,
    ].map((x) =>
      sizes.map((other, k) => {
        const at = k === axis ? x : draw.multiple(1 / 32, 0, other - 1) + 1 / 64;
        return normalised(at, sizes[k], sampler.align_corners);
      }),
    ),
  );
}

/** A NaN in the first pixel, and points that no tap leads there from. */
function nanPixel(sampler: Sampler, draw: Draws): Edge[] {
  const edge = plain(sampler, draw);
  const data: VectorNumber[] = [...edge.image.data];
  const perChannel = data.length / 2;
  data[0] = 'NaN';
  data[perChannel] = 'NaN';
  const sizes = sizesOf(edge.image);
  // Inside, away from the first pixel by more than bicubic's two taps; and outside beyond the last one on every axis.
  const inside = Array.from({ length: 4 }, () =>
    sizes.map((size) => draw.multiple(1 / 32, size / 2, size - 1.25) + 1 / 64),
  );
  const outside = sizes.map((size) => size + 2.25 + 1 / 64);
  const before = sizes.map(() => -3.25);
  const isRepeated = sampler.padding_mode === 'wrap' || sampler.padding_mode === 'reflection';
  const isFirst = sampler.padding_mode === 'border';
  const pixels = [...inside.map((point) => [Math.max(point[0], 3.25), ...point.slice(1)])];
  if (!isRepeated) pixels.push(outside);
  if (!isRepeated && !isFirst) pixels.push(before);
  const points = pixels.map((point) => point.map((x, k) => normalised(x, sizes[k], sampler.align_corners)));
  return [{ ...edge, tags: ['nan_pixel'], image: { ...edge.image, data }, points }];
}

/** One point that is not finite, alone, so that a case says one thing. */
function nonFinite(sampler: Sampler, draw: Draws): Edge[] {
  const edge = plain(sampler, draw);
  return [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY].flatMap((value) =>
    ['x', 'y'].map((axis, k) => {
      const point = sizesOf(edge.image).map(() => 0.125);
      point[k] = value;
      return { ...edge, name: `${axis}=${value}`, tags: ['our_rule', 'non_finite'], source: RULE, points: [point] };
    }),
  );
}

/** Points up to 60 images away. */
function far(sampler: Sampler, draw: Draws): Edge[] {
  const edge = plain(sampler, draw);
  const sizes = sizesOf(edge.image);
  const points = Array.from({ length: 8 }, () =>
    sizes.map((size) => normalised(draw.multiple(1 / 16, -60 * size, 60 * size) + 1 / 32, size, sampler.align_corners)),
  );
  return [{ ...edge, tags: ['far'], points }];
}

/** Beyond what float32 holds of fractions, beyond int32, and beyond what a pixel coordinate can be. */
function huge(sampler: Sampler, draw: Draws): Edge[] {
  const edge = plain(sampler, draw);
  const tagged = [
    [3.4e7, 'beyond_2^24'],
    [3e9, 'beyond_2^31'],
    [1e20, 'beyond_2^63'],
    [3e38, 'overflow'],
  ] as const;
  return tagged.flatMap(([size, tag]) =>
    [size, -size].map((g) => {
      const point = sizesOf(edge.image).map((_, k) => (k === 0 ? Math.fround(g) : 0.125));
      const rule = tag === 'overflow' ? ['our_rule'] : [];
      const source =
        tag === 'overflow' ? 'rule of cropgrad: a coordinate that overflows float32 in pixels reads nothing' : ORACLE;
      return { ...edge, name: `x=${g}`, tags: [tag, ...rule], source, points: [point] };
    }),
  );
}

/** Axes of one pixel. */
function sizeOne(sampler: Sampler, draw: Draws): Edge[] {
  const shapes =
    sampler.dimensions === 2
      ? [
          [1, 1],
          [1, 4],
          [4, 1],
        ]
      : [
          [1, 1, 1],
          [1, 4, 1],
          [4, 1, 4],
        ];
  return shapes.map((spatial) => {
    const image = draw.pixels([1, 2, ...spatial]);
    const points = Array.from({ length: 6 }, () => sizesOf(image).map(() => draw.multiple(1 / 64, -2, 2) + 1 / 128));
    return { name: spatial.join('x'), tags: ['size_1'], source: ORACLE, image, points };
  });
}

/** As many outputs as leave one over, or one short, of what vector units take at once. */
function tails(sampler: Sampler, draw: Draws): Edge[] {
  return [1, 33, 65].map((length) => {
    const edge = plain(sampler, draw);
    const image = draw.pixels([1, 1, ...edge.image.shape.slice(2)]);
    const points = Array.from({ length }, () => sizesOf(image).map(() => draw.multiple(1 / 256, -1.5, 1.5) + 1 / 512));
    return { ...edge, name: `${length}`, tags: ['tails'], image, points };
  });
}
