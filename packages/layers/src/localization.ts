import { CropError } from '@cropgrad/core';
import { describeValue } from '@cropgrad/core/backend';
import { serialization } from '@tensorflow/tfjs-core';
import { input, LayersModel, layers, model, type Shape, type SymbolicTensor } from '@tensorflow/tfjs-layers';

/** The layers of a localisation net, as they were given: each is new, or a model. Throws `INVALID_OPTION`. */
export function readLocalization(given: unknown): layers.Layer[] {
  const list: unknown[] = [given].flat();
  const read = list.filter((one) => one instanceof layers.Layer);
  if (read.length === list.length) return read;
  throw new CropError('INVALID_OPTION', {
    what: 'SpatialTransformer: localization',
    got: describeValue(given),
    expected: 'a layer, a model, or an array of them, of the tfjs-layers that is running',
    next: 'Pass e.g. [tf.layers.flatten(), tf.layers.dense({ units: 32 })]; the layer that makes theta is added after them',
  });
}

/**
 * The net from images to `numbers` numbers: the layers, one after the other, and a dense layer that starts at zero. What it makes is
 * named within the scope of the transformer, when it is built and when it is loaded, so that weights are found again.
 * Throws `INVALID_OPTION` for a layer that is part of something else already, whose weights would be counted twice.
 */
export function localizationNet(imageShape: Shape, given: readonly layers.Layer[], numbers: number): LayersModel {
  const image = input({ batchShape: [null, ...imageShape.slice(1)] });
  let features: SymbolicTensor = image;
  for (const layer of given) features = applied(layer, features);
  if (features.rank > 2) features = applied(layers.flatten(), features);
  const theta = layers.dense({ units: numbers, kernelInitializer: 'zeros', name: 'theta' });
  return model({ inputs: image, outputs: applied(theta, features) });
}

function applied(layer: layers.Layer, features: SymbolicTensor): SymbolicTensor {
  // A model has been applied to its own inputs.
  if (layer.inboundNodes.length > (layer instanceof LayersModel ? 1 : 0)) {
    throw new CropError('INVALID_OPTION', {
      what: 'SpatialTransformer: localization',
      got: `${layer.name}, which is part of another model or transformer`,
      expected: 'layers of its own',
      next: 'Make a new layer. To share a net, pass its theta to an AffineSampleLayer',
    });
  }
  const output = layer.apply(features);
  if (Array.isArray(output)) {
    throw new CropError('INVALID_OPTION', {
      what: 'SpatialTransformer: localization',
      got: `${layer.name}, which has ${output.length} outputs`,
      expected: 'layers with one input and one output',
      next: 'Keep only one of the outputs',
    });
  }
  return output as SymbolicTensor;
}

/** Layers as a saved model describes them. */
export function configOfLayers(given: readonly layers.Layer[]): serialization.ConfigDictArray {
  return given.map((layer) => ({ className: layer.getClassName(), config: layer.getConfig() }));
}

/** The layers that a saved model describes. Throws `INVALID_OPTION` for a class that tfjs does not know. */
export function layersOfConfig(configs: serialization.ConfigDictValue): serialization.Serializable[] {
  const known = serialization.SerializationMap.getMap().classNameMap;
  return (configs as { className: string; config: serialization.ConfigDict }[]).map(({ className, config }) => {
    if (!(className in known)) {
      throw new CropError('INVALID_OPTION', {
        what: 'SpatialTransformer: localization',
        got: `the unknown class ${describeValue(className)}`,
        expected: 'the name of a layer that tfjs knows',
        next: 'Register it with tf.serialization.registerClass before the model is loaded',
      });
    }
    const [cls, fromConfig] = known[className];
    return fromConfig(cls, config);
  });
}
