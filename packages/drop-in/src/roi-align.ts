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
 * torchvision's `roi_align`, with gradients to the image and, which torchvision has not, to the boxes.
 *
 * Image [B,H,W,C], boxes [N,4] = (x, y, x2, y2) in pixels of the photo, `boxIndex` [N], which says which image each box is cut
 * from, and size [h,w] give [N,h,w,C], as float32: the mean of the samples of each bin, bilinear. A sample further than a pixel
 * outside the centres of the outermost pixels is 0. How many samples there are is a constant to the gradient.
 *
 * With the default `samplingRatio` the boxes' numbers decide how many samples there are: boxes in a tensor are read back, which
 * needs a backend that can (`UNSUPPORTED`); choose a ratio of 1 or more elsewhere. A box that is not finite then gives 0.
 * Throws what `affineSample` of `@cropgrad/core` throws.
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
