import '@cropgrad/backend-cpu';
import '@cropgrad/backend-webgl';
import '@cropgrad/backend-webgpu';
// tfjs-core alone has no gradients of its own ops; @tensorflow/tfjs takes a minute more to minify.
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import { agreement } from './agreement.js';
import { faults } from './faults.js';
import { training } from './training.js';
import { watchGpu } from './watch-gpu.js';

/** What the page and the worker can do, by name. */
const JOBS = { agreement, training, faults };

/** Does a job on a backend. The report also says where it ran, and what the GPU complained of. */
export async function doJob(job, backend) {
  const takeErrors = await watchGpu(backend);
  const report = await JOBS[job](backend);
  return { ...report, hasDocument: 'document' in globalThis, gpuErrors: await takeErrors() };
}
