import '@cropgrad/backend-cpu';
import { boxesFromPixels, boxesToPixels, crop } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs';
import { BoxSearch } from './box-search.ts';
import { type Answer, type Asked, type Box, CROP_SIZE } from './protocol.ts';

const ready = tf.setBackend('cpu');
let photo: tf.Tensor4D | undefined;
/** Whether the running search has to stop. */
let isStopped = false;

self.onmessage = async ({ data }: MessageEvent<Asked>) => {
  try {
    await ready;
    await answer(data);
  } catch (error) {
    post({ kind: 'problem', message: error instanceof Error ? error.message : String(error) });
  }
};

async function answer(asked: Asked): Promise<void> {
  switch (asked.kind) {
    case 'photo':
      photo?.dispose();
      photo = takeTensor(asked.photo);
      break;
    case 'crop': {
      const picture = await cropAt(asked.box);
      post({ kind: 'crop', box: asked.box, crop: picture }, [picture]);
      break;
    }
    case 'search':
      await search(asked.from, takeTensor(asked.target));
      break;
    case 'stop':
      isStopped = true;
  }
}

/** Moves a box until its crop is the target [1,h,w,3], which it disposes; posts every fourth step. */
async function search(from: Box, target: tf.Tensor4D): Promise<void> {
  isStopped = false;
  const image = thePhoto();
  const boxes = new BoxSearch(image, target, from);
  let box = from;
  let done = 0;
  for (const tensor of boxes.steps()) {
    box = await read(tensor);
    done++;
    if (done % 4 === 0) {
      const picture = await cropAt(box);
      post({ kind: 'step', box, done, crop: picture }, [picture]);
      // Messages arrive between tasks: without a pause, this could not be stopped.
      await new Promise((resolve) => setTimeout(resolve));
    }
    if (isStopped) break;
  }
  tf.dispose([boxes.box, target]);
  post({ kind: 'end', box, done, wasStopped: isStopped, tensors: tf.memory().numTensors });
}

/** A box [1,4] in [-1, 1] as pixels of the photo. */
async function read(tensor: tf.Tensor2D): Promise<Box> {
  const pixels = boxesToPixels(tensor, sizeOf(thePhoto()));
  const [x, y, x2, y2] = await pixels.data();
  pixels.dispose();
  return [x, y, x2, y2];
}

/** The crop at a box, as a picture. */
async function cropAt(box: Box): Promise<ImageBitmap> {
  const view = tf.tidy(() => {
    const boxes = boxesFromPixels([[...box]], sizeOf(thePhoto()));
    const crops = crop(thePhoto(), boxes, CROP_SIZE, { antialias: true });
    return tf.cast(tf.round(tf.squeeze<tf.Tensor3D>(crops, [0])), 'int32');
  });
  const pixels = await tf.browser.toPixels(view);
  view.dispose();
  const [height, width] = CROP_SIZE;
  return createImageBitmap(new ImageData(new Uint8ClampedArray(pixels), width, height));
}

/** A picture as a tensor [1,H,W,3], int32 from 0 to 255; the picture is closed. */
function takeTensor(picture: ImageBitmap): tf.Tensor4D {
  const tensor = tf.tidy(() => tf.expandDims<tf.Tensor4D>(tf.browser.fromPixels(picture), 0));
  picture.close();
  return tensor;
}

function thePhoto(): tf.Tensor4D {
  if (!photo) throw new Error('The photo comes first');
  return photo;
}

function sizeOf({ shape: [, height, width] }: tf.Tensor4D): [height: number, width: number] {
  return [height, width];
}

/** Sends an answer. What is in the list is transferred to the page. */
function post(message: Answer, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}
