import type { Mode, PaddingMode } from '@cropgrad/core';
import type { AffineSampleAttrs, ImageDtype, SampleAttrs } from '@cropgrad/core/backend';

/** What a kernel is asked to do. Shapes are those of tensors; a kernel that has no image gives none. */
export interface Problem {
  /** The output's spatial shape: [h,w] or [d,h,w]. */
  size: readonly number[];
  crops: number;
  alignCorners: boolean;
  sample?: {
    attrs: SampleAttrs & Partial<Pick<AffineSampleAttrs, 'antialias'>>;
    imageShape: readonly number[];
    imageDtype: ImageDtype;
  };
}

const MODE: Record<Mode, number> = { nearest: 0, bilinear: 1, bicubic: 2 };
const NEAREST: Record<SampleAttrs['rounding'], number> = { even: 0, 'half-up': 3 };
const PADDING: Record<PaddingMode, number> = { zeros: 0, border: 1, reflection: 2, wrap: 3 };
const DTYPE: Record<ImageDtype, number> = { float32: 0, int32: 1, bool: 2 };

/** The struct `Problem` of assembly/problem.ts: a float64, a pointer, 15 integers and 3 float64. */
const STRUCT_BYTES = 8 + 4 + 15 * 4 + 3 * 8;

/** How many bytes {@link writeProblem} writes. */
export function problemBytes({ sample }: Problem): number {
  return STRUCT_BYTES + (sample?.attrs.imageIndex.byteLength ?? 0);
}

/** A heap as numbers. */
export interface HeapNumbers {
  buffer: ArrayBufferLike;
  ints: Int32Array;
  floats: Float64Array;
}

/** The numbers of a heap that may have grown, which replaces its buffer: `before`, where it has not. */
export function numbersOf(buffer: ArrayBufferLike, before?: HeapNumbers): HeapNumbers {
  if (before?.buffer === buffer) return before;
  return { buffer, ints: new Int32Array(buffer), floats: new Float64Array(buffer) };
}

/** Writes a problem into the heap, the image indices behind it. `at` is a multiple of 8, as malloc gives it. */
export function writeProblem({ ints, floats }: HeapNumbers, at: number, problem: Problem): void {
  const { size, crops, alignCorners, sample } = problem;
  const axes = size.length;
  const int = (at + 8) / 4;
  ints.fill(0, int, int + STRUCT_BYTES / 4 - 2);
  ints[int] = at + STRUCT_BYTES;
  ints[int + 1] = axes;
  ints[int + 4] = Number(alignCorners);
  ints[int + 12] = crops;
  ints[int + 13] = axes === 3 ? size[0] : 1;
  ints[int + 14] = size[axes - 2];
  ints[int + 15] = size[axes - 1];
  if (!sample) return;

  const { attrs, imageShape, imageDtype } = sample;
  const { dataFormat, imageIndex, mode, rounding, paddingMode, fillValue } = attrs;
  const channelsLast = dataFormat === 'NHWC';
  const channels = imageShape[channelsLast ? axes + 1 : 1];
  const spatial = channelsLast ? 1 : 2;
  floats[at / 8] = fillValue;
  ints[int + 2] = mode === 'nearest' ? NEAREST[rounding] : MODE[mode];
  ints[int + 3] = PADDING[paddingMode];
  ints[int + 5] = DTYPE[imageDtype];
  // With one channel both layouts are the same, and rows of plain values are the faster one.
  ints[int + 6] = Number(channelsLast && channels > 1);
  ints[int + 7] = channels;
  ints[int + 8] = imageShape[0];
  ints[int + 9] = axes === 3 ? imageShape[spatial] : 1;
  ints[int + 10] = imageShape[spatial + axes - 2];
  ints[int + 11] = imageShape[spatial + axes - 1];
  floats[at / 8 + 9] = attrs.antialias ?? 0;
  floats[at / 8 + 10] = attrs.cubicCoefficient;
  floats[at / 8 + 11] = attrs.cutoff;
  ints.set(imageIndex, (at + STRUCT_BYTES) / 4);
}
