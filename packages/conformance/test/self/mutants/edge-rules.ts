import { type CropKernelName, FUSED_KERNELS, JVP_KERNELS } from '@cropgrad/core/backend';
import { PADDINGS } from '../../../src/oracle/paddings.js';
import { tapsAt } from '../../../src/oracle/taps.js';
import { plainBackend, SOUND } from '../plain-backend.js';
import { type Call, tampered, tamperedAll, valuesOf } from '../tampering.js';
import type { Mutant } from './mutant.js';

const FORWARD: readonly CropKernelName[] = ['GridSample', 'AffineSample', 'PerspectiveSample'];

/** Mistakes in where sampling ends, in how halves are rounded, in Keys's a, and in labels. */
export const edgeRuleMutants: readonly Mutant[] = [
  {
    mistake: 'the cutoff is ignored',
    make: () => plainBackend({ ...SOUND, isCut: () => false }),
    killers: ['edge/cutoff/gridSample/2-D', 'edge/cutoff/crop/3-D', 'kink/cutoff/gridSample/3-D'],
  },
  {
    mistake: 'a point on the cutoff is cut off, too',
    make: () => plainBackend({ ...SOUND, isCut: (x, size, { cutoff }) => x <= -cutoff || x >= size - 1 + cutoff }),
    killers: ['kink/cutoff/gridSample/2-D', 'kink/cutoff/affineSample/3-D'],
  },
  {
    mistake: "the cutoff is counted from the image's edge, not from the outermost pixel centres",
    make: () =>
      plainBackend({ ...SOUND, isCut: (x, size, { cutoff }) => x < -0.5 - cutoff || x > size - 0.5 + cutoff }),
    killers: ['edge/cutoff/gridSample/2-D', 'edge/cutoff/perspectiveSample/2-D'],
  },
  {
    mistake: 'a point is padded before it is cut off',
    make: () =>
      plainBackend({
        ...SOUND,
        isCut: (x, size, { cutoff, paddingMode, alignCorners }) =>
          SOUND.isCut(PADDINGS[paddingMode].pad(x, { size, alignCorners }).position, size, {
            cutoff,
            paddingMode,
            alignCorners,
          }),
      }),
    killers: ['edge/cutoff/affineSample/2-D', 'kink/cutoff/gridSample/2-D'],
  },
  {
    mistake: 'what is cut off is the edge of the image, not fill',
    make: () =>
      plainBackend({
        ...SOUND,
        isCut: () => false,
        taps: (x, axis) => tapsAt(Math.min(Math.max(x, -1), axis.size), axis),
      }),
    killers: ['edge/cutoff/gridSample/3-D'],
  },
  {
    mistake: 'what is cut off still gives the image a gradient',
    make: () => tampered({ GridSampleGradImage: (sound, call) => sound(withoutCutoff(call)) }),
    killers: ['edge/cutoff/gridSample/2-D', 'kink/cutoff/gridSample/3-D'],
  },
  {
    mistake: 'what is cut off still gives theta a gradient',
    make: () => tampered({ AffineSampleGradTheta: (sound, call) => sound(withoutCutoff(call)) }),
    killers: ['edge/cutoff/affineSample/2-D', 'edge/cutoff/crop/2-D'],
  },
  {
    mistake: 'the fused kernels know no cutoff',
    make: () => tamperedAll(FUSED_KERNELS, (sound, call) => sound(withoutCutoff(call))),
    killers: ['edge/cutoff/affineSample/3-D', 'edge/cutoff/crop/3-D', 'kink/cutoff/affineSample/2-D'],
  },
  {
    mistake: 'what is cut off moves along a tangent',
    make: () => tamperedAll(JVP_KERNELS, (sound, call) => sound(withoutCutoff(call))),
    killers: ['edge/second-derivative-of-nothing/gridSample/2-D', 'edge/second-derivative-of-nothing/gridSample/3-D'],
  },
  {
    mistake: 'the first cutoff and cubicCoefficient of a shape are those of all calls of that shape',
    make: () => {
      const first = new Map<string, Pick<Call['attrs'], 'cutoff' | 'cubicCoefficient'>>();
      return tampered({
        GridSample: (sound, call) => {
          const { cutoff = Number.POSITIVE_INFINITY, cubicCoefficient = -0.75 } = call.attrs;
          const kept = first.get(`${call.shape}`) ?? { cutoff, cubicCoefficient };
          first.set(`${call.shape}`, kept);
          return sound({ ...call, attrs: { ...call.attrs, ...kept } });
        },
      });
    },
    killers: ['law/memoryless/gridSample/2-D', 'law/memoryless/gridSample/3-D'],
  },
  {
    mistake: "the rounding 'half-up' is ignored",
    make: () => plainBackend({ ...SOUND, taps: (x, axis) => tapsAt(x, { ...axis, rounding: 'even' }) }),
    killers: ['kink/half-up/gridSample/2-D', 'kink/half-up/affineSample/3-D'],
  },
  {
    mistake: 'halves below 0 are rounded away from 0',
    make: () =>
      plainBackend({
        ...SOUND,
        taps: (x, axis) =>
          tapsAt(axis.rounding === 'half-up' && x === -0.5 && axis.paddingMode === 'zeros' ? -1 : x, axis),
      }),
    killers: ['kink/half-up/gridSample/2-D', 'kink/half-up/gridSample/3-D'],
  },
  {
    mistake: 'halves are rounded up before the image is repeated or mirrored',
    make: () =>
      plainBackend({
        ...SOUND,
        taps: (x, axis) => tapsAt(axis.rounding === 'half-up' ? Math.floor(x + 0.5) : x, axis),
      }),
    killers: ['kink/half-up/gridSample/2-D', 'kink/half-up/affineSample/2-D'],
  },
  {
    mistake: 'the cubicCoefficient is ignored',
    make: () => plainBackend({ ...SOUND, taps: (x, axis) => tapsAt(x, { ...axis, cubicCoefficient: -0.75 }) }),
    killers: ['edge/cubic-coefficient/gridSample/2-D', 'law/ramp/gridSample/2-D', 'law/ramp/crop/3-D'],
  },
  {
    mistake: 'the slopes of bicubic have an a of -0.75, whatever is asked',
    make: () => tamperedAll(['GridSampleGradGrid', 'AffineSampleGradTheta'], (sound, call) => sound(steep(call))),
    killers: ['law/ramp/gridSample/3-D', 'law/ramp/crop/2-D', 'edge/cubic-coefficient/affineSample/2-D'],
  },
  {
    mistake: "the image's gradient of bicubic has an a of -0.75, whatever is asked",
    make: () => tamperedAll(['GridSampleGradImage', 'AffineSampleGradImage'], (sound, call) => sound(steep(call))),
    killers: ['edge/cubic-coefficient/gridSample/3-D', 'edge/cubic-coefficient/crop/2-D'],
  },
  {
    mistake: 'second derivatives of bicubic have an a of -0.75, whatever is asked',
    make: () => tamperedAll(JVP_KERNELS, (sound, call) => sound(steep(call))),
    killers: ['second-derivative/gridSample/dy/bicubic/2-D', 'second-derivative/gridSample/grid/bicubic/3-D'],
  },
  {
    mistake: 'labels of int32 go through float32, though 2^31 is declared',
    make: () =>
      tamperedAll(FORWARD, (sound, call) => {
        const crops = sound(call);
        if (crops.dtype !== 'int32') return crops;
        const rounded = call.backend.makeTensorInfo(crops.shape, 'float32', valuesOf(call.backend, crops));
        call.backend.disposeIntermediateTensorInfo(crops);
        return rounded;
      }),
    killers: ['edge/whole-numbers/gridSample/2-D', 'edge/whole-numbers/perspectiveSample/2-D'],
  },
  {
    mistake: 'whatever the mode, an integer image gives integers',
    make: () =>
      tamperedAll(FORWARD, (sound, call) => {
        const crops = sound(call);
        if (crops.dtype !== 'float32' || call.inputs.image?.dtype !== 'int32') return crops;
        const whole = Int32Array.from(valuesOf(call.backend, crops));
        call.backend.disposeIntermediateTensorInfo(crops);
        return call.backend.makeTensorInfo(crops.shape, 'int32', whole);
      }),
    killers: ['edge/int32-image/gridSample/2-D', 'edge/int32-image/affineSample/3-D'],
  },
  {
    mistake: 'outside of a label map there is always 0',
    make: () =>
      tamperedAll(FORWARD, (sound, call) => {
        const isLabels = call.attrs.mode === 'nearest' && call.inputs.image?.dtype === 'int32';
        return sound(isLabels ? { ...call, attrs: { ...call.attrs, fillValue: 0 } } : call);
      }),
    killers: ['edge/whole-numbers/crop/2-D', 'edge/whole-numbers/affineSample/3-D'],
  },
];

function withoutCutoff(call: Call): Call {
  return { ...call, attrs: { ...call.attrs, cutoff: Number.POSITIVE_INFINITY } };
}

function steep(call: Call): Call {
  return { ...call, attrs: { ...call.attrs, cubicCoefficient: -0.75 } };
}
