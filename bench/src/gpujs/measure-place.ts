import * as tf from '@tensorflow/tfjs-core';
import type { DataSet } from '../data-set.js';
import { type Contender, cpuContender, gpujsContender } from './contender.js';
import { type CurvePoint, gradientCurve } from './gradient-curve.js';
import { nativeContender } from './native-contender.js';
import type { PlacePlan } from './plan.js';
import { type Lap, race } from './race.js';

/** Everything that was measured in one place. */
export interface PlaceResults {
  /** Which GPU WebGL runs on, or what stands in for one. */
  renderer?: string;
  /** The same of WebGPU. */
  adapter?: string;
  laps: (Lap & { workload: string })[];
  curve: CurvePoint[];
  absent: { contender: string; reason: string }[];
}

/** Measures backend-cpu and each mode of backend-gpujs that runs here, on every workload. */
export async function measurePlace(
  { workloads, modes, natives, pace, curve }: PlacePlan,
  load: (workload: string) => Promise<DataSet>,
  onProgress: (doing: string) => void,
): Promise<PlaceResults> {
  tf.enableProdMode(); // tfjs's own checks are no part of what is measured
  const results: PlaceResults = { laps: [], curve: [], absent: [] };
  for (const workload of workloads) {
    onProgress(workload);
    // Afresh for each workload: one workload's compiled kernels are not the next one's.
    const contenders = [
      cpuContender(),
      ...present(modes.map(gpujsContender), results),
      ...present(await Promise.all(natives.map(nativeContender)), results),
    ];
    for (const lap of await race(contenders, await load(workload), pace)) results.laps.push({ ...lap, workload });
  }
  onProgress('the curve of the image gradient');
  for (const contender of present(curve.modes.map(gpujsContender), results)) {
    results.curve.push(...(await gradientCurve(contender, curve)));
  }
  return results;
}

/** Those that run here; notes why the others do not, and what the GPU is. */
function present(
  contenders: readonly (Contender | { name: string; absent: string })[],
  results: PlaceResults,
): Contender[] {
  return contenders.flatMap((contender) => {
    if ('absent' in contender) {
      const { name, absent: reason } = contender;
      if (!results.absent.some((one) => one.contender === name)) results.absent.push({ contender: name, reason });
      return [];
    }
    const { name, renderer } = contender;
    if (renderer !== undefined) results[name === 'webgpu' ? 'adapter' : 'renderer'] = renderer;
    return [contender];
  });
}
