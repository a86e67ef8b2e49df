import * as tf from '@tensorflow/tfjs-core';

/**
 * Starts a backend, and gives what tells its GPU's errors from then on. Nothing throws them: WebGPU tells listeners of the
 * device, and in workers nobody else; WebGL tells those who ask.
 */
export async function watchGpu(name) {
  if (!(await tf.setBackend(name))) throw new Error(`${name} did not start`);
  const backend = tf.backend();
  if (name === 'webgl') {
    const { gl } = backend.gpgpu;
    return async () => [gl.getError()].filter((code) => code !== gl.NO_ERROR);
  }
  const { device } = backend;
  const errors = [];
  device.addEventListener('uncapturederror', ({ error }) => errors.push(error.message));
  return async () => {
    await device.queue.onSubmittedWorkDone();
    return errors;
  };
}
