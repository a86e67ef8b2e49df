/** Aligns photos, so that the page stays free. The page asks for one pair at a time. */
import { affineSample, perspectiveSample } from '@cropgrad/core';
import { register } from '@cropgrad/register';
import { dispose, type Tensor3D, type Tensor4D, tensor4d, tidy } from '@tensorflow/tfjs-core';
import type { PixelSize } from '../playground/box.js';
import { startBackend } from '../playground/worker/load-backend.js';
import { onWhite } from '../playground/worker/on-white.js';
import { openPhoto } from '../playground/worker/open-photo.js';
import type { Alignment, AlignReply, AlignRequest } from './protocol.js';

addEventListener('message', async ({ data }: MessageEvent<AlignRequest>) => {
  try {
    const alignment = await align(data);
    reply({ alignment }, [alignment.picture]);
  } catch (error) {
    reply({ failure: error instanceof Error ? error.message : String(error) }, []);
  }
});

async function align({ backend, model, ...files }: AlignRequest): Promise<Alignment> {
  await startBackend(backend);
  const [moving, fixed] = await Promise.all([open(files.moving), open(files.fixed)]);
  const start = performance.now();
  const { theta, score, overlap, sigma, reason } = await register(moving, fixed, { model });
  const milliseconds = performance.now() - start;
  const picture = await seenThrough(theta, moving, fixed);
  return { picture, score, overlap, sigma, reason, milliseconds };
}

/** The pixels of a photo; what is transparent in it is white. */
async function open(photo: Blob): Promise<ImageData> {
  const { pixels, picture } = await openPhoto(photo);
  picture.close();
  return onWhite(pixels);
}

/** A photo through a theta, which is disposed: transparent where it shows nothing. */
async function seenThrough(theta: Tensor3D, { data, width, height }: ImageData, size: PixelSize): Promise<ImageBitmap> {
  const seen = tidy(() => sampled(tensor4d(Float32Array.from(data), [1, height, width, 4]), theta, size));
  const values = await seen.data();
  dispose([seen, theta]);
  return createImageBitmap(new ImageData(Uint8ClampedArray.from(values), size.width, size.height));
}

function sampled(image: Tensor4D, theta: Tensor3D, { width, height }: PixelSize): Tensor4D {
  const sample = theta.shape[1] === 3 ? perspectiveSample : affineSample;
  return sample(image, theta, [height, width], { paddingMode: 'border', outside: 'fill' });
}

function reply(message: AlignReply, transfer: Transferable[]): void {
  postMessage(message, { transfer });
}
