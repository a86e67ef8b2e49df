import {
  Conv2DBackpropInput,
  type Conv2DBackpropInputAttrs,
  conv2d,
  getKernel,
  type KernelFunc,
  registerKernel,
  reverse,
  type Tensor4D,
  tidy,
  transpose,
  unregisterKernel,
} from '@tensorflow/tfjs-core';
import { convolutionOf } from './convolution-of.js';

interface Call {
  inputs: { dy: Tensor4D; filter: Tensor4D };
  attrs: Conv2DBackpropInputAttrs;
}

/** Puts {@link inputGradient} before the kernel Conv2DBackpropInput of tfjs's `wasm` backend, which keeps all other calls. */
export function registerInputGradient(): void {
  const theirs = getKernel(Conv2DBackpropInput, 'wasm');
  unregisterKernel(Conv2DBackpropInput, 'wasm');
  const kernelFunc: KernelFunc = (call) => inputGradient(call as unknown as Call) ?? theirs.kernelFunc(call);
  registerKernel({ ...theirs, kernelFunc });
}

/**
 * The gradient of a convolution by its input: dy [B,h,w,D] and the filter [k,k,C,D] give [B,H,W,C]. Undefined where there are
 * strides, where channels come first, and where the padding is wider than the filter reaches.
 *
 * It is a convolution of dy by the filter, turned by half a turn, with its channels in and out exchanged: each pixel adds up what
 * the outputs that read it say.
 */
function inputGradient({ inputs: { dy, filter }, attrs }: Call): Tensor4D | undefined {
  const { padInfo, strideHeight, strideWidth } = convolutionOf(attrs.inputShape, filter.shape, attrs);
  if (attrs.dataFormat !== 'NHWC' || strideHeight !== 1 || strideWidth !== 1 || dy.size === 0) return undefined;
  const [, H, W] = attrs.inputShape;
  const [, h, w] = dy.shape;
  const [top, left] = [filter.shape[0] - 1 - padInfo.top, filter.shape[1] - 1 - padInfo.left];
  const [bottom, right] = [H - h + padInfo.top, W - w + padInfo.left];
  if (Math.min(top, bottom, left, right) < 0) return undefined;
  return tidy(() => {
    const turned = transpose(reverse(filter, [0, 1]), [0, 1, 3, 2]); // [k,k,D,C]
    return conv2d(dy, turned, 1, [
      [0, 0],
      [top, bottom],
      [left, right],
      [0, 0],
    ]);
  });
}
