import { CropError } from '@cropgrad/core';
import { SAMPLING_MODES } from '../axis/mode.js';
import { countOf, extentsOf, gridLength } from '../problem.js';
import type { SampleCall, SampleResult } from '../sample-call.js';
import { MOST_CELLS } from '../ways/cells/plan.js';
import type { Range } from './cut.js';

/** A share of a call, of which every array fits on the device. */
export interface Part {
  readonly crops: Range;
  /** The images that these crops read. */
  readonly images: Range;
  readonly channels: Range;
}

const ELSEWHERE = 'or use @cropgrad/backend-wasm or @cropgrad/backend-cpu';

/**
 * The parts of a call, one where all of it fits: as many channels at a time as fit for one image and one crop, and as many
 * crops in a row as fit with the images they read. Throws `OUT_OF_MEMORY` where one channel of an image, or one crop, is
 * too long by itself.
 */
export function partsOf(call: SampleCall, result: SampleResult): Part[] {
  const { imageIndex } = call.attrs;
  const limit = call.backend.device.maxLength;
  const images = call.imageShape[0];
  const channels = call.imageShape[call.imageShape.length - 1];
  const isFiltered = Boolean(call.attrs.antialias);
  const isListed = result === 'image' && (call.points !== 'theta' || isFiltered);
  // A list of points per pixel has one number more than there are pixels.
  const pixels = countOf(extentsOf(call.imageShape.slice(1, -1))) + (isListed ? 1 : 0);
  const points = countOf(extentsOf(call.size));
  const perCrop = lengthPerCrop(call, result);
  requireImage(call, pixels, isListed ? 'where the points of each pixel are listed' : 'for each channel', limit);
  requireCrop(call, perCrop, limit);

  const together = Math.min(channels, Math.floor(limit / Math.max(pixels, points)));
  const listedPerPoint = isFiltered
    ? MOST_CELLS[call.size.length]
    : SAMPLING_MODES[call.attrs.mode].taps ** call.size.length;
  const taps = isListed ? listedPerPoint : 0;
  const mostPerCrop = Math.max(perCrop, points * Math.max(together, taps));
  const allImages = images * pixels * together <= limit;
  const runs: Omit<Part, 'channels'>[] = [];
  for (let from = 0; from < imageIndex.length; ) {
    let low = imageIndex[from];
    let high = low;
    let to = from + 1;
    for (; to < imageIndex.length; to++) {
      const lower = Math.min(low, imageIndex[to]);
      const higher = Math.max(high, imageIndex[to]);
      if ((to + 1 - from) * mostPerCrop > limit) break;
      if (!allImages && (higher + 1 - lower) * pixels * together > limit) break;
      low = lower;
      high = higher;
    }
    runs.push({ crops: { from, to }, images: allImages ? { from: 0, to: images } : { from: low, to: high + 1 } });
    from = to;
  }
  return Array.from({ length: Math.ceil(channels / together) }, (_, c): Range => {
    return { from: c * together, to: Math.min((c + 1) * together, channels) };
  }).flatMap((range) => runs.map((run): Part => ({ ...run, channels: range })));
}

/** How many numbers there are per crop, besides the samples and the lists. */
function lengthPerCrop({ points, size, attrs }: SampleCall, result: SampleResult): number {
  const count = countOf(extentsOf(size));
  if (points === 'grid') return count * size.length;
  return result === 'points' ? gridLength(size, points, attrs.antialias ? 2 : 1) : count;
}

function requireImage({ backend, imageShape }: SampleCall, pixels: number, where: string, limit: number): void {
  if (pixels <= limit) return;
  throw new CropError('OUT_OF_MEMORY', {
    what: `gpujs: an image of ${imageShape.slice(1, -1).join(' × ')} pixels in mode '${backend.mode}'`,
    got: `${pixels} numbers ${where}`,
    expected: `at most ${limit}`,
    next: `Make the image smaller, or cut it into pieces, ${ELSEWHERE}`,
  });
}

function requireCrop({ backend, size, points }: SampleCall, length: number, limit: number): void {
  if (length <= limit) return;
  throw new CropError('OUT_OF_MEMORY', {
    what: `gpujs: ${points === 'grid' ? 'a row of' : 'one crop of'} ${size.join(' × ')} points in mode '${backend.mode}'`,
    got: `${length} numbers`,
    expected: `at most ${limit}`,
    next: `Make the crop smaller, or make it in pieces, ${ELSEWHERE}`,
  });
}
