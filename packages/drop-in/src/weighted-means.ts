import {
  customGrad,
  type GradSaveFunc,
  matMul,
  reshape,
  type Tensor,
  type Tensor3D,
  type Tensor4D,
  tidy,
  transpose,
} from '@tensorflow/tfjs-core';

/**
 * One image [1,H,W,C] weighted along both axes, by [N,h,H] and [N,w,W]: [N,h,w,C]. Differentiable, once, by all three.
 *
 * The rows come first, as one product for all boxes; then the columns, a product for each. So N·h·W·C numbers are in memory on the way.
 */
export function weightedMeans(image: Tensor4D, alongY: Tensor3D, alongX: Tensor3D): Tensor4D {
  return customGrad<Tensor4D>((...args) => {
    // tfjs appends `save` to the inputs; what the gradients need must go through it.
    const [pixels, wy, wx, save] = args as [Tensor4D, Tensor3D, Tensor3D, GradSaveFunc];
    save([pixels, wy, wx]);
    const gradFunc = (dy: Tensor, saved: Tensor[]): Tensor[] => tidy(() => byInputs(dy as Tensor4D, saved));
    return { value: tidy(() => weighted(pixels, wy, wx)), gradFunc };
  })(image, alongY, alongX);
}

function weighted(pixels: Tensor4D, wy: Tensor3D, wx: Tensor3D): Tensor4D {
  const [n, h] = wy.shape;
  const [w, channels] = [wx.shape[1], pixels.shape[3]];
  return swapped(reshape(matMul(wx, rowsByBox(pixels, wy)), [n, w, h, channels]));
}

/** The image's rows weighted for each box, with the columns first: [N,W,h·C]. */
function rowsByBox(pixels: Tensor4D, wy: Tensor3D): Tensor3D {
  const [n, h] = wy.shape;
  const [, , width, channels] = pixels.shape;
  const byRows = matMul(flatWeights(wy), flatImage(pixels));
  return reshape(swapped(reshape(byRows, [n, h, width, channels])), [n, width, h * channels]);
}

function byInputs(dy: Tensor4D, saved: Tensor[]): Tensor[] {
  const [pixels, wy, wx] = saved as [Tensor4D, Tensor3D, Tensor3D];
  const [n, h, w, channels] = dy.shape;
  const width = pixels.shape[2];
  const byColumns = reshape(swapped(dy), [n, w, h * channels]);
  const dRows = reshape(matMul(wx, byColumns, true), [n, width, h, channels]);
  const byRows = reshape(swapped(dRows), [n * h, width * channels]);
  return [
    reshape(matMul(flatWeights(wy), byRows, true), pixels.shape),
    reshape(matMul(byRows, flatImage(pixels), false, true), wy.shape),
    matMul(byColumns, rowsByBox(pixels, wy), false, true),
  ];
}

/** The two axes in the middle of four, swapped. */
function swapped(x: Tensor): Tensor4D {
  return transpose(x, [0, 2, 1, 3]) as Tensor4D;
}

function flatWeights(wy: Tensor3D): Tensor {
  const [n, h, height] = wy.shape;
  return reshape(wy, [n * h, height]);
}

function flatImage(pixels: Tensor4D): Tensor {
  const [, height, width, channels] = pixels.shape;
  return reshape(pixels, [height, width * channels]);
}
