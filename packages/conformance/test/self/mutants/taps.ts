import { OUTSIDE } from '../../../src/oracle/paddings.js';
import { type Axis, type Tap, tapsAt } from '../../../src/oracle/taps.js';
import { plainBackend, SOUND } from '../plain-backend.js';
import { inputOf, tampered, valuesOf, withResult } from '../tampering.js';
import type { Mutant } from './mutant.js';

/** Mistakes in what the taps are. */
export const tapMutants: readonly Mutant[] = [
  {
    mistake: 'the neighbours are floor and ceil, not floor and floor + 1',
    make: () =>
      plainBackend({
        ...SOUND,
        taps: (x, axis) => {
          const taps = tapsAt(x, axis);
          const isWhole = axis.mode === 'bilinear' && taps[0].weight === 1;
          return isWhole ? taps.map((tap) => ({ ...tap, slope: 0 })) : taps;
        },
      }),
    killers: [
      'kink/gridSample/bilinear/zeros/alignCorners=false/2-D',
      'kink/gridSample/bilinear/border/alignCorners=true/2-D',
    ],
  },
  {
    mistake: 'nearest rounds half up, not half to even',
    make: () =>
      plainBackend({
        ...SOUND,
        taps: (x, axis) =>
          axis.mode === 'nearest' && isHalf(x) && axis.paddingMode === 'zeros'
            ? [nearestTap(Math.ceil(x), axis.size)]
            : tapsAt(x, axis),
      }),
    killers: [
      'kink/gridSample/nearest/zeros/alignCorners=false/2-D',
      'kink/gridSample/nearest/zeros/alignCorners=true/2-D',
    ],
  },
  {
    mistake: 'bicubic has a = -0.5',
    make: () =>
      plainBackend({ ...SOUND, taps: (x, axis) => (axis.mode === 'bicubic' ? keysTaps(x, axis) : tapsAt(x, axis)) }),
    killers: [
      'fixture/gridSample/bicubic/zeros/alignCorners=false/2-D',
      'forward/gridSample/bicubic/border/alignCorners=false/2-D',
    ],
  },
  {
    mistake: 'bicubic clamps the coordinate before the taps, not each tap',
    make: () =>
      plainBackend({
        ...SOUND,
        taps: (x, axis) => {
          const clamps = axis.mode === 'bicubic' && axis.paddingMode === 'border';
          return tapsAt(clamps ? Math.min(Math.max(x, 0), axis.size - 1) : x, axis);
        },
      }),
    killers: [
      'fixture/gridSample/bicubic/border/alignCorners=false/2-D',
      'dImage/gridSample/bicubic/border/alignCorners=true/2-D',
    ],
  },
  {
    mistake: 'reflection is around pixel centres without alignCorners',
    make: () => plainBackend({ ...SOUND, taps: (x, axis) => tapsAt(x, { ...axis, alignCorners: true }) }),
    killers: [
      'fixture/gridSample/bilinear/reflection/alignCorners=false/2-D',
      'forward/gridSample/nearest/reflection/alignCorners=false/3-D',
    ],
  },
  {
    mistake: 'reflection is around edges with alignCorners',
    make: () => plainBackend({ ...SOUND, taps: (x, axis) => tapsAt(x, { ...axis, alignCorners: false }) }),
    killers: [
      'fixture/gridSample/bilinear/reflection/alignCorners=true/2-D',
      'forward/gridSample/bicubic/reflection/alignCorners=true/2-D',
    ],
  },
  {
    mistake: 'the slope keeps its sign in the mirror',
    make: () =>
      plainBackend({
        ...SOUND,
        taps: (x, axis) => {
          const taps = tapsAt(x, axis);
          if (axis.mode !== 'bilinear' || axis.paddingMode !== 'reflection') return taps;
          return taps.map((tap, k) => ({ ...tap, slope: k === 0 ? -Math.abs(tap.slope) : Math.abs(tap.slope) }));
        },
      }),
    killers: [
      'dGrid/gridSample/bilinear/reflection/alignCorners=false/2-D',
      'central-difference/gridSample/bilinear/2-D',
    ],
  },
  {
    mistake: 'the gradient is not cut where border padding clips',
    make: () =>
      plainBackend({
        ...SOUND,
        taps: (x, axis) => {
          const taps = tapsAt(x, axis);
          if (axis.mode !== 'bilinear' || axis.paddingMode !== 'border') return taps;
          return taps.map((tap, k) => ({ ...tap, slope: k === 0 ? -1 : 1 }));
        },
      }),
    killers: [
      'dGrid/gridSample/bilinear/border/alignCorners=false/2-D',
      'kink/gridSample/bilinear/border/alignCorners=false/2-D',
    ],
  },
  {
    mistake: 'fillValue is ignored where only some taps are outside',
    make: () =>
      plainBackend({ ...SOUND, outside: ({ fillValue }, { insideTaps }) => (insideTaps > 0 ? 0 : fillValue) }),
    killers: ['forward/gridSample/bilinear/zeros/alignCorners=false/2-D', 'law/constants/gridSample/2-D'],
  },
  {
    mistake: 'the slope towards fillValue is ignored',
    make: () =>
      plainBackend({ ...SOUND, outside: ({ fillValue }, { along }) => (along === undefined ? fillValue : 0) }),
    killers: ['dGrid/gridSample/bilinear/zeros/alignCorners=false/2-D', 'central-difference/gridSample/bicubic/2-D'],
  },
  {
    mistake: 'an infinite fill is multiplied by a weight of 0',
    make: () =>
      tampered({
        GridSample: (sound, call) =>
          withResult(call, sound, (crops) => {
            if (!Number.isFinite(call.attrs.fillValue)) crops.fill(Number.NaN);
          }),
      }),
    killers: ['edge/infinite-fill/gridSample/2-D', 'edge/infinite-fill/gridSample/3-D'],
  },
  {
    mistake: 'a NaN pixel is multiplied by weights of 0',
    make: () =>
      tampered({
        GridSample: (sound, call) =>
          withResult(call, sound, (crops) => {
            if (valuesOf(call.backend, inputOf(call, 'image')).some(Number.isNaN)) crops.fill(Number.NaN);
          }),
      }),
    killers: ['edge/nan-pixel/gridSample/2-D', 'edge/nan-pixel/gridSample/3-D'],
  },
];

function isHalf(x: number): boolean {
  return x - Math.floor(x) === 0.5;
}

function nearestTap(index: number, size: number): Tap {
  return { index: index >= 0 && index < size ? index : OUTSIDE, weight: 1, slope: 0 };
}

/** Bicubic taps with Keys's own a = -0.5: each tap's weight and slope are linear in a, and known for a = -0.75. */
function keysTaps(x: number, axis: Axis): Tap[] {
  const t = x - Math.floor(x);
  // For a = 0 only the inner two taps count.
  const [value, slope] = [2 * t ** 3 - 3 * t ** 2 + 1, 6 * t ** 2 - 6 * t];
  const flat = [
    { weight: 0, slope: 0 },
    { weight: value, slope },
    { weight: 1 - value, slope: -slope },
    { weight: 0, slope: 0 },
  ];
  return tapsAt(x, axis).map((tap, k) => ({
    index: tap.index,
    weight: (2 * tap.weight + flat[k].weight) / 3,
    slope: (2 * tap.slope + flat[k].slope) / 3,
  }));
}
