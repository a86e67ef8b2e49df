import type { CropKernelName } from '@cropgrad/core/backend';
import type { OutputName } from '../protocol.js';

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
