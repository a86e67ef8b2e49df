/**
 * Crops and spatial transformers as layers of tf.layers models: they train with `fit`, and are saved and loaded with the model.
 * Import this package before a model with such a layer is loaded.
 *
 * @packageDocumentation
 */

export { AffineSampleLayer } from './affine-sample-layer.js';
export { CropLayer, type CropLayerArgs } from './crop-layer.js';
export type { LayerArgs, SamplingArgs, SamplingOptions } from './sampling-args.js';
export { SpatialTransformer, type SpatialTransformerArgs } from './spatial-transformer.js';
