import type { CropKernelName } from '@cropgrad/core/backend';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { type Call, inputOf, type Sound, tampered, withInput, withResult } from '../tampering.js';
import type { Mutant } from './mutant.js';

/** Mistakes that only sizes bring out which are beyond a vector, a tile or a byte. */
export const sizeMutants: readonly Mutant[] = [
  {
    mistake: 'crops after the 16th are black',
    make: () => inResult('AffineSample', 0, 16),
    killers: ['edge/ladder-N/affineSample/bilinear/2-D', 'edge/ladder-N/affineSample/nearest/3-D'],
  },
  {
    mistake: 'grids after the 64th are not read',
    make: () => inResult('GridSample', 0, 64),
    killers: ['edge/ladder-N/gridSample/bilinear/2-D'],
  },
  {
    mistake: 'crops after the 64th give the image no gradient',
    make: () => inInput('AffineSampleGradImage', 'dy', 0, 64),
    killers: ['edge/ladder-N/affineSample/bilinear/2-D'],
  },
  {
    mistake: 'thetas after the 16th get no gradient',
    make: () => inResult('AffineSampleGradTheta', 0, 16),
    killers: ['edge/ladder-N/affineSample/bicubic/2-D'],
  },
  {
    mistake: 'channels after the 16th are black',
    make: () => inResult('GridSample', -1, 16),
    killers: ['edge/ladder-C/gridSample/bilinear/2-D', 'edge/ladder-C/gridSample/nearest/3-D'],
  },
  {
    mistake: 'channels after the 32nd do not count in the gradient of theta',
    make: () => inInput('AffineSampleGradTheta', 'dy', -1, 32),
    killers: ['edge/ladder-C/affineSample/bilinear/2-D'],
  },
  {
    mistake: 'channels after the 32nd get no gradient',
    make: () => inResult('GridSampleGradImage', -1, 32),
    killers: ['edge/ladder-C/gridSample/bicubic/3-D'],
  },
  {
    mistake: 'columns of a crop after the 64th are black',
    make: () => inResult('AffineSample', -2, 64),
    killers: ['edge/ladder-w/affineSample/nearest/2-D', 'edge/ladder-W=w/affineSample/bilinear/3-D'],
  },
  {
    mistake: 'columns of a grid after the 256th get no gradient',
    make: () => inResult('GridSampleGradGrid', -2, 256),
    killers: ['edge/ladder-w/gridSample/bilinear/2-D'],
  },
  {
    mistake: 'columns of a crop after the 256th give the image no gradient',
    make: () => inInput('AffineSampleGradImage', 'dy', -2, 256),
    killers: ['edge/ladder-w/affineSample/bicubic/2-D'],
  },
  {
    mistake: 'columns of the image after the 64th are black',
    make: () => inInput('GridSample', 'image', -2, 64),
    killers: ['edge/ladder-W/gridSample/bilinear/2-D', 'edge/ladder-W/gridSample/nearest/3-D'],
  },
  {
    mistake: 'columns of the image after the 256th get no gradient',
    make: () => inResult('AffineSampleGradImage', -2, 256),
    killers: ['edge/ladder-W/affineSample/bilinear/2-D'],
  },
  {
    mistake: 'columns of the image after the 256th do not count in the gradient of theta',
    make: () => inInput('AffineSampleGradTheta', 'image', -2, 256),
    killers: ['edge/ladder-W/affineSample/bilinear/3-D'],
  },
  {
    mistake: 'rows of a crop after the 32nd are black',
    make: () => inResult('AffineSample', -3, 32),
    killers: ['edge/ladder-h/affineSample/bilinear/2-D'],
  },
  {
    mistake: 'rows of the image after the 256th are black',
    make: () => inInput('GridSample', 'image', -3, 256),
    killers: ['edge/ladder-H/gridSample/bilinear/2-D'],
  },
];

/** Clears what lies beyond a place of an axis, counted as in [N,H,W,C], of a kernel's result. */
function inResult(name: CropKernelName, axis: number, beyond: number): ReturnType<Mutant['make']> {
  return tampered({
    [name]: (sound: Sound, call: Call) =>
      isChannelsFirst(call)
        ? sound(call)
        : withResult(call, sound, (values, info) => clear(values, info, axis, beyond)),
  });
}

/** The same of an input, before the kernel sees it. */
function inInput(
  name: CropKernelName,
  input: keyof Call['inputs'],
  axis: number,
  beyond: number,
): ReturnType<Mutant['make']> {
  return tampered({
    [name]: (sound: Sound, call: Call) =>
      isChannelsFirst(call)
        ? sound(call)
        : withInput(call, input, sound, (values) => clear(values, inputOf(call, input), axis, beyond)),
  });
}

function isChannelsFirst({ attrs }: Call): boolean {
  return attrs.dataFormat === 'NCHW';
}

function clear(values: Float32Array, { shape }: TensorInfo, axis: number, beyond: number): void {
  const from = axis < 0 ? shape.length + axis : axis;
  const stride = shape.slice(from + 1).reduce((product, length) => product * length, 1);
  values.forEach((_, i) => {
    if (Math.floor(i / stride) % shape[from] >= beyond) values[i] = 0;
  });
}
