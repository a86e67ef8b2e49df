import { type BoxesInput, boxesFromPixels, boxToTheta, type Input4D, type OrUnranked } from '@cropgrad/core';
import { affineSampleWith } from '@cropgrad/core/backend';
import { Tensor, type Tensor2D, type Tensor4D, tidy } from '@tensorflow/tfjs-core';
import { meanOfCells } from './mean-of-cells.js';
import { nothingRead } from './nothing-read.js';
import { type BoxIndex, readBoxIndex } from './read-box-index.js';
import { readFloats } from './read-floats.js';
import { readNow } from './read-now.js';
import { readOutputSize } from './read-output-size.js';
import { aPixelLong, readRois, scaledCorners } from './roi-corners.js';
import { type RoiAlignOptions, readRoiAlignOptions } from './roi-options.js';
import { joined, rows } from './rows.js';
import { type SampleCounts, sampleCounts } from './sample-counts.js';

/**
 * torchvision's `roi_align`, with gradients to the image and to the boxes. torchvision has no gradient to the boxes.
 *
 * Image [B,H,W,C], boxes [N,4] = (x, y, x2, y2) in pixels of the photo, `boxIndex` [N], which says which image each box is cut
 * from, and size [h,w] give [N,h,w,C], as float32: the mean of the samples of each bin, bilinear. A sample further than a pixel
 * outside the centres of the outermost pixels is 0. The gradient takes the number of samples as a constant.
 *
 * With the default `samplingRatio`, the boxes decide how many samples there are. So boxes in a tensor are read back, and a box that is
 * not finite gives 0. A backend that cannot read back throws `UNSUPPORTED`: choose a ratio of 1 or more there.
 *
 * @param image - [B,H,W,C]
 * @param boxes - [N,4] = (x, y, x2, y2) in pixels of the photo
 * @param boxIndex - [N], the image of each box
 * @param size - [h,w] of the results
 * @returns Means [N,h,w,C], float32.
 * @throws `INVALID_INPUT`, `INVALID_RANK`, `INVALID_DTYPE`, `INVALID_SHAPE`, `INVALID_OPTION`, `EMPTY_IMAGE`,
 * `INDEX_OUT_OF_RANGE`, `UNSUPPORTED`, `NO_BACKEND` or `OUT_OF_MEMORY`.
 * @example
 * ```ts
 * import '@cropgrad/backend-cpu';
 * import { roiAlign } from '@cropgrad/drop-in';
 * import * as tf from '@tensorflow/tfjs-core';
 *
 * const image = tf.reshape(tf.range(0, 16), [1, 4, 4, 1]);
 * const means = roiAlign(image, [[0, 0, 4, 4]], [0], [2, 2], { aligned: true });
 * console.log(Array.from(await means.data())); // [ 2.5, 4.5, 10.5, 12.5 ]
 * ```
 * @pytorch `torchvision.ops.roi_align`
 * ```py
 * rois = torch.cat([box_index[:, None], boxes], 1)
 * means = torchvision.ops.roi_align(image, rois, [h, w], spatial_scale=1.0, sampling_ratio=-1, aligned=False)
 * ```
 * What differs: images are [B,H,W,C], and the boxes have a gradient.
 * @see {@link prRoiPool} has no samples to choose; `crop` of `@cropgrad/core` takes one sample for each output.
 * @guide from-pytorch
 */
export function roiAlign<I, B>(
  image: OrUnranked<Input4D, I>,
  boxes: OrUnranked<BoxesInput, B>,
  boxIndex: BoxIndex,
  size: readonly [height: number, width: number],
  options?: RoiAlignOptions,
): Tensor4D;
export function roiAlign(
  image: Input4D,
  boxes: BoxesInput,
  boxIndex: BoxIndex,
  size: readonly [height: number, width: number],
  options: RoiAlignOptions = {},
): Tensor4D {
  const op = 'roiAlign';
  const { spatialScale, samplingRatio, aligned } = readRoiAlignOptions(op, options);
  const [h, w] = readOutputSize(`${op}: size`, size);
  return tidy(() => {
    const pixels = readFloats(op, 'image', image, [4]) as Tensor4D;
    const rois = readRois(op, boxes);
    const indices = readBoxIndex(op, boxIndex, rois.shape[0], pixels.shape[0]);
    const shape: [number, number, number, number] = [rois.shape[0], h, w, pixels.shape[3]];
    if (shape.includes(0)) return nothingRead([pixels, rois], shape);
    const shifted = scaledCorners(rois, spatialScale, aligned ? 0 : 0.5);
    const call = { pixels, corners: aligned ? shifted : aPixelLong(shifted), indices, size: [h, w] as const };
    if (samplingRatio > 0) return sampled(call, [samplingRatio, samplingRatio]);
    const numbers = boxes instanceof Tensor ? readNow(`${op}: boxes`, boxes) : boxes.flat();
    return inGroups(call, sampleCounts(numbers, { spatialScale, aligned }, [h, w]));
  });
}

interface RoiCall {
  pixels: Tensor4D;
  /** [N,4] in pixels that span k to k + 1. */
  corners: Tensor2D;
  indices: readonly number[];
  size: readonly [number, number];
}

/** Bins of [sy,sx] samples each: a crop that is as many times larger, and its means. */
function sampled({ pixels, corners, indices, size: [h, w] }: RoiCall, counts: SampleCounts): Tensor4D {
  const [sy, sx] = counts;
  const theta = boxToTheta(boxesFromPixels(corners, [pixels.shape[1], pixels.shape[2]]));
  const options = { paddingMode: 'border', imageIndex: indices } as const;
  const crop = affineSampleWith(pixels, theta, [h * sy, w * sx], options, { cutoff: 1 }) as Tensor4D;
  return meanOfCells(crop, counts);
}

/** Boxes that have the same counts of samples are read together. */
function inGroups(call: RoiCall, counts: readonly SampleCounts[]): Tensor4D {
  const groups = new Map<string, number[]>();
  for (const [n, count] of counts.entries()) {
    const group = groups.get(`${count}`) ?? [];
    groups.set(`${count}`, group);
    group.push(n);
  }
  const parts = Array.from(groups.values(), (group) => {
    const count = counts[group[0]];
    const { pixels, size } = call;
    const corners = rows(call.corners, group);
    if (count.includes(0)) return nothingRead([pixels, corners], [group.length, ...size, pixels.shape[3]]);
    return sampled({ pixels, corners, indices: group.map((n) => call.indices[n]), size }, count);
  });
  return joined(parts, [...groups.values()], counts.length);
}
