import { customGrad, dispose, type GradConfig, registerGradient, type Tensor, zeros } from '@tensorflow/tfjs-core';
import { warnOfNearest } from '../inputs/warn-of-nearest.js';
import { KERNEL_PREFIX } from './contract.js';
import type { AffineSampleAttrs, CropKernelArgs, CropKernelName, PointGradientAttrs, SampleAttrs } from './kernels.js';
import { notDifferentiableTwice } from './not-differentiable-twice.js';
import { runCropKernel } from './run-kernel.js';

type Input<K extends CropKernelName> = keyof CropKernelArgs[K]['inputs'] & string;

/** The gradient by one input, from dy, the inputs that were saved, and the attributes. */
type GradientBy<K extends CropKernelName> = (
  dy: Tensor,
  saved: { [I in Input<K>]: Tensor },
  attrs: CropKernelArgs[K]['attrs'],
) => Tensor;

/** Said of what has no gradient: asking for it throws `UNSUPPORTED`, with the names of the kernel and the input. */
const NONE = 'none';

/**
 * The gradient of every kernel by each of its inputs, by way of the other kernels. The gradients by the image are linear in
 * dy, and do not know fillValue: what reads them backwards is the sampler itself, with fillValue 0.
 */
const GRADIENTS: {
  [K in CropKernelName]: { saves: readonly Input<K>[]; by: { [I in Input<K>]: GradientBy<K> | typeof NONE } };
} = {
  AffineGrid: {
    saves: [],
    by: { theta: (dgrid, _, attrs) => runCropKernel('AffineGridGradTheta', { dgrid }, attrs) },
  },
  AffineGridGradTheta: {
    saves: [],
    by: { dgrid: (theta, _, attrs) => runCropKernel('AffineGrid', { theta }, attrs) },
  },
  GridSample: {
    saves: ['image', 'grid'],
    by: {
      image: (dy, { image, grid }, attrs) =>
        ofImage(image, (imageShape) => runCropKernel('GridSampleGradImage', { dy, grid }, { ...attrs, imageShape })),
      grid: (dy, { image, grid }, attrs) => byGrid({ dy, image, grid }, attrs),
    },
  },
  GridSampleGradImage: {
    saves: ['dy', 'grid'],
    by: {
      dy: (image, { grid }, { imageShape: _, ...attrs }) =>
        runCropKernel('GridSample', { image, grid }, { ...attrs, fillValue: 0 }),
      grid: (image, { dy, grid }, { imageShape: _, ...attrs }) =>
        byGrid({ dy, image, grid }, { ...attrs, fillValue: 0 }),
    },
  },
  GridSampleGradGrid: { saves: [], by: { dy: NONE, image: NONE, grid: NONE } },
  AffineSample: {
    saves: ['image', 'theta'],
    by: {
      image: (dy, { image, theta }, attrs) =>
        ofImage(image, (imageShape) => runCropKernel('AffineSampleGradImage', { dy, theta }, { ...attrs, imageShape })),
      theta: (dy, { image, theta }, attrs) => byTheta({ dy, image, theta }, attrs),
    },
  },
  AffineSampleGradImage: {
    saves: ['dy', 'theta'],
    by: {
      dy: (image, { theta }, { imageShape: _, ...attrs }) =>
        runCropKernel('AffineSample', { image, theta }, { ...attrs, fillValue: 0 }),
      theta: (image, { dy, theta }, { imageShape: _, ...attrs }) =>
        byTheta({ dy, image, theta }, { ...attrs, fillValue: 0 }),
    },
  },
  AffineSampleGradTheta: { saves: [], by: { dy: NONE, image: NONE, theta: NONE } },
  BoxToTheta: {
    saves: [],
    by: { boxes: (dtheta) => runCropKernel('BoxToThetaGradBoxes', { dtheta }, {}) },
  },
  BoxToThetaGradBoxes: {
    saves: [],
    by: { dtheta: (boxes) => runCropKernel('BoxToTheta', { boxes }, {}) },
  },
};

/** Runs an image-gradient kernel; integer and boolean images get zeros without one, as no gradient flows to them. */
function ofImage(image: Tensor, run: (imageShape: readonly number[]) => Tensor): Tensor {
  return image.dtype === 'float32' ? run(image.shape) : zeros(image.shape);
}

function byGrid(inputs: { dy: Tensor; image: Tensor; grid: Tensor }, attrs: SampleAttrs): Tensor {
  return hasSlopes(attrs) ? runCropKernel('GridSampleGradGrid', inputs, attrs) : noSlopes(inputs.grid, inputs);
}

function byTheta(inputs: { dy: Tensor; image: Tensor; theta: Tensor }, attrs: AffineSampleAttrs): Tensor {
  return hasSlopes(attrs) ? runCropKernel('AffineSampleGradTheta', inputs, attrs) : noSlopes(inputs.theta, inputs);
}

/** Whether a sample changes with its point at all: under nearest it is the same pixel all around. */
function hasSlopes<A extends SampleAttrs>(attrs: A): attrs is A & Pick<PointGradientAttrs, 'mode'> {
  return attrs.mode !== 'nearest';
}

/** Zeros for the gradient by the points, whatever flows in, without a kernel. What they depend on gets zeros in turn. */
function noSlopes({ shape }: Tensor, inputs: Record<string, Tensor>): Tensor {
  warnOfNearest();
  const shapes = Object.values(inputs).map((input) => input.shape);
  const gradFunc = (): Tensor[] => shapes.map((one) => zeros(one));
  return customGrad(() => ({ value: zeros(shape), gradFunc }))(...Object.values(inputs));
}

let areRegistered = false;

/** Gives tfjs the gradients, with the first backend that is registered through this copy of core. */
export function registerGradients(): void {
  if (areRegistered) return;
  areRegistered = true;
  for (const [name, gradient] of Object.entries(GRADIENTS)) registerGradientOf(name, gradient);
}

/** Any gradient of the table. */
interface AnyGradient {
  saves: readonly string[];
  by: Record<string, ((dy: Tensor, saved: never, attrs: never) => Tensor) | typeof NONE>;
}

/**
 * A thunk per input, so that what is not asked for is never computed. One that throws frees what was saved for it, which
 * tfjs then never does.
 */
function registerGradientOf(name: string, { saves, by }: AnyGradient): void {
  const gradients = Object.entries(by);
  const gradFunc: GradConfig['gradFunc'] = (dy, saved, attrs) => {
    const named: Record<string, Tensor> = {};
    for (let i = 0; i < saves.length; i++) named[saves[i]] = saved[i];
    const thunks: Record<string, () => Tensor> = {};
    for (const [input, gradient] of gradients) {
      thunks[input] = () => {
        if (gradient === NONE) throw notDifferentiableTwice(`${name}: its gradient by ${input}`);
        try {
          return gradient(dy as Tensor, named as never, attrs as never);
        } catch (error) {
          dispose(saved);
          throw error;
        }
      };
    }
    return thunks;
  };
  registerGradient({ kernelName: KERNEL_PREFIX + name, inputsToSave: [...saves], gradFunc });
}
