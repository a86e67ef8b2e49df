import type { DataFormat, Mode, PaddingMode } from '@cropgrad/core';
import type { ImageDtype } from '@cropgrad/core/backend';

/** What a kernel is asked to do. Shapes are those of tensors; a kernel that has no image gives none. */
export interface Problem {
  /** The output's spatial shape: [h,w] or [d,h,w]. */
  size: readonly number[];
  crops: number;
  alignCorners: boolean;
  sample?: {
    imageShape: readonly number[];
    imageDtype: ImageDtype;
    dataFormat: DataFormat;
    imageIndex: Int32Array;
    mode: Mode;
    paddingMode: PaddingMode;
    fillValue: number;
  };
}

const MODE: Record<Mode, number> = { nearest: 0, bilinear: 1, bicubic: 2 };
const PADDING: Record<PaddingMode, number> = { zeros: 0, border: 1, reflection: 2, wrap: 3 };
const DTYPE: Record<ImageDtype, number> = { float32: 0, int32: 1, bool: 2 };

/** The struct `Problem` of assembly/problem.ts: a float64, a pointer and 15 integers. */
const STRUCT_BYTES = 8 + 4 + 15 * 4;

/** How many bytes {@link writeProblem} writes. */
export function problemBytes({ sample }: Problem): number {
  return STRUCT_BYTES + (sample?.imageIndex.byteLength ?? 0);
}

/** Writes a problem into the heap, the image indices behind it. `at` is a multiple of 8, as malloc gives it. */
export function writeProblem(heap: ArrayBufferLike, at: number, { size, crops, alignCorners, sample }: Problem): void {
  const [width, height, depth = 1] = [...size].reverse();
  const ints = new Int32Array(heap, at + 8, STRUCT_BYTES / 4 - 2);
  ints.fill(0);
  ints[0] = at + STRUCT_BYTES;
  ints[1] = size.length;
  ints[4] = Number(alignCorners);
  ints.set([crops, depth, height, width], 12);
  if (!sample) return;

  const { imageShape, imageDtype, dataFormat, imageIndex, mode, paddingMode, fillValue } = sample;
  const channelsLast = dataFormat === 'NHWC';
  const channels = imageShape[channelsLast ? imageShape.length - 1 : 1];
  const spatial = channelsLast ? imageShape.slice(1, -1) : imageShape.slice(2);
  const [imageWidth, imageHeight, imageDepth = 1] = spatial.reverse();
  ints[2] = MODE[mode];
  ints[3] = PADDING[paddingMode];
  ints[5] = DTYPE[imageDtype];
  // With one channel both layouts are the same, and rows of plain values are the faster one.
  ints[6] = Number(channelsLast && channels > 1);
  ints.set([channels, imageShape[0], imageDepth, imageHeight, imageWidth], 7);
  new Float64Array(heap, at, 1)[0] = fillValue;
  new Int32Array(heap, at + STRUCT_BYTES, imageIndex.length).set(imageIndex);
}
