import { affineGrid } from '@cropgrad/core';
import { type Tensor2D, type Tensor4D, valueAndGrad } from '@tensorflow/tfjs-core';
import { boxesTensor, boxesToTheta, cropBoxes, readBoxes } from './crop-boxes.js';
import { heatMap } from './heat-map.js';
import { kernelsOf } from './kernels-of.js';
import { LOSS_OF } from './losses.js';
import { numbersOf } from './numbers-of.js';
import type { CropAnswer, Job, Overlay } from './protocol.js';
import { cellOf, sumOverCells } from './sum-over-cells.js';

/** A drawn grid has no more points than this in a row or column; more could not be told apart. */
const MAX_POINTS = 64;

type CropJob = Extract<Job, { kind: 'crop' }>;

/** Crops a photo [1,H,W,3], or [1,H,W,4] with alpha, and makes what is drawn over the photo. */
export async function cropJob(photo: Tensor4D, job: CropJob): Promise<CropAnswer> {
  const { box, sampling } = job;
  const { result, kernels } = await kernelsOf(() => numbersOf(() => [cropBoxes(photo, boxesTensor([box]), sampling)]));
  return {
    size: sampling.size,
    pixels: rgba(result[0], photo.shape[3]),
    kernels,
    overlay: await overlayOf(photo, job),
  };
}

async function overlayOf(photo: Tensor4D, job: CropJob): Promise<Overlay> {
  switch (job.view) {
    case 'crop':
      return { view: 'crop' };
    case 'grid':
      return samplingGrid(photo, job);
    case 'image':
      return imageGradient(photo, job);
    case 'box': {
      const byBox = (at: Tensor2D) => cropBoxes(photo, at, job.sampling);
      const { loss, gradient } = await gradientBy(() => boxesTensor([job.box]), byBox, photo, job);
      return { view: 'box', gradient: readBoxes(gradient)[0], loss };
    }
  }
}

/** The gradient by the photo, each pixel's summed over its channels. */
async function imageGradient(photo: Tensor4D, job: CropJob): Promise<Extract<Overlay, { view: 'image' }>> {
  const { box, sampling } = job;
  const [, height, width, channels] = photo.shape;
  const size = { width, height };
  const byPhoto = (at: Tensor4D) => cropBoxes(at, boxesTensor([box]), sampling);
  const { loss, gradient } = await gradientBy(() => photo, byPhoto, photo, job);
  const byPixel = summedOverChannels(gradient, channels);
  const cell = cellOf(box, sampling.size, sampling.alignCorners);
  // Averages read every pixel, and so do samples that are less than a pixel apart.
  const hasGaps = !sampling.antialias && (cell.width > 1 || cell.height > 1);
  const shown = hasGaps ? sumOverCells(byPixel, size, box, cell) : byPixel;
  const map = heatMap(shown, size);
  const heat = await createImageBitmap(new ImageData(map.pixels, map.size.width, map.size.height));
  return { view: 'image', heat, strongest: map.strongest, loss, cell: hasGaps ? cell : undefined };
}

function summedOverChannels(values: Float32Array, channels: number): Float32Array {
  const sums = new Float32Array(values.length / channels);
  for (let i = 0; i < values.length; i++) sums[Math.floor(i / channels)] += values[i];
  return sums;
}

/** Where the crop's pixels are read, in pixels of the photo; of a large crop, one in so many rows and columns. */
async function samplingGrid(photo: Tensor4D, { box, sampling }: CropJob): Promise<Extract<Overlay, { view: 'grid' }>> {
  const { size, alignCorners } = sampling;
  const [, height, width] = photo.shape;
  const [grid] = await numbersOf(() => {
    const theta = boxesToTheta(boxesTensor([box]), photo.shape, alignCorners);
    return [affineGrid(theta, [size.height, size.width], { alignCorners })];
  });
  const inset = alignCorners ? 0.5 : 0;
  const every = Math.ceil(Math.max(size.height, size.width) / MAX_POINTS);
  const points: number[] = [];
  for (let i = 0; i < size.height; i += every) {
    for (let j = 0; j < size.width; j += every) {
      const at = 2 * (i * size.width + j);
      points.push(((grid[at] + 1) / 2) * (width - 2 * inset) + inset);
      points.push(((grid[at + 1] + 1) / 2) * (height - 2 * inset) + inset);
    }
  }
  return { view: 'grid', points: Float32Array.from(points), columns: Math.ceil(size.width / every) };
}

/** The loss of `crop(x)`, and its gradient by the x that is made. */
async function gradientBy<T extends Tensor4D | Tensor2D>(
  makeX: () => T,
  crop: (x: T) => Tensor4D,
  photo: Tensor4D,
  job: CropJob,
): Promise<{ loss: number; gradient: Float32Array }> {
  const [[loss], gradient] = await numbersOf(() => {
    const target = cropBoxes(photo, boxesTensor([job.target]), job.sampling);
    const { value, grad } = valueAndGrad((at: T) => LOSS_OF[job.loss](crop(at), target))(makeX());
    return [value, grad];
  });
  return { loss, gradient };
}

/**
 * Colours from 0 to 1 as RGBA bytes; what bicubic overshoots is cut off. A fourth channel is alpha, by which the colours
 * were multiplied.
 */
function rgba(values: ArrayLike<number>, channels: number): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray((values.length / channels) * 4);
  for (let from = 0, to = 0; from < values.length; from += channels, to += 4) {
    const alpha = channels === 4 ? values[from + 3] : 1;
    for (let c = 0; c < 3; c++) pixels[to + c] = alpha > 0 ? (255 * values[from + c]) / alpha : 0;
    pixels[to + 3] = 255 * alpha;
  }
  return pixels;
}
