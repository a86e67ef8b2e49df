import { filterOf } from '../../../src/oracle/antialias/filter.js';
import type { Filtering } from '../../../src/oracle/antialias/filtering.js';
import { type FilteredTap, filteredTaps } from '../../../src/oracle/antialias/taps.js';
import { OUTSIDE, PADDINGS, reflected } from '../../../src/oracle/paddings.js';
import type { Axis } from '../../../src/oracle/taps.js';
import { antialiasBackend } from '../antialias-backend.js';
import type { Mutant } from './mutant.js';

type Taps = readonly FilteredTap[];

/** What a mutant knows of a coordinate. */
interface At {
  readonly x: number;
  readonly axis: Axis;
  readonly length: number;
  readonly filtering: Filtering;
}

const forward = (paddingMode: string): string => `forward/antialias/affineSample/${paddingMode}/2-D`;
const dTheta = (paddingMode: string): string => `dTheta/antialias/affineSample/${paddingMode}/2-D`;
const fixture = (cell: string): string => `fixture/antialias/affineSample/${cell}/2-D`;

/** Mistakes of antialias in what is read, and by how much. */
export const filterMutants: readonly Mutant[] = [
  {
    mistake: 'the weights are not normalised over the pixels that there are',
    make: () => withTaps((taps, at) => (isPadded(at) ? taps.map((tap) => scaled(tap, totalOf(at))) : taps)),
    killers: ['law/antialias-constants/affineSample/2-D', forward('border'), fixture('bilinear/border')],
  },
  {
    mistake: 'under zeros, what is left of an output pixel is all of it: nothing fades to fillValue',
    make: () =>
      withTaps((taps) => {
        const inside = taps.filter(({ index }) => index !== OUTSIDE);
        const part = inside.reduce((sum, { weight }) => sum + weight, 0);
        return inside.length === 0 ? taps : inside.map((tap) => scaled(tap, 1 / part));
      }),
    killers: [forward('zeros'), 'dImage/antialias/perspectiveSample/zeros/2-D'],
  },
  {
    mistake: 'under zeros an output pixel that is widened fades as if it were so long',
    make: () =>
      antialiasBackend({
        taps: (x, axis, length, { widen, ...filtering }) =>
          filteredTaps(x, axis, widen * length, { ...filtering, widen: 1 }),
      }),
    killers: [forward('zeros'), 'forward/antialias/affineSample/zeros/3-D'],
  },
  {
    mistake: 'under zeros the part of an output pixel that is inside has no slope',
    make: () =>
      withTaps((taps) => {
        const outside = taps.find(({ index }) => index === OUTSIDE);
        if (!outside || outside.weight === 1) return taps;
        return taps.map((tap) =>
          tap === outside
            ? { ...tap, slope: 0 }
            : { ...tap, slope: tap.slope + (outside.slope * tap.weight) / (1 - outside.weight) },
        );
      }),
    killers: [dTheta('zeros'), 'dBoxes/antialias/crop/zeros'],
  },
  {
    mistake: 'the image is padded after the filter has its taps, as if its edges went on',
    make: () =>
      withTaps((taps, { x, axis, length, filtering: { filter, widen } }) => {
        const reach = widen * length;
        if (axis.paddingMode !== 'border' || Math.abs(x) > 3 * axis.size) return taps;
        const first = Math.ceil(x - filter.radius * reach);
        const places = Array.from({ length: Math.floor(x + filter.radius * reach) - first + 1 }, (_, k) => first + k);
        const weights = places.map((place) => filter.value((place - x) / reach));
        const sum = weights.reduce((total, weight) => total + weight, 0);
        return places.map((place, k) => ({
          index: PADDINGS.border.pad(place, axis).position,
          weight: weights[k] / sum,
          slope: 0,
          stretch: 0,
        }));
      }),
    killers: [forward('border'), fixture('bicubic/border')],
  },
  {
    mistake: 'border holds a coordinate at the centre of the last pixel, not at its edge',
    make: () =>
      antialiasBackend({
        taps: (x, axis, length, filtering) => {
          const held = Math.min(Math.max(x, 0), axis.size - 1);
          return filteredTaps(axis.paddingMode === 'border' ? held : x, axis, length, filtering);
        },
      }),
    killers: [forward('border'), 'law/antialias-continuity/affineSample/2-D'],
  },
  {
    mistake: 'a mirrored coordinate moves the taps the wrong way',
    make: () =>
      withTaps((taps, { x, axis }) => {
        const direction = axis.paddingMode === 'reflection' ? reflected(x, axis).direction : 1;
        return taps.map((tap) => ({ ...tap, slope: direction * tap.slope }));
      }),
    killers: [dTheta('reflection')],
  },
  {
    mistake: 'an image that repeats is filtered as one that does not',
    make: () =>
      antialiasBackend({
        taps: (x, axis, length, filtering) => {
          if (axis.paddingMode !== 'wrap') return filteredTaps(x, axis, length, filtering);
          const once = { ...axis, paddingMode: 'border' as const };
          return filteredTaps(x - axis.size * Math.floor(x / axis.size), once, length, filtering);
        },
      }),
    killers: [forward('wrap'), fixture('bilinear/wrap')],
  },
  {
    mistake: 'the run of taps is rounded, so that the last pixel in reach is not read',
    make: () => withTaps((taps) => kept(taps, (i, count) => count < 3 || i < count - 1)),
    killers: [fixture('bilinear/reflection'), forward('reflection')],
  },
  {
    mistake: 'a filter has room for 16 taps',
    make: () => withTaps((taps) => kept(taps, (i) => i < 16)),
    killers: ['edge/antialias-ladder-W/affineSample/bilinear/2-D', 'edge/antialias-ladder-H/affineSample/bicubic/2-D'],
  },
  {
    mistake: 'the weights are rounded to float32, and no longer 1 together',
    make: () => withTaps((taps) => taps.map((tap) => ({ ...tap, weight: Math.fround(tap.weight) }))),
    killers: ['law/antialias-constants/affineSample/2-D', 'law/antialias-bounds/crop/2-D'],
  },
  {
    mistake: 'bicubic is that of plain sampling, whatever is asked for',
    make: () =>
      antialiasBackend({
        taps: (x, axis, length, filtering) =>
          filteredTaps(x, axis, length, { ...filtering, filter: filterOf(axis.mode, -0.75) }),
      }),
    killers: [fixture('bicubic/border'), 'fixture/antialias/crop/bicubic/reflection/3-D', forward('wrap')],
  },
  {
    mistake: 'a filter that is widened changes less with the length of an output pixel',
    make: () =>
      withTaps((taps, { filtering: { widen } }) => taps.map((tap) => ({ ...tap, stretch: tap.stretch / widen }))),
    killers: [dTheta('border'), 'dBoxes/antialias/crop/wrap'],
  },
  {
    mistake: 'the slopes of the weights are not normalised: those of a constant image do not cancel',
    make: () =>
      withTaps((taps, at) => {
        if (at.axis.paddingMode !== 'border' || !isPadded(at)) return taps;
        const { x, length, filtering } = at;
        const reach = filtering.widen * length;
        return taps.map((tap) => ({
          ...tap,
          slope: -filtering.filter.slope((tap.index - x) / reach) / reach / (totalOf(at) * reach),
        }));
      }),
    killers: ['law/antialias-constants/affineSample/2-D', dTheta('border')],
  },
];

