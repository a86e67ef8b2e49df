import {
  Conv2DBackpropFilter,
  type Conv2DBackpropFilterAttrs,
  conv2d,
  getKernel,
  type KernelFunc,
  registerKernel,
  slice,
  type Tensor4D,
  tidy,
  transpose,
  zeros,
} from '@tensorflow/tfjs-core';
import { convolutionOf } from './convolution-of.js';

interface Call {
  inputs: { x: Tensor4D; dy: Tensor4D };
  attrs: Conv2DBackpropFilterAttrs;
}

/** Registers {@link filterGradient} as the kernel Conv2DBackpropFilter of tfjs's `wasm` backend, unless there is one. */
export function registerFilterGradient(): void {
  if (getKernel(Conv2DBackpropFilter, 'wasm') !== undefined) return;
  const kernelFunc = filterGradient as unknown as KernelFunc;
  registerKernel({ kernelName: Conv2DBackpropFilter, backendName: 'wasm', kernelFunc });
}

/**
 * The gradient of a convolution by its filter: images x [B,H,W,C] and gradients dy [B,h,w,D] give [k,k,C,D].
 *
 * It is a convolution of x by dy: dy slides over x as far as the filter reaches, and each of its places gives one weight of the
 * filter. The sum runs over the batch, so the batch takes the place of the channels. With strides, the filter skipped pixels; a
 * dilated dy skips the same ones.
 */
function filterGradient({ inputs: { x, dy }, attrs }: Call): Tensor4D {
  const { filterShape, dataFormat } = attrs;
  if (x.size === 0 || dy.size === 0) return zeros(filterShape);
  const { padInfo, strideHeight, strideWidth } = convolutionOf(x.shape, filterShape, attrs);
  const { top, left } = padInfo;
  const [height, width, channels, filters] = filterShape;
  const channelsLast = dataFormat === 'NHWC';
  return tidy(() => {
    const images = transpose(x, channelsLast ? [3, 1, 2, 0] : [1, 2, 3, 0]); // [C,H,W,B]
    const slopes = transpose(dy, channelsLast ? [1, 2, 0, 3] : [2, 3, 0, 1]); // [h,w,B,D]
    const [, H, W] = images.shape;
    const [h, w] = slopes.shape;
    // So many that each place of the filter is reached: tfjs's own output sizes are wrong for some numeric pads.
    const bottom = Math.max(0, height + strideHeight * (h - 1) - H - top);
    const right = Math.max(0, width + strideWidth * (w - 1) - W - left);
    const dilations: [number, number] = [strideHeight, strideWidth];
    const places = conv2d(
      images,
      slopes,
      1,
      [
        [0, 0],
        [top, bottom],
        [left, right],
        [0, 0],
      ],
      'NHWC',
      dilations,
    );
    // Strides that do not end at the edge leave places over, which no weight was at.
    return transpose(slice(places, 0, [channels, height, width, filters]), [1, 2, 0, 3]);
  });
}
