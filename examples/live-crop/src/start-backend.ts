import * as tf from '@tensorflow/tfjs';
import { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import '@cropgrad/backend-webgl';

/** Starts tfjs's webgl backend on a canvas of the page, where what it computes can be drawn. */
export async function startWebGL(canvas: HTMLCanvasElement): Promise<void> {
  tf.removeBackend('webgl');
  tf.registerBackend('webgl', () => new MathBackendWebGL(canvas), 2);
  if (!(await tf.setBackend('webgl'))) throw new Error('WebGL does not start in this browser.');
}

/** Starts tfjs's webgpu backend. */
export async function startWebGPU(): Promise<void> {
  if (!('gpu' in navigator)) throw new Error('This browser has no WebGPU. Choose webgl.');
  await import('@cropgrad/backend-webgpu');
  // Frames come as ImageBitmaps, which need no import of videos; some systems have none.
  tf.env().set('WEBGPU_IMPORT_EXTERNAL_TEXTURE', false);
  if (!(await tf.setBackend('webgpu'))) throw new Error('This browser has no GPU for WebGPU. Choose webgl.');
}
