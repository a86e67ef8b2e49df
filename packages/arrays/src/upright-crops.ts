import { cropUpright } from './crop-upright.js';
import type { Frame } from './frame.js';
import type { ReadImage } from './image.js';
import type { ReadOptions } from './read-options.js';
import { stridesOf } from './strides.js';
import { uprightAxis } from './upright-axis.js';

/** So many bytes may be added up along x until an int32 is full. */
const LONGEST_RUN = 4096;

/** An image of bytes. */
export type ByteImage = ReadImage & { values: Uint8Array };

/** Whether {@link uprightCrops} can cut these frames: upright bilinear ones of bytes, whose samples outside are filled. */
export function canCutUpright(
  image: ReadImage,
  frames: readonly Frame[],
  [, width]: readonly [number, number],
  { mode, paddingMode, outside }: Pick<ReadOptions, 'mode' | 'paddingMode' | 'outside'>,
): image is ByteImage {
  if (!(image.values instanceof Uint8Array)) return false;
  if (mode !== 'bilinear' || paddingMode !== 'border' || outside !== 'fill') return false;
  return frames.every(({ w, radians }) => {
    const longest = Math.min(image.width, Math.abs(w) / width + 1);
    return radians === 0 && longest <= LONGEST_RUN;
  });
}

/**
 * What `sample` and `writeCrops` give, for the frames of most programs: it reads bytes where they lie, once each under
 * antialias, and writes each value once. Both are equal but for rounding.
 */
export function uprightCrops(
  image: ByteImage,
  frames: readonly Frame[],
  imageIndex: Int32Array,
  [height, width]: readonly [number, number],
  options: ReadOptions,
): Uint8Array | Float32Array {
  const { antialias, channels, layout, dtype, scale, mean, std, fillValue } = options;
  const pixels = height * width;
  const length = frames.length * pixels * channels;
  const to = dtype === 'uint8' ? new Uint8ClampedArray(length) : new Float32Array(length);
  const write = stridesOf(layout, pixels, channels);
  const read = stridesOf(image.layout, image.height * image.width, image.channels);
  const factors = std.map((deviation) => scale / deviation);
  const shifts = std.map((deviation, c) => -mean[c] / deviation);
  for (const [n, { cx, cy, w, h }] of frames.entries()) {
    const x = uprightAxis(cx, w, width, image.width, antialias);
    const y = uprightAxis(cy, h, height, image.height, antialias);
    const crop = n * write.image;
    if (x.count < width || y.count < height) {
      for (let c = 0; c < channels; c++) {
        const start = crop + c * write.channel;
        const end = start + pixels * write.pixel;
        for (let k = start; k < end; k += write.pixel) to[k] = fillValue[c] * factors[c] + shifts[c];
      }
    }
    const bytes = {
      values: image.values,
      at: imageIndex[n] * read.image,
      rowStride: image.width * read.pixel,
      pixelStride: read.pixel,
      channelStride: read.channel,
    };
    const left = x.step === 1 ? x.first : x.first - x.count + 1;
    cropUpright(bytes, x, y, channels, (i, values) => {
      for (let c = 0; c < channels; c++) {
        const factor = factors[c];
        const shift = shifts[c];
        let at = crop + c * write.channel + (i * width + left) * write.pixel;
        for (let k = c; k < values.length; k += channels, at += write.pixel)
          to[at] = Math.fround(values[k]) * factor + shift;
      }
    });
  }
  return to instanceof Uint8ClampedArray ? new Uint8Array(to.buffer) : to;
}
