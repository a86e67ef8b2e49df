import type { DataFormat } from '@cropgrad/core';
import fc from 'fast-check';
import type {
  AffineGridCase,
  AffineSampleCase,
  CaseOptions,
  CropCase,
  GridSampleCase,
  NdArray,
  PerspectiveSampleCase,
  SampleCase,
} from '../case.js';
import type { Cell } from '../cells.js';
import { coordinateAt, type Place, place, type Temper } from './coordinates.js';
import { noise } from './noise.js';
import { isDecided, perspectiveMap } from './perspective.js';
import { batchSize, channelCount, imageSize, noiseSeed, outputSize } from './sizes.js';
import { affineMap, box } from './theta.js';

type Options = Omit<Cell, 'op'>;

/** A random case of a cell: small, with every way to say which image a crop reads, in either layout. */
export function sampleCase(cell: Cell, only?: Temper): fc.Arbitrary<SampleCase> {
  switch (cell.op) {
    case 'gridSample':
      return gridSampleCase(cell, only);
    case 'affineSample':
      return affineSampleCase(cell, only);
    case 'perspectiveSample':
      return perspectiveSampleCase(cell, only);
    case 'crop':
      return cropCase(cell, only);
  }
}

/** A random call of gridSample. */
export function gridSampleCase(cell: Options, only?: Temper): fc.Arbitrary<GridSampleCase> {
  const { dimensions, alignCorners } = cell;
  const points = (temper: Temper): fc.Arbitrary<Place[][]> =>
    several(fc.tuple(place(temper), place(temper), place(temper)), 24);
  return drawn(cell, only, points).map(({ crops, output, points, image, options, dy }): GridSampleCase => {
    const lengths = image.shape.slice(1, -1).reverse();
    const total = output.reduce((product, length) => product * length, crops);
    const data = repeated(points, total).map((point) =>
      lengths.map((size, k) => coordinateAt(point[k], size, alignCorners)),
    );
    const grid = { shape: [crops, ...output, dimensions], data: data.flat() };
    return { op: 'gridSample', dimensions, image, grid, options, dy };
  });
}

/** A random call of affineSample. */
export function affineSampleCase(cell: Options, only?: Temper): fc.Arbitrary<AffineSampleCase> {
  const { dimensions } = cell;
  const maps = (temper: Temper): fc.Arbitrary<number[][]> => several(affineMap(dimensions, temper), 4);
  return drawn(cell, only, maps).map(({ crops, output, points, image, options, dy }) => {
    const theta = { shape: [crops, dimensions, dimensions + 1], data: repeated(points, crops).flat() };
    return { op: 'affineSample', dimensions, image, theta, size: output, options, dy };
  });
}

/** A random call of perspectiveSample: no point of it is so near to the camera that rounding says whether it is behind. */
export function perspectiveSampleCase(cell: Options, only?: Temper): fc.Arbitrary<PerspectiveSampleCase> {
  const maps = (temper: Temper): fc.Arbitrary<number[][]> => several(perspectiveMap(temper), 4);
  return drawn(cell, only, maps)
    .map(({ crops, output, points, image, options, dy }): PerspectiveSampleCase => {
      const theta = { shape: [crops, 3, 3], data: repeated(points, crops).flat() };
      return { op: 'perspectiveSample', dimensions: 2, image, theta, size: output, options, dy };
    })
    .filter(isDecided);
}

/** A random call of crop. */
export function cropCase(cell: Options, only?: Temper): fc.Arbitrary<CropCase> {
  const { dimensions } = cell;
  const corners = (temper: Temper): fc.Arbitrary<number[][]> => several(box(dimensions, temper), 4);
  return drawn(cell, only, corners).map(({ crops, output, points, image, options, dy }) => {
    const boxes = { shape: [crops, 2 * dimensions], data: repeated(points, crops).flat() };
    return { op: 'crop', dimensions, image, boxes, size: output, options, dy };
  });
}

/** A random call of affineGrid. */
export function affineGridCase({
  dimensions,
  alignCorners,
}: Pick<Options, 'dimensions' | 'alignCorners'>): fc.Arbitrary<AffineGridCase> {
  return fc
    .tuple(several(affineMap(dimensions, 'tame'), 4), imageSize(dimensions), noiseSeed)
    .map(([maps, size, seed]) => ({
      op: 'affineGrid',
      dimensions,
      theta: { shape: [maps.length, dimensions, dimensions + 1], data: maps.flat() },
      size,
      options: { alignCorners },
      dy: noise([maps.length, ...size, dimensions], seed),
    }));
}

/** One to so many of these; where more are needed they repeat, so that they can shrink apart from how many there are. */
function several<T>(arbitrary: fc.Arbitrary<T>, most: number): fc.Arbitrary<T[]> {
  return fc.array(arbitrary, { minLength: 1, maxLength: most, size: 'max' });
}

function repeated<T>(some: readonly T[], length: number): T[] {
  return Array.from({ length }, (_, i) => some[i % some.length]);
}

/** What a case is made of. */
interface Drawn<P> {
  crops: number;
  output: number[];
  /** Where it samples, as often as drawn. */
  points: P[];
  image: NdArray;
  options: CaseOptions;
  dy: NdArray;
}

/** Draws everything independently, nothing from what was drawn before: so that each part shrinks by itself. */
function drawn<P>(
  { dimensions, mode, paddingMode, alignCorners }: Options,
  only: Temper | undefined,
  pointsOf: (temper: Temper) => fc.Arbitrary<P[]>,
): fc.Arbitrary<Drawn<P>> {
  const points =
    only === undefined
      ? fc.oneof({ weight: 3, arbitrary: pointsOf('tame') }, { weight: 1, arbitrary: pointsOf('wild') })
      : pointsOf(only);
  return fc
    .record({
      crops: batchSize,
      images: batchSize,
      sharing: fc.constantFrom('own', 'single', 'indexed'),
      spatial: imageSize(dimensions),
      output: outputSize(dimensions),
      channels: channelCount,
      fillValue: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.constantFrom(0.75, -2.5)),
      dataFormat: fc.constantFrom<DataFormat>('NHWC', 'NCHW'),
      index: fc.array(fc.nat(3), { minLength: 4, maxLength: 4 }),
      seed: noiseSeed,
      points,
    })
    .map(({ crops, images, sharing, spatial, output, channels, fillValue, dataFormat, index, seed, points }) => {
      const count = sharing === 'own' ? crops : sharing === 'single' ? 1 : images;
      const imageIndex = index.slice(0, crops).map((i) => i % count);
      return {
        crops,
        output,
        points,
        image: noise([count, ...spatial, channels], seed),
        options: {
          mode,
          paddingMode,
          alignCorners,
          fillValue,
          dataFormat,
          ...(sharing === 'indexed' && { imageIndex }),
        },
        dy: noise([crops, ...output, channels], seed + 1),
      };
    });
}
