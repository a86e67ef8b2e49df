import { type Tensor, type Tensor3D, type Tensor4D, type Tensor5D, tidy } from '@tensorflow/tfjs-core';
import type { Capabilities } from '../backend/capabilities.js';
import { currentCropBackend } from '../backend/current-backend.js';
import type { SampleAttrs } from '../backend/kernels.js';
import { requireSupported } from '../backend/require-supported.js';
import { runCropKernel } from '../backend/run-kernel.js';
import type {
  Grids,
  Input4D,
  Input5D,
  OrUnranked,
  Outputs,
  PointsInput,
  SpatialAxes,
  Widened,
} from '../inputs/argument-types.js';
import { resolveImageIndex } from '../inputs/image-index.js';
import { type PeerRules, underRules } from '../inputs/peer-rules.js';
import { readGrid } from '../inputs/read-grid.js';
import { readImage } from '../inputs/read-image.js';
import { type LaterOptions, resolveSampleOptions, type SampleOptions } from '../inputs/sample-options.js';
import { filled } from './channel-fill.js';
import { perImage } from './per-image.js';
import { asGrid, asList } from './point-list.js';

/**
 * Reads an image at the points of a grid: PyTorch's `grid_sample`.
 *
 * An image [N,H,W,C] and a grid [N,h,w,2] of pairs (x, y) give [N,h,w,C]; a volume [N,D,H,W,C] and a grid [N,d,h,w,3]
 * of triples (x, y, z) give [N,d,h,w,C] (with `dataFormat: 'NCHW'`, channels come second); a list of points [N,P,2], or [N,P,3] in
 * a volume, gives [N,P,C] (or [N,C,P]). Points are normalised: -1 and 1 are the ends of the image, and beyond them `paddingMode`
 * says what is read. Differentiable in image and grid. The gradient by the image can be differentiated once more on every
 * backend, and the gradient by the grid on a backend of order 2; the latter is useful with `'bicubic'` only. Int32 and bool
 * images get no gradient. `'nearest'` gives their dtype back, so that labels stay labels; the other modes read them as float32.
 *
 * @param image - [N,H,W,C], or [N,D,H,W,C]; with `dataFormat: 'NCHW'` channels come second
 * @param grid - [N,h,w,2] of (x, y), or [N,d,h,w,3] of (x, y, z); or a list of points [N,P,2] or [N,P,3]
 * @returns Samples [N,h,w,C] or [N,d,h,w,C]; of a list of points [N,P,C].
 * @throws `INVALID_INPUT`, `INVALID_RANK`, `INVALID_DTYPE`, `INVALID_SHAPE`, `INVALID_OPTION`, `EMPTY_IMAGE`,
 * `INDEX_OUT_OF_RANGE`, `UNSUPPORTED`, `NO_BACKEND` or `OUT_OF_MEMORY`.
 * @example
 * ```ts
 * import '@cropgrad/backend-cpu';
 * import { gridSample } from '@cropgrad/core';
 *
 * const image = [[[[0], [1]], [[2], [3]]]]; // two rows of two pixels
 * const grid = [[[[0, 0], [0.5, -0.5], [0.5, 0.5]]]]; // the middle, and the two pixels on the right
 * const samples = gridSample(image, grid);
 * console.log(samples.shape, Array.from(await samples.data())); // [ 1, 1, 3, 1 ] [ 1.5, 1, 3 ]
 * ```
 * @pytorch `F.grid_sample`
 * ```py
 * samples = F.grid_sample(image, grid, mode="bilinear", padding_mode="zeros", align_corners=False)
 * ```
 * What differs: NHWC by default, `fillValue` and `imageIndex`, bicubic in 3-D, and a non-finite point reads
 * `fillValue` and has no gradient, where PyTorch gives NaN or an edge pixel.
 * @see {@link affineGrid}, {@link perspectiveGrid}, {@link flowGrid} and {@link tpsGrid} make grids;
 * {@link affineSample} needs none; {@link coverage} says how much of each sample is inside.
 * @guide coordinates
 * @guide edges
 * @guide from-pytorch
 */
export function gridSample<I, G, O>(
  image: OrUnranked<Input4D | Input5D, I>,
  grid: OrUnranked<Grids[SpatialAxes<I>], G>,
  options?: SampleOptions | Widened<O>,
): Outputs[SpatialAxes<I> & SpatialAxes<G>];
export function gridSample<I, O>(
  image: OrUnranked<Input4D | Input5D, I>,
  points: PointsInput,
  options?: SampleOptions | Widened<O>,
): Tensor3D;
export function gridSample(
  image: Input4D | Input5D,
  grid: Input4D | Input5D | PointsInput,
  options: SampleOptions = {},
): Tensor3D | Tensor4D | Tensor5D {
  return gridSampleWith(image, grid, options, {});
}

/** {@link gridSample} under the rules of another library, for a function that imitates one. */
export function gridSampleWith(
  image: Input4D | Input5D,
  grid: Input4D | Input5D | PointsInput,
  options: SampleOptions,
  rules: PeerRules,
): Tensor3D | Tensor4D | Tensor5D {
  return tidy(() => {
    const op = 'gridSample';
    const { attrs, channelFill, ...read } = readGridCall(op, image, grid, options, rules);
    const crops = filled(op, channelFill, read.image, read.grid, attrs, (pixels, points, attributes) =>
      runCropKernel('GridSample', { image: pixels, grid: points }, attributes),
    );
    return read.listed(crops) as Tensor3D | Tensor4D | Tensor5D;
  });
}

/** What is read at a grid, checked. */
export interface GridCall {
  image: Tensor;
  /** One grid for each crop; a list of points is one of a single row. */
  grid: Tensor;
  attrs: SampleAttrs;
  channelFill: LaterOptions['channelFill'];
  capabilities: Capabilities;
  /** Crops as what was asked for: of a list of points a list of samples. */
  listed: (crops: Tensor) => Tensor;
}

/** Checks an image and a grid and what is asked of them, on behalf of an op, whose name errors carry. */
export function readGridCall(
  op: string,
  image: unknown,
  grid: unknown,
  options: SampleOptions,
  rules: PeerRules = {},
): GridCall {
  const { tfBackend, capabilities } = currentCropBackend(op);
  const resolved = resolveSampleOptions(op, options);
  const { imageIndex, channelFill } = resolved;
  const { mode, paddingMode, alignCorners, dataFormat, fillValue, cutoff, rounding, cubicCoefficient } = underRules(
    resolved,
    rules,
  );
  const $image = readImage(op, image, dataFormat);
  const dimensions = $image.rank === 4 ? 2 : 3;
  const $grid = readGrid(op, 'grid', grid, $image);
  requireSupported(op, tfBackend, capabilities, { mode, paddingMode, dimensions, points: 'grid' });
  const grids = perImage(op, asGrid($grid, dimensions), $image.shape[0], imageIndex);
  const $imageIndex = resolveImageIndex(op, imageIndex, grids.shape[0], $image.shape[0], capabilities);
  // Spelled out, as in sampleThrough.
  const attrs = {
    mode,
    paddingMode,
    alignCorners,
    dataFormat,
    fillValue,
    cutoff,
    rounding,
    cubicCoefficient,
    imageIndex: $imageIndex,
  };
  const listed = (crops: Tensor): Tensor => ($grid.rank === 3 ? asList(crops, dataFormat) : crops);
  return { image: $image, grid: grids, attrs, channelFill, capabilities, listed };
}
