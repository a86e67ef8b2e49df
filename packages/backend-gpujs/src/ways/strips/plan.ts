import { axisNames } from '../../axis/axis-name.js';
import { SAMPLING_MODES } from '../../axis/mode.js';
import { PADDINGS } from '../../axis/padding.js';
import { thetaLines } from '../../points/host-lines.js';
import { axisExtents, countOf, extentsOf, type SampleProblem } from '../../problem.js';
import { TILE } from './image-gradient-source.js';

/** Which crops may read each tile of the images: those of tile t are `tileCrops[tileStarts[t]]` up to `tileStarts[t + 1]`. */
export interface TileLists {
  readonly tileStarts: Float32Array;
  readonly tileCrops: Float32Array;
  /** How many tiles an image has along each axis, as the kernel reads them. */
  readonly numbers: Readonly<Record<string, number>>;
}

/**
 * Crops that look at more pixels than this times the outputs and pixels there are: then most of what a pixel would look
 * for in strips is not there.
 */
const MOST_PIXELS = 16;

/** More than rounding takes a coordinate whose terms sum up to no more than {@link FARTHEST}. */
const SLACK = 1;

/**
 * Coordinates with terms larger than this are too coarse in float32 for bounds on an output's index, even where the terms
 * cancel: a strip would be as wide as what they are rounded by, and without end under reflection.
 */
const FARTHEST = 1e5;

/**
 * The lists of the crops' footprints on the images, or undefined where going by strips would not pay: then the cost
 * would follow the pixels under the crops, not the outputs. Nor are there any of more than `most` entries.
 */
export function tileLists(
  theta: Float32Array,
  problem: SampleProblem,
  images: number,
  most: number,
): TileLists | undefined {
  const { dimensions, attrs, imageSize, size, points, numbers } = problem;
  const axes = axisNames(dimensions);
  const crops = attrs.imageIndex.length;
  const lines = thetaLines(theta, problem);
  const extents = axisExtents(problem);
  const { reach } = SAMPLING_MODES[attrs.mode];
  const { pixelsRead } = PADDINGS[attrs.paddingMode];
  const image = extentsOf(imageSize);
  const out = extentsOf(size);
  const tile = TILE[dimensions];
  const tiles = {
    X: Math.ceil(image.X / tile),
    Y: Math.ceil(image.Y / tile),
    Z: dimensions === 3 ? Math.ceil(image.Z / tile) : 1,
  };
  const perImage = countOf(tiles);
  const mostPixels = MOST_PIXELS * (points + images * countOf(image));
  /** First and last tile of each crop along x, y and z. */
  const ranges = new Int32Array(crops * 6);
  let pixels = 0;
  for (let n = 0; n < crops; n++) {
    let footprint = 1;
    extents.forEach((extent, a) => {
      const line = lines.subarray((n * dimensions + a) * 4, (n * dimensions + a + 1) * 4);
      const steps = axes.map((along, column) => line[column] * (out[along] - 1));
      const start = line[3] - numbers.offset + numbers.offset * axes.reduce((sum, _, column) => sum + line[column], 0);
      const low = start + steps.reduce((sum, step) => sum + Math.min(0, step), 0);
      const high = start + steps.reduce((sum, step) => sum + Math.max(0, step), 0);
      const terms = axes.reduce((sum, along, column) => sum + Math.abs(line[column]) * out[along], Math.abs(line[3]));
      if (terms > FARTHEST) footprint = Number.POSITIVE_INFINITY;
      const { first, last, laps } = pixelsRead(low - SLACK, high + SLACK, reach, extent);
      // NaN reads none.
      const isNone = Number.isNaN(low + high) || last < first;
      footprint *= isNone ? 0 : (last - first + 1) * laps;
      ranges[n * 6 + 2 * a] = isNone ? 0 : Math.floor(first / tile);
      ranges[n * 6 + 2 * a + 1] = isNone ? -1 : Math.floor(last / tile);
    });
    if (!(footprint <= mostPixels)) return undefined;
    pixels += footprint;
  }
  if (pixels > mostPixels) return undefined;

  const forEachEntry = (visit: (tile: number, n: number) => void): void => {
    for (let n = 0; n < crops; n++) {
      const [x0, x1, y0, y1, z0, z1] = ranges.subarray(n * 6, n * 6 + 6);
      const first = attrs.imageIndex[n] * perImage;
      for (let z = z0; z <= z1; z++) {
        for (let y = y0; y <= y1; y++) {
          for (let x = x0; x <= x1; x++) visit(first + (z * tiles.Y + y) * tiles.X + x, n);
        }
      }
    }
  };
  const counts = new Uint32Array(images * perImage + 1);
  forEachEntry((t) => counts[t + 1]++);
  for (let t = 0; t < images * perImage; t++) counts[t + 1] += counts[t];
  const total = counts[images * perImage];
  if (total > most) return undefined;
  const tileStarts = Float32Array.from(counts);
  const tileCrops = new Float32Array(Math.max(total, 1));
  forEachEntry((t, n) => {
    tileCrops[counts[t]++] = n;
  });
  return { tileStarts, tileCrops, numbers: { tilesX: tiles.X, tilesY: tiles.Y, tilesZ: tiles.Z } };
}
