import type { BoxesInput, Input4D, OrUnranked } from '@cropgrad/core';
import { concat, split, type Tensor2D, type Tensor4D, tidy, zerosLike } from '@tensorflow/tfjs-core';
import { linear } from './linear.js';
import { nothingRead } from './nothing-read.js';
import { type BoxIndex, readBoxIndex } from './read-box-index.js';
import { readFloats } from './read-floats.js';
import { readOutputSize } from './read-output-size.js';
import { readRois, scaledCorners } from './roi-corners.js';
import { type RoiOptions, readRoiOptions } from './roi-options.js';
import { joined, rows } from './rows.js';
import { tentWeights } from './tent-weights.js';
import { weightedMeans } from './weighted-means.js';

/**
 * Precise RoI pooling (Jiang et al. 2018): the exact mean, over each bin, of the image as bilinear sampling interpolates it.
 *
 * Image [B,H,W,C], boxes [N,4] = (x, y, x2, y2) in pixels of the photo, `boxIndex` [N], which says which image each box is cut
 * from, and size [h,w] give [N,h,w,C], as float32. No number of samples is chosen, and the mean is smooth in the boxes. Outside, the
 * image fades to 0 over one pixel. A box whose second corner is not beyond its first gives 0. Differentiable by image and boxes, once.
 *
 * Weights are multiplied with whole images. So a pixel that is not finite spoils all bins of its image, and N·h·W·C numbers are in
 * memory on the way. `boxIndex` in a tensor is read back; a backend that cannot do so throws `UNSUPPORTED`.
 *
 * @param image - [B,H,W,C]
 * @param boxes - [N,4] = (x, y, x2, y2) in pixels of the photo
 * @param boxIndex - [N], the image of each box
 * @param size - [h,w] of the results
 * @returns Means [N,h,w,C], float32.
 * @throws `INVALID_RANK`, `INVALID_SHAPE`, `INVALID_OPTION` or `INDEX_OUT_OF_RANGE`.
 * @example
 * ```ts
 * import '@cropgrad/backend-cpu';
 * import { prRoiPool } from '@cropgrad/drop-in';
 * import * as tf from '@tensorflow/tfjs-core';
 *
 * const image = tf.reshape(tf.range(0, 16), [1, 4, 4, 1]);
 * const means = prRoiPool(image, [[1, 1, 3, 3]], [0], [1, 1], { aligned: true });
 * console.log(Array.from(await means.data())); // [ 7.5 ]
 * ```
 * @pytorch None: torchvision has no precise RoI pooling.
 * @see {@link roiAlign} is faster, and takes samples.
 * @guide from-pytorch
 */
export function prRoiPool<I, B>(
  image: OrUnranked<Input4D, I>,
  boxes: OrUnranked<BoxesInput, B>,
  boxIndex: BoxIndex,
  size: readonly [height: number, width: number],
  options?: RoiOptions,
): Tensor4D;
export function prRoiPool(
  image: Input4D,
  boxes: BoxesInput,
  boxIndex: BoxIndex,
  size: readonly [height: number, width: number],
  options: RoiOptions = {},
): Tensor4D {
  const op = 'prRoiPool';
  const { spatialScale, aligned } = readRoiOptions(op, options);
  const lengths = readOutputSize(`${op}: size`, size);
  return tidy(() => {
    const pixels = readFloats(op, 'image', image, [4]) as Tensor4D;
    const rois = readRois(op, boxes);
    const [images, , , channels] = pixels.shape;
    const indices = readBoxIndex(op, boxIndex, rois.shape[0], images);
    const shape: [number, number, number, number] = [rois.shape[0], ...lengths, channels];
    if (shape.includes(0) || pixels.size === 0) return nothingRead([pixels, rois], shape);
    const corners = scaledCorners(rois, spatialScale, aligned ? -0.5 : 0);
    const groups = Array.from({ length: images }, (_, b) => indices.flatMap((of, n) => (of === b ? [n] : [])));
    const read = [...groups.keys()].filter((b) => groups[b].length > 0);
    const [alongX, alongY] = ([0, 1] as const).map((axis) => {
      return tentWeights(along(axis, corners), lengths[1 - axis], pixels.shape[2 - axis]);
    });
    const parts = read.map((b) => {
      return weightedMeans(rows(pixels, [b]), rows(alongY, groups[b]), rows(alongX, groups[b]));
    });
    return joined(
      parts,
      read.map((b) => groups[b]),
      indices.length,
    );
  });
}

/** The ends of boxes along an axis: [N,4] gives [N,2]. Linear, and so is its transpose. */
function along(axis: 0 | 1, corners: Tensor2D): Tensor2D {
  return linear<Tensor2D>(
    corners,
    (all) => {
      const columns = split(all, 4, 1);
      return concat([columns[axis], columns[axis + 2]], 1) as Tensor2D;
    },
    (dy) => {
      const [near, far] = split(dy, 2, 1);
      const none = zerosLike(near);
      return axis === 0 ? concat([near, none, far, none], 1) : concat([none, near, none, far], 1);
    },
  );
}
