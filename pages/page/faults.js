import * as tf from '@tensorflow/tfjs-core';

/** Does all that a test must see: an error in the console, one of the GPU, and what a strict policy forbids. */
export async function faults(backend) {
  console.error('an error');
  if (backend === 'webgl') tf.backend().gpgpu.gl.enable(0);
  else tf.backend().device.createShaderModule({ code: 'no WGSL' });
  try {
    return { evaluated: new Function('return true')() };
  } catch {
    return { evaluated: false };
  }
}
