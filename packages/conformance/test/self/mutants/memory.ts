import type { CropKernelName } from '@cropgrad/core/backend';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { type Call, inputOf, type Sound, tampered, valuesOf, withInput } from '../tampering.js';
import type { Mutant } from './mutant.js';

/** Mistakes in what is lent, and in what is remembered. */
export const memoryMutants: readonly Mutant[] = [
  {
    mistake: 'at the identity the result is the image',
    make: () =>
      tampered({ AffineSample: (sound, call) => (isIdentity(call, 'image') ? shared(call, 'image') : sound(call)) }),
    killers: ['edge/identity-owned/crop/2-D', 'edge/identity-owned/affineSample/3-D'],
  },
  {
    mistake: 'at the identity the result is another tensor on the numbers of the image',
    make: () =>
      tampered({
        AffineSample: (sound, call) => {
          if (!isIdentity(call, 'image')) return sound(call);
          const image = inputOf(call, 'image');
          return call.backend.makeTensorInfo(image.shape, 'float32', valuesOf(call.backend, image));
        },
      }),
    killers: ['edge/identity-owned/affineSample/2-D'],
  },
  {
    mistake: "at the identity the image's gradient is dy",
    make: () =>
      tampered({
        AffineSampleGradImage: (sound, call) => (isIdentity(call, 'dy') ? shared(call, 'dy') : sound(call)),
      }),
    killers: ['edge/identity-owned/crop/3-D'],
  },
  {
    mistake: 'every tenth call leaves a tensor behind',
    make: () => leakyEvery(10, 'GridSample'),
    killers: ['edge/no-leak/gridSample/2-D', 'edge/no-leak/gridSample/3-D'],
  },
  {
    mistake: 'every eleventh gradient of theta leaves a tensor behind',
    make: () => leakyEvery(11, 'AffineSampleGradTheta'),
    killers: ['edge/no-leak/affineSample/2-D', 'edge/no-leak/crop/3-D'],
  },
  ...(
    [
      ['AffineSample', 'theta', 'law/memoryless/crop/2-D'],
      ['AffineSampleGradImage', 'theta', 'law/memoryless/affineSample/3-D'],
      ['GridSample', 'image', 'law/memoryless/gridSample/2-D'],
      ['GridSampleGradImage', 'dy', 'law/memoryless/gridSample/2-D'],
      ['GridSampleGradGrid', 'image', 'law/memoryless/gridSample/3-D'],
      ['AffineGrid', 'theta', 'law/memoryless/affineGrid/2-D'],
    ] as const
  ).map(
    ([name, input, killer]): Mutant => ({
      mistake: `${name} keeps the ${input} of the first call of the same shapes`,
      make: () => remembering(name, input),
      killers: [killer],
    }),
  ),
  {
    mistake: 'the fillValue of the first call of the same shapes is kept',
    make: () => {
      const kept = new Map<string, number>();
      return tampered({
        GridSample: (sound, call) => {
          const key = shapesOf(call);
          const fillValue = kept.get(key) ?? call.attrs.fillValue ?? 0;
          kept.set(key, fillValue);
          return sound({ ...call, attrs: { ...call.attrs, fillValue } });
        },
      });
    },
    killers: ['law/memoryless/gridSample/2-D'],
  },
];

/** Whether a call samples every image at its own pixels; `input` is what the result would equal. */
function isIdentity(call: Call, input: 'image' | 'dy'): boolean {
  const { backend, attrs } = call;
  const theta = inputOf(call, 'theta');
  const info = inputOf(call, input);
  const shape = attrs.imageShape ?? info.shape;
  const [, , columns] = theta.shape;
  const isUnit = valuesOf(backend, theta).every(
    (entry, i) => entry === Number(i % columns === Math.floor(i / columns) % (columns - 1)),
  );
  const isSame = attrs.imageIndex?.every((image, n) => image === n) && attrs.imageIndex.length === shape[0];
  return (
    isUnit &&
    isSame === true &&
    info.dtype === 'float32' &&
    attrs.dataFormat === 'NHWC' &&
    String(attrs.size) === String(shape.slice(1, -1)) &&
    String(info.shape) === String(shape)
  );
}

/** An input as the result, as tfjs's own kernels share it. */
function shared(call: Call, input: 'image' | 'dy'): TensorInfo {
  const info = inputOf(call, input);
  call.backend.incRef(info.dataId);
  return { ...info };
}

function leakyEvery(period: number, name: CropKernelName): ReturnType<Mutant['make']> {
  let calls = 0;
  return tampered({
    [name]: (sound: Sound, call: Call) => {
      if (++calls % period === 0) call.backend.makeTensorInfo([3], 'float32', new Float32Array(3));
      return sound(call);
    },
  });
}

function remembering(name: CropKernelName, input: keyof Call['inputs']): ReturnType<Mutant['make']> {
  const kept = new Map<string, Float32Array>();
  return tampered({
    [name]: (sound: Sound, call: Call) =>
      withInput(call, input, sound, (values) => {
        const key = shapesOf(call);
        const first = kept.get(key);
        if (first) values.set(first);
        else kept.set(key, values.slice());
      }),
  });
}

function shapesOf({ inputs, attrs }: Call): string {
  return JSON.stringify([
    Object.values(inputs).map(({ shape }) => shape),
    attrs.size,
    attrs.imageShape,
    attrs.dataFormat,
  ]);
}