/** A backend whose taps are what this makes of the right ones. */
function withTaps(change: (taps: Taps, at: At) => Taps): ReturnType<typeof antialiasBackend> {
  return antialiasBackend({
    taps: (x, axis, length, filtering) =>
      change(filteredTaps(x, axis, length, filtering), { x, axis, length, filtering }),
  });
}

/** Whether the pixels that there are decide the sum of the weights: a coordinate inside that does not wrap. */
function isPadded({ x, axis: { paddingMode, size } }: At): boolean {
  return paddingMode !== 'wrap' && x > -1 / 2 && x < size - 1 / 2;
}

/** The sum of the weights in range, of which all that are in reach would make about 1. */
function totalOf({ x, axis, length, filtering: { filter, widen } }: At): number {
  const reach = widen * length;
  return Array.from({ length: axis.size }, (_, k) => filter.value((k - x) / reach) / reach).reduce((a, b) => a + b, 0);
}

/** Some of the taps, so that their weights are as many together. */
function kept(taps: Taps, isKept: (i: number, count: number) => boolean): Taps {
  const inside = taps.filter(({ index }) => index !== OUTSIDE);
  const some = inside.filter((_, i) => isKept(i, inside.length));
  const sumOf = (all: Taps): number => all.reduce((sum, { weight }) => sum + weight, 0);
  const factor = sumOf(inside) / sumOf(some);
  return [...some.map((tap) => scaled(tap, factor)), ...taps.filter(({ index }) => index === OUTSIDE)];
}

function scaled(tap: FilteredTap, factor: number): FilteredTap {
  return {
    ...tap,
    weight: factor * tap.weight,
    slope: factor * tap.slope,
    stretch: factor * tap.stretch,
  };
}
