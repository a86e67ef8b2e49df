import type { GpuJsMode } from '@cropgrad/backend-gpujs';
import * as tf from '@tensorflow/tfjs-core';
import type { DataSet } from '../data-set.js';
import { type Contender, cpuContender, gpujsContender } from './contender.js';
import { type CurvePoint, gradientCurve } from './gradient-curve.js';
import type { PlacePlan } from './plan.js';
import { type Lap, race } from './race.js';

/** Everything that was measured in one place. */
export interface PlaceResults {
  /** Which GPU, or what stands in for one. */
  renderer?: string;
  laps: (Lap & { workload: string })[];
  curve: CurvePoint[];
  absent: { contender: string; reason: string }[];
}

/** Measures backend-cpu and each mode of backend-gpujs that runs here, on every workload. */
export async function measurePlace(
  { workloads, modes, pace, curve }: PlacePlan,
  load: (workload: string) => Promise<DataSet>,
  onProgress: (doing: string) => void,
): Promise<PlaceResults> {
  tf.enableProdMode(); // tfjs's own checks are no part of what is measured
  const results: PlaceResults = { laps: [], curve: [], absent: [] };
  for (const workload of workloads) {
    onProgress(workload);
    // Afresh for each workload: one workload's compiled kernels are not the next one's.
    const contenders = [cpuContender(), ...present(modes, results)];
    for (const lap of race(contenders, await load(workload), pace)) results.laps.push({ ...lap, workload });
  }
  onProgress('the curve of the image gradient');
  for (const contender of present(curve.modes, results)) {
    results.curve.push(...gradientCurve(contender, curve));
  }
  return results;
}

/** Those of the modes that run here; notes why the others do not, and what the GPU is. */
function present(modes: readonly GpuJsMode[], results: PlaceResults): Contender[] {
  return modes.flatMap((mode) => {
    const contender = gpujsContender(mode);
    if ('absent' in contender) {
      const { name, absent: reason } = contender;
      if (!results.absent.some((one) => one.contender === name)) results.absent.push({ contender: name, reason });
      return [];
    }
    if (contender.renderer !== undefined) results.renderer = contender.renderer;
    return [contender];
  });
}
