/** Aligns photos, so that the page stays free. The page asks for one pair at a time. */
import { affineSample, perspectiveSample } from '@cropgrad/core';
import { register } from '@cropgrad/register';
import { dispose, type Tensor3D, type Tensor4D, tensor4d, tidy } from '@tensorflow/tfjs-core';
import type { PixelSize } from '../playground/box.js';
import { startBackend } from '../playground/worker/load-backend.js';
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
  const [moving, fixed] = await Promise.all([openPhoto(files.moving), openPhoto(files.fixed)]);
  for (const { picture } of [moving, fixed]) picture.close();
  const start = performance.now();
  const { theta, score, overlap, sigma, reason } = await register(moving.pixels, fixed.pixels, { model });
  const milliseconds = performance.now() - start;
  const picture = await seenThrough(theta, moving.pixels, fixed.size);
  return { picture, score, overlap, sigma, reason, milliseconds };
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
