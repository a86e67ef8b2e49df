import * as tf from '@tensorflow/tfjs';

/** Makes what draws crops [1,h,w,4] on a canvas with tfjs's webgpu backend, which has a kernel for it. */
export function drawOnWebGPU(canvas: HTMLCanvasElement): (crop: tf.Tensor4D) => void {
  return (crop) => {
    tf.tidy(() => tf.browser.draw(tf.div(tf.squeeze<tf.Tensor3D>(crop, [0]), 255), canvas));
  };
}
