import type { PlaceResults } from '../gpujs/measure-place.js';
import { median } from '../statistics.js';
import type { Workload } from '../workloads.js';

/** What the card moves when it copies, and what the kernels move beside it. */
export interface Bandwidth {
  /** Read and written together, in 10^9 bytes per second: the best of some copies. */
  copyGBps: number;
  /** The part of it that each task reaches, counting each number that must be read or written once. */
  tasks: { workload: string; task: string; GBps: number; part: number }[];
}

const COPIED = 2 ** 26;
const COPIES = 20;

/** Copies a buffer on the device, and says what part of that the measured kernels reach. */
export async function measureBandwidth(place: PlaceResults, workloads: readonly Workload[]): Promise<Bandwidth> {
  const copyGBps = await copySpeed();
  const tasks = place.laps
    .filter(({ contender }) => contender === 'webgpu')
    .map(({ workload: name, task, rounds }) => {
      const workload = workloads.find((one) => one.name === name);
      if (!workload) throw new Error(`No workload ${name}`);
      const GBps = bytesMoved(workload, task) / median(rounds.map(({ kernel }) => kernel)) / 1e6;
      return { workload: name, task, GBps, part: GBps / copyGBps };
    });
  return { copyGBps, tasks };
}

async function copySpeed(): Promise<number> {
  const adapter = await navigator.gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) throw new Error('There is no adapter');
  const device = await adapter.requestDevice();
  const usage = GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST;
  const [from, to] = [0, 1].map(() => device.createBuffer({ size: COPIED, usage }));
  let best = 0;
  for (let k = 0; k < COPIES; k++) {
    const encoder = device.createCommandEncoder();
    encoder.copyBufferToBuffer(from, 0, to, 0, COPIED);
    const start = performance.now();
    device.queue.submit([encoder.finish()]);
    await device.queue.onSubmittedWorkDone();
    best = Math.max(best, (2 * COPIED) / (performance.now() - start) / 1e6);
  }
  device.destroy();
  return best;
}

/**
 * Bytes that must be moved at least: every crop written or its gradient read, and of each image as many pixels as there are
 * outputs, or all where those are fewer. The gradients write the image's in full, and read dy and the image again for theta.
 */
function bytesMoved({ images, crops, channels, imageSize, size }: Workload, task: string): number {
  const outputs = crops * size.reduce((a, b) => a * b) * channels;
  const pixels = images * imageSize.reduce((a, b) => a * b) * channels;
  const read = Math.min(outputs, pixels);
  return 4 * (task === 'forward' ? outputs + read : outputs + pixels + outputs + read);
}
