import type { CropKernelName } from '@cropgrad/core';
import type * as tf from '@tensorflow/tfjs-core';
import type { OutputName } from '../protocol.js';
import type { Workload } from '../workloads.js';

/** One thing to measure: kernels that run on the same inputs, one after the other. */
export interface Task {
  readonly name: TaskName;
  readonly inputs: readonly InputName[];
  readonly kernels: readonly { name: CropKernelName; inputs: readonly InputName[]; output: OutputName }[];
}

export type TaskName = 'forward' | 'gradients';
type InputName = 'image' | 'theta' | 'dy';

/** Crops, and both of their gradients. */
export const TASKS: readonly Task[] = [
  {
    name: 'forward',
    inputs: ['image', 'theta'],
    kernels: [{ name: 'AffineSample', inputs: ['image', 'theta'], output: 'crops' }],
  },
  {
    name: 'gradients',
    inputs: ['image', 'theta', 'dy'],
    kernels: [
      { name: 'AffineSampleGradImage', inputs: ['dy', 'theta'], output: 'dimage' },
      { name: 'AffineSampleGradTheta', inputs: ['dy', 'image', 'theta'], output: 'dtheta' },
    ],
  },
];

/** The attributes of a workload's crops, as core gives them to kernels. */
export function attrsOf({ crops, images, imageSize, channels, size }: Workload): tf.NamedAttrMap {
  return {
    ...{ mode: 'bilinear', paddingMode: 'zeros', alignCorners: false, fillValue: 0, dataFormat: 'NHWC' },
    size: [...size],
    imageShape: [images, ...imageSize, channels],
    // tfjs's attributes have no type for what core passes on as it is.
    imageIndex: Int32Array.from({ length: crops }, (_, n) => (images === 1 ? 0 : n)),
  } as unknown as tf.NamedAttrMap;
}
