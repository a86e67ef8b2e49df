import { type Axis, type Tap, tapsAt } from '../../../src/oracle/taps.js';
import { plainBackend, SOUND } from '../plain-backend.js';
import type { Mutant } from './mutant.js';

/** A plain backend that goes wrong under wrap alone. */
function wrongWrap(taps: (x: number, axis: Axis) => Tap[]): ReturnType<typeof plainBackend> {
  return plainBackend({ ...SOUND, taps: (x, axis) => (axis.paddingMode === 'wrap' ? taps : tapsAt)(x, axis) });
}

/** Mistakes in how an image is repeated. */
export const wrapMutants: readonly Mutant[] = [
  {
    mistake: 'wrap is taken for border',
    make: () => wrongWrap((x, axis) => tapsAt(x, { ...axis, paddingMode: 'border' })),
    killers: [
      'fixture/gridSample/bilinear/wrap/alignCorners=false/2-D',
      'law/periodicity/gridSample/nearest/3-D',
      'dImage/affineSample/bicubic/wrap/alignCorners=false/3-D',
    ],
  },
  {
    mistake: 'with alignCorners an image repeats every S - 1 pixels',
    make: () =>
      wrongWrap((x, axis) => {
        const period = axis.alignCorners ? Math.max(1, axis.size - 1) : axis.size;
        return tapsAt(axis.mode === 'bicubic' ? x : x - period * Math.floor(x / period), axis);
      }),
    killers: [
      'fixture/gridSample/bilinear/wrap/alignCorners=true/2-D',
      'kink/gridSample/nearest/wrap/alignCorners=true/2-D',
      'law/periodicity/gridSample/bilinear/2-D',
    ],
  },
  {
    mistake: 'the remainder of what is before the image is negative',
    make: () => wrongWrap((x, axis) => tapsAt(axis.mode === 'bicubic' ? x : x % axis.size, zerosBefore(x, axis))),
    killers: [
      'fixture/gridSample/bilinear/wrap/alignCorners=false/2-D',
      'forward/crop/nearest/wrap/alignCorners=false/2-D',
      'law/periodicity/gridSample/bilinear/3-D',
    ],
  },
  {
    mistake: 'behind the last pixel comes the last again, not the first',
    make: () =>
      wrongWrap((x, axis) =>
        tapsAt(x, axis).map((tap, k, taps) => (k === 1 && isSeam(taps, axis) ? { ...tap, index: axis.size - 1 } : tap)),
      ),
    killers: [
      'fixture/gridSample/bilinear/wrap/alignCorners=false/2-D',
      'dImage/gridSample/bilinear/wrap/alignCorners=true/3-D',
      'law/periodicity/gridSample/bilinear/2-D',
    ],
  },
  {
    mistake: 'the slope is cut at the seam',
    make: () =>
      wrongWrap((x, axis) => {
        const taps = tapsAt(x, axis);
        return axis.mode === 'bilinear' && isSeam(taps, axis) ? taps.map((tap) => ({ ...tap, slope: 0 })) : taps;
      }),
    killers: [
      'fixture/gridSample/bilinear/wrap/alignCorners=false/2-D',
      'dGrid/gridSample/bilinear/wrap/alignCorners=true/2-D',
      'central-difference/gridSample/bilinear/2-D',
    ],
  },
  {
    mistake: 'at the first pixel the slope is that of its other side',
    make: () =>
      wrongWrap((x, axis) => {
        const taps = tapsAt(x, axis);
        const isFirst = axis.mode === 'bilinear' && taps[0].index === 0 && taps[0].weight === 1;
        if (!isFirst) return taps;
        return [
          { index: axis.size - 1, weight: 0, slope: -1 },
          { index: 0, weight: 1, slope: 1 },
        ];
      }),
    killers: ['kink/gridSample/bilinear/wrap/alignCorners=false/2-D', 'kink/crop/bilinear/wrap/alignCorners=true/2-D'],
  },
  {
    mistake: 'nearest rounds before it wraps',
    make: () =>
      wrongWrap((x, axis) => tapsAt(axis.mode === 'nearest' && Math.abs(x) < 2 ** 31 ? halfToEven(x) : x, axis)),
    killers: ['kink/gridSample/nearest/wrap/alignCorners=true/2-D', 'law/periodicity/gridSample/nearest/2-D'],
  },
  {
    mistake: 'nearest takes the last pixel where it rounds up to S',
    make: () =>
      wrongWrap((x, axis) => {
        const taps = tapsAt(x, axis);
        const place = x - axis.size * Math.floor(x / axis.size);
        return axis.mode === 'nearest' && place > axis.size - 1 ? [{ ...taps[0], index: axis.size - 1 }] : taps;
      }),
    killers: [
      'fixture/gridSample/nearest/wrap/alignCorners=false/2-D',
      'kink/gridSample/nearest/wrap/alignCorners=false/3-D',
    ],
  },
  {
    mistake: 'bicubic clamps its taps to the image',
    make: () => wrongWrap((x, axis) => tapsAt(x, axis.mode === 'bicubic' ? { ...axis, paddingMode: 'border' } : axis)),
    killers: [
      'fixture/gridSample/bicubic/wrap/alignCorners=false/2-D',
      'forward/gridSample/bicubic/wrap/alignCorners=true/3-D',
      'law/periodicity/gridSample/bicubic/2-D',
    ],
  },
  {
    mistake: 'a hair before the first pixel is rounded to S in float32, where there is nothing',
    make: () =>
      wrongWrap((x, axis) => {
        const place = Math.fround(x - axis.size * Math.floor(x / axis.size));
        const isBeyond = place === axis.size && axis.mode !== 'bicubic';
        return isBeyond ? tapsAt(place, { ...axis, paddingMode: 'zeros' }) : tapsAt(x, axis);
      }),
    killers: [
      'forward/gridSample/bilinear/wrap/alignCorners=false/2-D',
      'forward/gridSample/nearest/wrap/alignCorners=false/3-D',
    ],
  },
];

/** Whether the first of two taps is on the last pixel. */
function isSeam(taps: readonly Tap[], { mode, size }: Axis): boolean {
  return mode === 'bilinear' && taps[0].index === size - 1;
}

/** Where the remainder is negative, the first pixels are missing. */
function zerosBefore(x: number, axis: Axis): Axis {
  return x % axis.size < 0 && axis.mode !== 'bicubic' ? { ...axis, paddingMode: 'zeros' } : axis;
}

function halfToEven(x: number): number {
  const below = Math.floor(x);
  if (x - below !== 1 / 2) return Math.round(x);
  return below % 2 === 0 ? below : below + 1;
}
