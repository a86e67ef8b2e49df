import type { Answer, Vector, VectorArray, VectorFunction, VectorNumber } from '@cropgrad/conformance/vectors';
import { affineGrid, affineSample, crop, gridSample, perspectiveSample, type SampleOptions } from '@cropgrad/core';
import { cropAndResize, roiAlign, transform } from '@cropgrad/drop-in';
import * as tf from '@tensorflow/tfjs';
import { written } from './answered.js';
import { serve } from './serve.js';
import { tfjsBackend } from './tfjs-backend.js';

/** Makes cropgrad's kernels for a tfjs backend known. */
const IMPORTS: Readonly<Record<string, () => Promise<unknown>>> = {
  cpu: () => import('@cropgrad/backend-cpu'),
  wasm: () => import('@cropgrad/backend-wasm'),
  webgl: () => import('@cropgrad/backend-webgl'),
  webgpu: () => import('@cropgrad/backend-webgpu'),
  gpujs: async () => (await import('@cropgrad/backend-gpujs')).registerGpuJsBackend({ name: 'gpujs', mode: 'webasm' }),
};

/** The name of the input besides the image, and the call; images are [N,C,H,W], and so is what comes out. */
interface Call {
  readonly coordinates: string;
  run(image: tf.Tensor, coordinates: tf.Tensor, vector: Vector): tf.Tensor;
}

const CALLS: Record<VectorFunction, Call> = {
  affine_grid: {
    coordinates: 'theta',
    run: (_, theta, { options }) =>
      affineGrid(theta as tf.Tensor3D, sizeOf(options.size), { alignCorners: options.align_corners ?? false }),
  },
  grid_sample: {
    coordinates: 'grid',
    run: (image, grid, vector) => gridSample(image as tf.Tensor4D, grid as tf.Tensor4D, optionsOf(vector)),
  },
  affine_sample: {
    coordinates: 'theta',
    run: (image, theta, vector) =>
      affineSample(image as tf.Tensor4D, theta as tf.Tensor3D, sizeOf(vector.options.size), optionsOf(vector)),
  },
  crop: {
    coordinates: 'boxes',
    run: (image, boxes, vector) =>
      crop(image as tf.Tensor4D, boxes as tf.Tensor2D, sizeOf(vector.options.size), optionsOf(vector)),
  },
  antialiased_crop: {
    coordinates: 'boxes',
    run: (image, boxes, vector) => {
      const options = { ...optionsOf(vector), antialias: true };
      return crop(image as tf.Tensor4D, boxes as tf.Tensor2D, sizeOf(vector.options.size), options);
    },
  },
  perspective_sample: {
    coordinates: 'theta',
    run: (image, theta, vector) =>
      perspectiveSample(image as tf.Tensor4D, theta as tf.Tensor3D, sizeOf(vector.options.size), optionsOf(vector)),
  },
  crop_and_resize: {
    coordinates: 'boxes',
    run: (image, boxes, { options: { size, method, extrapolation_value } }) =>
      channelsFirst(
        cropAndResize(
          channelsLast(image),
          boxes as tf.Tensor2D,
          everyImage(image),
          sizeOf(size),
          method,
          extrapolation_value,
        ),
      ),
  },
  image_transform: {
    coordinates: 'transforms',
    run: (image, transforms, { options: { size, mode, fill_mode, fill_value } }) => {
      const interpolation = mode === 'nearest' ? 'nearest' : 'bilinear';
      const by = transforms as tf.Tensor2D;
      return channelsFirst(transform(channelsLast(image), by, interpolation, fill_mode, fill_value, sizeOf(size)));
    },
  },
  roi_align: {
    coordinates: 'boxes',
    run: (image, boxes, { options: { size, spatial_scale = 1, sampling_ratio = 1, aligned = true } }) => {
      const options = { spatialScale: spatial_scale, samplingRatio: sampling_ratio, aligned };
      return channelsFirst(
        roiAlign(channelsLast(image), boxes as tf.Tensor2D, everyImage(image), sizeOf(size), options),
      );
    },
  },
};

async function answer(name: VectorFunction, vector: Vector): Promise<Answer> {
  const { coordinates, run } = CALLS[name];
  const tensors = tf.tidy(() => {
    const image = tensorOf(vector.inputs.image ?? vector.inputs[coordinates]);
    const by = tensorOf(vector.inputs[coordinates]);
    const output = run(image, by, vector);
    const dy = tensorOf(vector.dy);
    const byCoordinates = { output, [`d_${coordinates}`]: tf.grad((y) => run(image, y, vector))(by, dy) };
    if (!vector.inputs.image) return byCoordinates;
    return { ...byCoordinates, d_image: tf.grad((x) => run(x, by, vector))(image, dy) };
  });
  const answers: Record<string, VectorNumber[]> = {};
  for (const [quantity, tensor] of Object.entries(tensors)) {
    // There are no answers about the gradient of TensorFlow's eight numbers.
    if (quantity !== 'd_transforms') answers[quantity] = Array.from(await tensor.data(), written);
    tensor.dispose();
  }
  return answers;
}

function optionsOf({ options }: Vector): SampleOptions {
  const { mode = 'bilinear', padding_mode: paddingMode = 'zeros', align_corners: alignCorners = false } = options;
  return { mode, paddingMode, alignCorners, dataFormat: 'NCHW' };
}

function sizeOf(size: readonly number[] | undefined): [number, number] {
  return size as [number, number];
}

function tensorOf({ shape, data }: VectorArray): tf.Tensor {
  return tf.tensor(Float32Array.from(data, Number), [...shape], 'float32');
}

function channelsLast(image: tf.Tensor): tf.Tensor4D {
  return tf.transpose(image as tf.Tensor4D, [0, 2, 3, 1]);
}

function channelsFirst(image: tf.Tensor4D): tf.Tensor4D {
  return tf.transpose(image, [0, 3, 1, 2]);
}

/** One crop of each image. */
function everyImage(image: tf.Tensor): number[] {
  return Array.from({ length: image.shape[0] }, (_, n) => n);
}

const [backend] = process.argv.slice(2);
await IMPORTS[backend]();
await tfjsBackend(backend);
await serve({ name: `cropgrad ${backend}`, version: '0.1.0', ran: tf.getBackend() }, answer);
