// The page: trains a box in the mode that its address names, and says in its title how that went.
import { createGpuJsBackend, registerGpuJsBackend } from '@cropgrad/backend-gpujs';
import { CropError, crop } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';

const SIDE = 64;
const TRUE_BOX = [-0.5, -0.5, 0.25, 0.5];
const START_BOX = [-0.8, -0.6, 0.1, 0.8];
const STEPS = 250;

const mode = new URLSearchParams(location.search).get('mode');
document.title = JSON.stringify({ mayEvaluate: mayEvaluate(), ...(await report()) });

async function report() {
  try {
    registerGpuJsBackend({ mode });
    // tfjs keeps to itself why a backend did not start.
    if (!(await tf.setBackend('gpujs'))) createGpuJsBackend({ mode });
    return { mode: tf.backend().mode, startPixels: pixelsOff(START_BOX), endPixels: pixelsOff(trainedBox()) };
  } catch (error) {
    return { isCropError: error instanceof CropError, code: error.code, message: error.message };
  }
}

function trainedBox() {
  const wave = Float32Array.from({ length: SIDE * SIDE }, (_, i) => Math.sin(i / 640) * Math.cos((i % SIDE) / 10));
  const image = tf.tensor4d(wave, [1, SIDE, SIDE, 1]);
  const cropAt = (boxes) => crop(image, boxes, [16, 16]);
  const target = cropAt([TRUE_BOX]);
  const box = tf.variable(tf.tensor2d([START_BOX]));
  const adam = tf.train.adam(0.02);
  for (let step = 0; step < STEPS; step++) {
    // Half the squared difference has the difference for its gradient; tfjs-core alone has no gradient of squares.
    tf.tidy(() => {
      const tensor = tf.grad(cropAt)(box, tf.sub(cropAt(box), target));
      adam.applyGradients([{ name: box.name, tensor }]);
    });
  }
  return box.dataSync();
}

/** How far the edge that is farthest off is from where it should be. */
function pixelsOff(box) {
  return Math.max(...TRUE_BOX.map((edge, k) => (Math.abs(box[k] - edge) * SIDE) / 2));
}

function mayEvaluate() {
  try {
    return Boolean(new Function('return true')());
  } catch {
    return false;
  }
}
