import type { NamedAttrMap } from '@tensorflow/tfjs-core';
import { backend_util } from '@tensorflow/tfjs-core';
import fc from 'fast-check';

export type Shape = [number, number, number, number];
type Pair = [number, number];

/** A convolution that tfjs can do: shapes, and what its kernels are told. */
export interface Convolution {
  input: Shape;
  filter: Shape;
  output: Shape;
  attrs: NamedAttrMap;
}

const pair = (min: number, max: number): fc.Arbitrary<Pair> =>
  fc.tuple(fc.integer({ min, max }), fc.integer({ min, max }));

/** Also batches of 1, kernels of 1, strides, channels first, and more padding than a kernel reaches. */
export const convolutions: fc.Arbitrary<Convolution> = fc
  .record({
    batch: fc.integer({ min: 1, max: 4 }),
    sizes: pair(1, 9),
    channels: pair(1, 5),
    kernel: pair(1, 5),
    strides: fc.oneof(fc.constant<Pair>([1, 1]), pair(1, 3)),
    pad: fc.oneof(
      fc.constantFrom<('valid' | 'same')[]>('valid', 'same'),
      fc.integer({ min: 0, max: 4 }),
      fc.tuple(pair(0, 3), pair(0, 3)),
    ),
    channelsLast: fc.integer({ min: 0, max: 3 }).map((one) => one > 0),
  })
  .map(({ batch, sizes, channels, kernel, strides, pad, channelsLast: last }) => {
    const input: Shape = last ? [batch, ...sizes, channels[0]] : [batch, channels[0], ...sizes];
    const filter: Shape = [...kernel, ...channels];
    const none: Pair = [0, 0];
    const explicit = (axes: [Pair, Pair]): [Pair, Pair, Pair, Pair] =>
      last ? [none, ...axes, none] : [none, none, ...axes];
    const $pad = Array.isArray(pad) ? explicit(pad) : pad;
    const layout = last ? 'channelsLast' : 'channelsFirst';
    const info = backend_util.computeConv2DInfo(input, filter, strides, 1, $pad, undefined, false, layout);
    return { input, filter, output: info.outShape, attrs: { strides, pad: $pad, dataFormat: last ? 'NHWC' : 'NCHW' } };
  })
  .filter(({ output }) => output.every((length) => length > 0));
