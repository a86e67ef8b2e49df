import * as tf from '@tensorflow/tfjs-core';
import { useEffect, useState } from 'react';

const ready = tf.setBackend('webgl');

/**
 * A photo on the GPU, [1,H,W,3], int32; undefined until it is loaded. It is uploaded once, and freed when there is another
 * photo or the component is removed. Between two photos, React may run effects with the old tensor: check `isDisposed`.
 */
export function useUpload(photo: HTMLImageElement | undefined): tf.Tensor4D | undefined {
  const [image, setImage] = useState<tf.Tensor4D>();
  const [problem, setProblem] = useState<Error>();

  useEffect(() => {
    if (!photo) return;
    let uploaded: tf.Tensor4D | undefined;
    let isGone = false;
    void ready.then((isThere) => {
      // In StrictMode the first of two mounts is removed by now.
      if (isGone) return;
      if (!isThere) return setProblem(new Error('WebGL does not start in this browser.'));
      uploaded = tf.tidy(() => tf.expandDims<tf.Tensor4D>(tf.browser.fromPixels(photo), 0));
      setImage(uploaded);
    });
    return () => {
      isGone = true;
      uploaded?.dispose();
    };
  }, [photo]);

  // For the next error boundary.
  if (problem) throw problem;
  return image;
}
