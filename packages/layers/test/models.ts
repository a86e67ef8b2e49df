import * as tf from '@tensorflow/tfjs';
import { AffineSampleLayer, CropLayer, SpatialTransformer } from '../src/index.js';

/** Height and width of the pictures that these models see. */
export const SIDE = 12;

const size: [number, number] = [6, 6];
const kernelInitializer = (seed: number) => tf.initializers.glorotNormal({ seed });
const flatten = () => tf.layers.flatten();
const hidden = () => tf.layers.dense({ units: 8, activation: 'relu', kernelInitializer: kernelInitializer(1) });
const pooled = () => tf.layers.averagePooling2d({ poolSize: 2 });
const featuresOf = (image: tf.SymbolicTensor) => hidden().apply(flatten().apply(image));
const place = () => tf.layers.dense({ units: 2, kernelInitializer: kernelInitializer(2) });

/** A functional model from pictures to places, by way of what a layer sees of them. */
function looking(view: (image: tf.SymbolicTensor) => tf.SymbolicTensor): tf.LayersModel {
  const image = tf.input({ shape: [SIDE, SIDE, 1] });
  const outputs = place().apply(flatten().apply(view(image))) as tf.SymbolicTensor;
  return tf.model({ inputs: image, outputs });
}

/** Models from pictures [N,12,12,1] to places [N,2], each with a layer of this package that is made in another way. */
export const MODELS: Record<string, () => tf.LayersModel> = {
  'a transformer of layers, in a sequential model': () => {
    const localization = [pooled(), flatten(), hidden()];
    const inputShape = [SIDE, SIDE, 1];
    const transformer = new SpatialTransformer({ inputShape, size, paddingMode: 'border', localization });
    return tf.sequential({ layers: [transformer, flatten(), place()] });
  },
  'a transformer of a model, in a functional one': () => {
    const localization = tf.sequential({
      layers: [tf.layers.averagePooling2d({ inputShape: [SIDE, SIDE, 1], poolSize: 2 }), flatten(), hidden()],
    });
    const transformer = new SpatialTransformer({ size, localization, thetaScale: 0.5, dataFormat: 'NHWC' });
    return looking((image) => transformer.apply(image));
  },
  'a transformer that convolves': () => {
    const conv = tf.layers.conv2d({
      filters: 3,
      kernelSize: 3,
      activation: 'relu',
      kernelInitializer: kernelInitializer(4),
    });
    const transformer = new SpatialTransformer({ size, localization: [conv, pooled()] });
    return looking((image) => transformer.apply(image));
  },
  'theta from a net': () =>
    looking((image) => {
      const theta = tf.layers.dense({ units: 6, kernelInitializer: kernelInitializer(3) }).apply(featuresOf(image));
      const sample = new AffineSampleLayer({ size, mode: 'bicubic', alignCorners: true, antialias: { widen: 2 } });
      return sample.apply([image, theta as tf.SymbolicTensor]);
    }),
  'boxes from a net': () =>
    looking((image) => {
      const biasInitializer = tf.initializers.constant({ value: 0.5 });
      const boxes = tf.layers
        .dense({ units: 4, kernelInitializer: kernelInitializer(3), biasInitializer })
        .apply(featuresOf(image));
      const crop = new CropLayer({ size, outside: 'fill', fillValue: [0.25] });
      return crop.apply([image, boxes as tf.SymbolicTensor]);
    }),
  'one box for all': () => {
    const crop = new CropLayer({ inputShape: [SIDE, SIDE, 1], size, box: [-0.75, -0.75, 0.75, 0.75] });
    return tf.sequential({ layers: [crop, flatten(), place()] });
  },
};
