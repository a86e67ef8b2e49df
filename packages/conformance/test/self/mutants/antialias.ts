import type { CropKernels } from '@cropgrad/core/backend';
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import type { Footprint } from '../../../src/oracle/antialias/footprint.js';
import { footprintsAt } from '../../../src/oracle/antialias/footprint.js';
import { antialiasBackend } from '../antialias-backend.js';
import type { Call, Sound } from '../tampering.js';
import { filterMutants } from './filters.js';
import { footprintMutants } from './footprints.js';
import type { Mutant } from './mutant.js';

/** Mistakes in antialias. */
export const antialiasMutants: readonly Mutant[] = [
  ...footprintMutants,
  ...filterMutants,
  {
    mistake: "under antialias the image's gradient is the plain one",
    make: () =>
      around('AffineSampleGradImage', (sound, call) =>
        sound({ ...call, attrs: { ...call.attrs, ...{ antialias: 0 } } }),
      ),
    killers: ['dImage/antialias/affineSample/border/2-D', 'law/antialias-adjoint/affineSample/2-D'],
  },
  {
    mistake: 'antialiased boxes that end where the image does read a fill that is not finite',
    make: () => antialiasBackend({ grazing: () => 0 }),
    killers: ['law/antialias-inside/crop/zeros/2-D'],
  },
  {
    mistake: 'the lengths of output pixels are kept for the next call of the same shapes',
    make: () => {
      const kept = new Map<string, Footprint[]>();
      return antialiasBackend({
        footprints: (n, s, points) => {
          const shapes = `${points.axes.map(({ size }) => size)}, ${points.filtering?.size}, ${n}, ${s}`;
          const lengths = kept.get(shapes) ?? footprintsAt(n, s, points);
          kept.set(shapes, lengths);
          return lengths;
        },
      });
    },
    killers: ['law/antialias-memoryless/affineSample/2-D'],
  },
  {
    mistake: 'the lists of taps of a crop are not freed',
    make: () =>
      around('AffineSample', (sound, call) => {
        call.backend.makeTensorInfo([16], 'float32', new Float32Array(16));
        return sound(call);
      }),
    killers: ['edge/antialias-memory/affineSample/2-D'],
  },
  {
    mistake: 'an antialiased crop fills every channel with the NaN of one of them',
    make: () =>
      around('AffineSample', (sound, call) => {
        const crops = sound(call);
        const { values } = call.backend.data.get(crops.dataId);
        if (!(values instanceof Float32Array)) throw new TypeError('expected numbers');
        const channels = crops.shape[crops.shape.length - 1];
        values.forEach((value, i) => {
          const from = i - (i % channels);
          if (Number.isNaN(value)) values.fill(Number.NaN, from, from + channels);
        });
        return crops;
      }),
    killers: ['edge/antialias-among-nan/affineSample/2-D'],
  },
];

/** Puts something around one kernel of the sound backend, where it antialiases. */
function around(
  name: 'AffineSample' | 'AffineSampleGradImage',
  tamper: (sound: Sound, call: Call) => ReturnType<Sound>,
): ReturnType<typeof antialiasBackend> {
  const { kernels, ...rest } = antialiasBackend();
  const all: Record<string, unknown> = { ...kernels };
  const sound = all[name] as Sound;
  all[name] = (call: Call) => (Reflect.get(call.attrs, 'antialias') > 0 ? tamper(sound, call) : sound(call));
  return { ...rest, kernels: all as CropKernels<MathBackendCPU> };
}
