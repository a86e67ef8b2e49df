import type { Vector, VectorFunction } from '../src/vectors/vector.js';
import { resizeEdges, wholePixelCrops, wholePixelResizes } from './box-edges.js';
import { fromAntialiasFixtures, fromFixtures } from './from-fixtures.js';
import { GRID_EDGES } from './grid-edges.js';
import { roiEdges } from './rois.js';
import { transformBatches, transformEdges } from './transforms.js';

/** Vectors of one function that look at one thing. */
export interface Group {
  readonly function: VectorFunction;
  readonly name: string;
  readonly about: string;
  /** Whether no number on the way is rounded, so that one side of a kink is the only right one. */
  readonly exactCoordinates: boolean;
  readonly vectors: () => Vector[];
}

const OFF_KINKS = 'Random calls; no point is within 1/1000 pixel of a kink';
const ON_KINKS = 'Points on pixel centres, ties, edges, folds and seams; every number on the way is exact in float32';
const EDGES: Readonly<Record<string, string>> = {
  just_outside: 'Points up to a pixel and a half outside of each end of each axis',
  nan_pixel: 'The first pixel is NaN: only points that read it may give NaN, which few do',
  non_finite: 'A point that is NaN or infinite reads nothing: a rule of cropgrad, where samplers differ',
  far: 'Points up to 60 images away',
  huge: 'Points beyond 2^24, 2^31 and 2^63 pixels, and beyond float32',
  size_1: 'Images with axes of one pixel',
  tails: '1, 33 and 65 outputs, which vector units do not divide',
};

/** Every group, function by function. */
export const GROUPS: readonly Group[] = [
  fixtures('affine_grid', 'random', false),
  fixtures('grid_sample', 'kink', true),
  ...Object.entries(GRID_EDGES).map(
    ([name, vectors]): Group => ({
      function: 'grid_sample',
      name,
      about: EDGES[name],
      exactCoordinates: false,
      vectors,
    }),
  ),
  fixtures('grid_sample', 'random', false),
  fixtures('affine_sample', 'kink', true),
  fixtures('affine_sample', 'random', false),
  group('crop', 'whole_pixel', 'Every crop of whole pixels of a 4 × 4 image', true, wholePixelCrops),
  fixtures('crop', 'random', false),
  group('antialiased_crop', 'random', 'Shrunk images and boxes', false, fromAntialiasFixtures),
  fixtures('perspective_sample', 'random', false),
  group('crop_and_resize', 'whole_pixel', 'Every crop of whole pixels of a 5 × 5 image', true, wholePixelResizes),
  group('crop_and_resize', 'edge', 'Boxes across edges, mirrored, of no area, outside', false, resizeEdges),
  group('image_transform', 'edge', 'Images moved out of their frame on each side', true, transformEdges),
  group('image_transform', 'batch', 'Two images, each with a transform of its own', true, transformBatches),
  group('roi_align', 'edge', 'Boxes inside, on whole pixels, across edges and outside', false, roiEdges),
];

function fixtures(name: VectorFunction, group: 'random' | 'kink', exactCoordinates: boolean): Group {
  const where = group === 'kink' ? 'on kinks' : 'off kinks';
  const about = group === 'kink' ? ON_KINKS : OFF_KINKS;
  return { function: name, name: group, about, exactCoordinates, vectors: () => fromFixtures(name, where) };
}

function group(
  name: VectorFunction,
  group: string,
  about: string,
  exactCoordinates: boolean,
  vectors: () => Vector[],
): Group {
  return { function: name, name: group, about, exactCoordinates, vectors };
}
