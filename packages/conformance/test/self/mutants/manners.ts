import { type CropKernelName, FUSED_KERNELS, REQUIRED_KERNELS } from '@cropgrad/core/backend';
import { inputOf, tampered, tamperedAll, valuesOf, withInput, withResult } from '../tampering.js';
import type { Mutant } from './mutant.js';
import { roundToFloat16 } from './round-to-float16.js';

const SAMPLING: readonly CropKernelName[] = [...REQUIRED_KERNELS, ...FUSED_KERNELS].filter((name) =>
  name.includes('Sample'),
);

/** Mistakes in batches, layouts and memory. */
export const mannerMutants: readonly Mutant[] = [
  {
    mistake: 'only the first image of the batch is read',
    make: () =>
      tamperedAll(SAMPLING, (sound, call) =>
        sound({ ...call, attrs: { ...call.attrs, imageIndex: new Int32Array(call.attrs.imageIndex?.length ?? 0) } }),
      ),
    killers: ['law/batch-permutation/gridSample/2-D', 'law/image-index/affineSample/3-D'],
  },
  {
    mistake: 'the channel stride is rounded up to an even number',
    make: () =>
      tampered({
        GridSample: (sound, call) => {
          const channels = call.inputs.image?.shape.at(call.attrs.dataFormat === 'NCHW' ? 1 : -1) ?? 0;
          if (channels % 2 === 0 || channels === 1 || call.attrs.dataFormat === 'NCHW') return sound(call);
          return withInput(call, 'image', sound, (values) => {
            const padded = values.map((_, i) => values[(i + Math.floor(i / channels)) % values.length]);
            values.set(padded);
          });
        },
      }),
    killers: ['forward/gridSample/bilinear/border/alignCorners=false/2-D', 'law/layout/gridSample/2-D'],
  },
  {
    mistake: 'arithmetic is in float16',
    make: () => tamperedAll(SAMPLING, (sound, call) => withResult(call, sound, roundToFloat16)),
    killers: ['fixture/gridSample/bilinear/zeros/alignCorners=false/2-D', 'law/identity/crop/bilinear/2-D'],
  },
  {
    mistake: 'a temporary tensor is not disposed',
    make: () =>
      tampered({
        GridSampleGradImage: (sound, call) => {
          call.backend.makeTensorInfo([1], 'float32', new Float32Array(1));
          return sound(call);
        },
      }),
    killers: ['edge/no-leak/gridSample/2-D', 'edge/no-leak/gridSample/3-D'],
  },
  {
    mistake: 'the grid is turned into pixels in place',
    make: () =>
      tampered({
        GridSample: (sound, call) => {
          const result = sound(call);
          const values = valuesOf(call.backend, inputOf(call, 'grid'));
          values.set(values.map((g) => (g + 1) / 2));
          return result;
        },
      }),
    killers: ['edge/inputs-untouched/gridSample/2-D', 'edge/inputs-untouched/gridSample/3-D'],
  },
  {
    mistake: 'a gradient is answered with an input',
    make: () =>
      tampered({
        GridSampleGradGrid: (_sound, call) => {
          const grid = inputOf(call, 'grid');
          call.backend.incRef(grid.dataId);
          return { ...grid };
        },
      }),
    killers: ['edge/inputs-untouched/gridSample/2-D'],
  },
  {
    mistake: 'the taps of the previous call are used again when the shapes are the same',
    make: () => {
      const remembered = new Map<string, Float32Array>();
      return tampered({
        AffineSample: (sound, call) =>
          withInput(call, 'theta', sound, (theta) => {
            const key = String(call.inputs.theta?.shape);
            const before = remembered.get(key);
            remembered.set(key, theta.slice());
            if (before) theta.set(before);
          }),
      });
    },
    killers: ['law/determinism/affineSample/2-D', 'law/determinism/crop/3-D'],
  },
  {
    mistake: 'channels after the fourth are not read',
    make: () =>
      tampered({
        GridSample: (sound, call) => {
          const channels = inputOf(call, 'image').shape.at(-1) ?? 0;
          if (call.attrs.dataFormat === 'NCHW') return sound(call);
          return withInput(call, 'image', sound, (values) => {
            values.forEach((_, i) => {
              if (i % channels >= 4) values[i] = 0;
            });
          });
        },
      }),
    killers: ['law/channel-permutation/gridSample/2-D', 'law/layout/gridSample/3-D'],
  },
  {
    mistake: 'results are clamped from 0 to 1',
    make: () =>
      tampered({
        GridSample: (sound, call) =>
          withResult(call, sound, (crops) => crops.set(crops.map((value) => Math.min(Math.max(value, 0), 1)))),
      }),
    killers: ['law/linearity/gridSample/2-D', 'forward/gridSample/nearest/border/alignCorners=false/3-D'],
  },
  {
    mistake: 'the bits of an int32 image are read as float32',
    make: () =>
      tamperedAll(['GridSample', 'AffineSample'], (sound, call) => {
        const { values } = call.backend.data.get(inputOf(call, 'image').dataId);
        if (!(values instanceof Int32Array)) return sound(call);
        return withInput(call, 'image', sound, (floats) => floats.set(new Float32Array(values.slice().buffer)));
      }),
    killers: ['edge/int32-image/gridSample/2-D', 'edge/int32-image/affineSample/3-D'],
  },
];
