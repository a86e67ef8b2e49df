import type { Answer, Vector, VectorFunction } from '@cropgrad/conformance/vectors';
import * as tf from '@tensorflow/tfjs';
import { Unsupported, written } from './answered.js';
import { serve } from './serve.js';
import { tfjsBackend } from './tfjs-backend.js';

/** TensorFlow.js's own tf.image.cropAndResize and tf.image.transform, which have no gradients. */
async function answer(name: VectorFunction, vector: Vector): Promise<Answer> {
  const output = tf.tidy(() => tf.transpose(outputOf(name, vector), [0, 3, 1, 2]));
  const data = await output.data();
  output.dispose();
  return { output: Array.from(data, written) };
}

function outputOf(name: VectorFunction, { inputs, options }: Vector): tf.Tensor4D {
  const [height = 1, width = 1] = options.size ?? [];
  if (name === 'crop_and_resize') {
    const boxes = tensorOf(inputs.boxes) as tf.Tensor2D;
    const images = Array.from({ length: boxes.shape[0] }, (_, n) => n);
    const { method, extrapolation_value } = options;
    return tf.image.cropAndResize(
      imageOf(inputs.image),
      boxes,
      tf.tensor1d(images, 'int32'),
      [height, width],
      method,
      extrapolation_value,
    );
  }
  if (name === 'image_transform') {
    const transforms = tensorOf(inputs.transforms) as tf.Tensor2D;
    const { fill_mode, fill_value } = options;
    const mode = options.mode === 'nearest' ? 'nearest' : 'bilinear';
    return tf.image.transform(imageOf(inputs.image), transforms, mode, fill_mode, fill_value, [height, width]);
  }
  throw new Unsupported(`TensorFlow.js has no ${name}`);
}

function imageOf(image: Vector['inputs'][string]): tf.Tensor4D {
  return tf.transpose(tensorOf(image) as tf.Tensor4D, [0, 2, 3, 1]);
}

function tensorOf({ shape, data }: Vector['inputs'][string]): tf.Tensor {
  return tf.tensor(Float32Array.from(data, Number), [...shape], 'float32');
}

const [backend] = process.argv.slice(2);
await tfjsBackend(backend);
await serve({ name: `TensorFlow.js ${backend}`, version: tf.version_core, ran: tf.getBackend() }, answer);
