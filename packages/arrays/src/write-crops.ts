import type { Dtype, Layout } from './options.js';
import type { ReadOptions } from './read-options.js';
import type { Crops } from './sample.js';
import { stridesOf } from './strides.js';

/** Crops: [N,C,h,w] or [N,h,w,C], which `new ort.Tensor(data, dims)` takes. */
export interface CroppedArray<D extends Dtype = Dtype> {
  data: D extends 'uint8' ? Uint8Array : Float32Array;
  dims: [number, number, number, number];
}

/** Converts crops of `pixels` pixels each, in the layout `from` with so many channels, to the dtype and layout asked for. */
export function writeCrops(
  { values, outside }: Crops,
  crops: number,
  pixels: number,
  from: { layout: Layout; channels: number },
  options: ReadOptions,
): Uint8Array | Float32Array {
  const { layout, dtype, channels, scale, mean, std, fillValue } = options;
  const plain = scale === 1 && mean.every((m) => m === 0) && std.every((s) => s === 1) && !outside;
  const sameOrder = channels === from.channels && (layout === from.layout || channels === 1 || pixels === 1);
  if (plain && sameOrder && dtype === (values instanceof Uint8Array ? 'uint8' : 'float32')) return values;
  const length = crops * pixels * channels;
  const to = dtype === 'uint8' ? new Uint8ClampedArray(length) : new Float32Array(length);
  const read = stridesOf(from.layout, pixels, from.channels);
  const write = stridesOf(layout, pixels, channels);
  for (let n = 0; n < crops; n++) {
    for (let c = 0; c < channels; c++) {
      const factor = scale / std[c];
      const shift = -mean[c] / std[c];
      const start = n * read.image + c * read.channel;
      const end = start + pixels * read.pixel;
      const at = n * write.image + c * write.channel;
      if (outside) {
        const fill = fillValue[c];
        for (let p = 0; p < pixels; p++) {
          const value = values[start + p * read.pixel] + fill * outside[n * pixels + p];
          to[at + p * write.pixel] = value * factor + shift;
        }
      } else {
        for (let k = start, j = at; k < end; k += read.pixel, j += write.pixel) to[j] = values[k] * factor + shift;
      }
    }
  }
  return to instanceof Uint8ClampedArray ? new Uint8Array(to.buffer) : to;
}
