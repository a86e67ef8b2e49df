import { backend_util, type Conv2DBackpropFilterAttrs } from '@tensorflow/tfjs-core';

type Shape4D = [number, number, number, number];

/** Sizes, strides and padding of a convolution, as tfjs works them out. */
export function convolutionOf(
  inputShape: Shape4D,
  filterShape: Shape4D,
  { strides, pad, dimRoundingMode, dataFormat }: Omit<Conv2DBackpropFilterAttrs, 'filterShape'>,
): backend_util.Conv2DInfo {
  const layout = backend_util.convertConv2DDataFormat(dataFormat);
  return backend_util.computeConv2DInfo(inputShape, filterShape, strides, 1, pad, dimRoundingMode, false, layout);
}
