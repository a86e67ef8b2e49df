import * as tf from '@tensorflow/tfjs';

/** A model, saved, written as text and bytes, and loaded again. */
export async function throughAFile(model: tf.LayersModel): Promise<tf.LayersModel> {
  let text = '';
  let bytes: tf.io.ModelArtifacts['weightData'];
  await model.save(
    tf.io.withSaveHandler(async ({ weightData, ...artifacts }) => {
      text = JSON.stringify(artifacts);
      bytes = weightData;
      return { modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: 'JSON' } };
    }),
  );
  const artifacts: tf.io.ModelArtifacts = JSON.parse(text);
  return tf.loadLayersModel(tf.io.fromMemory({ ...artifacts, weightData: bytes }));
}
