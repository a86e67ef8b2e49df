import '@cropgrad/backend-webgl';
import { boxesFromPixels, crop } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { type RefObject, useEffect, useRef } from 'react';
import type { Box } from './box.ts';
import { useUpload } from './use-upload.ts';

/**
 * Crops a photo at a box, in pixels of the photo, and draws the crop [h,w] into the canvas of the ref. Each crop is freed
 * when its pixels are read. If it is outdated by then, it is not drawn. Without a photo, nothing is drawn.
 */
export function useCrop(
  photo: HTMLImageElement | undefined,
  box: Box,
  size: readonly [h: number, w: number],
): RefObject<HTMLCanvasElement | null> {
  const canvas = useRef<HTMLCanvasElement>(null);
  const image = useUpload(photo);
  // Effects compare their dependencies by identity: equal numbers are the same, equal arrays are not.
  const [x, y, x2, y2] = box;
  const [h, w] = size;

  useEffect(() => {
    if (!image || image.isDisposed) return;
    let isOutdated = false;
    const view = tf.tidy(() => {
      const [, height, width] = image.shape;
      const crops = crop(image, boxesFromPixels([[x, y, x2, y2]], [height, width]), [h, w], { antialias: true });
      return tf.cast(tf.round(tf.squeeze<tf.Tensor3D>(crops, [0])), 'int32');
    });
    void tf.browser.toPixels(view).then((pixels) => {
      view.dispose();
      if (isOutdated) return;
      const drawn = new ImageData(new Uint8ClampedArray(pixels), w, h);
      canvas.current?.getContext('2d')?.putImageData(drawn, 0, 0);
    });
    return () => {
      isOutdated = true;
    };
  }, [image, x, y, x2, y2, h, w]);

  return canvas;
}
