/**
 * The playground's worker: all tensors live here, so that the page stays free. It does one job after the other, and
 * answers each.
 */
import './register-gradients.js';
// What every visit begins with comes with the worker, and not by a second request.
import '@cropgrad/backend-cpu';
import { CropError } from '@cropgrad/core';
import { getBackend, type Tensor4D } from '@tensorflow/tfjs-core';
import type { BackendName } from '../backends.js';
import { BoxSearch } from './box-search.js';
import { cropJob } from './crop-job.js';
import { startBackend } from './load-backend.js';
import { openPhoto, photoTensor } from './open-photo.js';
import type { Answers, Job, Reply, Request } from './protocol.js';
import { timeJob } from './time-job.js';

let opened: { pixels: ImageData; hasAlpha: boolean } | undefined;
/** The photo on the backend that ran last. */
let photo: { backend: BackendName; tensor: Tensor4D } | undefined;
let search: BoxSearch | undefined;

let last: Promise<void> = Promise.resolve();
addEventListener('message', ({ data }: MessageEvent<Request>) => {
  last = last.then(() => answer(data));
});

async function answer({ id, job }: Request): Promise<void> {
  try {
    const result = await perform(job);
    reply({ id, answer: result }, transferables(result));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    reply({ id, failure: { message, code: error instanceof CropError ? error.code : undefined } }, []);
  }
}

async function perform(job: Job): Promise<Answers[keyof Answers]> {
  switch (job.kind) {
    case 'open': {
      const { pixels, ...answered } = await openPhoto(job.photo);
      endSearch();
      photo?.tensor.dispose();
      photo = undefined;
      opened = { pixels, hasAlpha: answered.hasAlpha };
      return answered;
    }
    case 'crop':
      return cropJob(await photoOn(job.backend), job);
    case 'time':
      return timeJob(await photoOn(job.backend), job);
    case 'search': {
      endSearch();
      search = new BoxSearch(await photoOn(job.backend), job.start, job.target, job.sampling, job.turns);
      return { total: search.total };
    }
    case 'step': {
      if (!search) throw new Error('There is no search under way.');
      return search.step(job.rate);
    }
    case 'find': {
      await photoOn(job.backend);
      if (!opened) throw new Error('There is no photo yet.');
      // Fetched when it is first asked for.
      const { findJob } = await import('./find-job.js');
      return findJob(opened.pixels, job);
    }
  }
}

async function photoOn(backend: BackendName): Promise<Tensor4D> {
  if (!opened) throw new Error('There is no photo yet.');
  if (photo?.backend === backend && getBackend() === backend) return photo.tensor;
  endSearch();
  photo?.tensor.dispose();
  photo = undefined;
  await startBackend(backend);
  photo = { backend, tensor: photoTensor(opened.pixels, opened.hasAlpha) };
  return photo.tensor;
}

function endSearch(): void {
  search?.dispose();
  search = undefined;
}

function reply(message: Reply, transfer: Transferable[]): void {
  postMessage(message, { transfer });
}

/** What is handed over to the page instead of copied. */
function transferables(result: Answers[keyof Answers]): Transferable[] {
  if ('picture' in result) return [result.picture];
  if (!('pixels' in result)) return [];
  const { overlay, pixels } = result;
  if (overlay.view === 'grid') return [pixels.buffer, overlay.points.buffer];
  return overlay.view === 'image' ? [pixels.buffer, overlay.heat] : [pixels.buffer];
}
