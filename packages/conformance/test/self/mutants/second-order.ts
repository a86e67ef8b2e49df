import { JVP_KERNELS } from '@cropgrad/core/backend';
import { PADDINGS } from '../../../src/oracle/paddings.js';
import { outsideWeight, pixelsPerUnit, tapsAt, unnormalize } from '../../../src/oracle/taps.js';
import {
  type Call,
  inputOf,
  type Sound,
  tampered,
  tamperedAll,
  valuesOf,
  withInput,
  withResult,
} from '../tampering.js';
import type { Mutant } from './mutant.js';

/** Mistakes in derivatives along a tangent, and in their gradients. */
export const secondOrderMutants: readonly Mutant[] = [
  {
    mistake: 'the tangent is read in (y, x) order',
    make: () =>
      tampered({ GridSampleJvp: (sound, call) => editedTangent(call, sound, ([x, y, ...z]) => [y, x, ...z]) }),
    killers: ['second-derivative/gridSample/dy/bilinear/2-D', 'law/forward-mode/gridSample/bicubic/3-D'],
  },
  {
    mistake: 'the derivative along a tangent is per pixel, not per unit of the grid',
    make: () =>
      tampered({
        GridSampleJvp: (sound, call) =>
          editedTangent(call, sound, (h, { sizes, alignCorners }) =>
            h.map((along, k) => along / (pixelsPerUnit(sizes[k], alignCorners) || 1)),
          ),
      }),
    killers: ['second-derivative/gridSample/dy/bicubic/2-D', 'law/forward-mode/gridSample/bilinear/2-D'],
  },
  {
    mistake: 'in the mirror the image moves along the tangent, not against it',
    make: () =>
      tamperedAll(JVP_KERNELS, (sound, call) =>
        call.attrs.mode === 'bilinear' && call.attrs.paddingMode === 'reflection'
          ? editedTangent(call, sound, (h, { x, sizes, alignCorners }) =>
              h.map((along, k) =>
                PADDINGS.reflection.pad(x[k], { size: sizes[k], alignCorners }).direction < 0 ? -along : along,
              ),
            )
          : sound(call),
      ),
    killers: ['second-derivative/gridSample/dy/bilinear/2-D', 'law/forward-mode/gridSample/bilinear/3-D'],
  },
  {
    mistake: 'the derivative along a tangent leaves out the fill',
    make: () => tampered({ GridSampleJvp: (sound, call) => sound(withFill(call, 0)) }),
    killers: ['second-derivative/gridSample/dy/bilinear/2-D', 'law/forward-mode/gridSample/bicubic/2-D'],
  },
  {
    mistake: 'every tangent moves the first image of the batch',
    make: () =>
      tamperedAll(JVP_KERNELS, (sound, call) =>
        sound({ ...call, attrs: { ...call.attrs, imageIndex: new Int32Array(call.attrs.imageIndex?.length ?? 0) } }),
      ),
    killers: ['second-derivative/gridSample/dy/bilinear/2-D', 'second-derivative/gridSample/image/bicubic/3-D'],
  },
  {
    mistake: 'where channels come first, only the first one moves along the tangent',
    make: () =>
      tampered({
        GridSampleJvp: (sound, call) =>
          withResult(call, sound, (crops, { shape: [crop, channels] }) => {
            const perChannel = crops.length / (crop * channels);
            crops.forEach((_, i) => {
              if (call.attrs.dataFormat === 'NCHW' && Math.floor(i / perChannel) % channels > 0) crops[i] = 0;
            });
          }),
      }),
    killers: ['second-derivative/gridSample/dy/bilinear/2-D', 'law/forward-mode/gridSample/bilinear/3-D'],
  },
  {
    mistake: "the image's gradient of a tangent leaves out the last axis",
    make: () =>
      tampered({
        GridSampleJvpGradImage: (sound, call) => editedTangent(call, sound, (h) => h.with(-1, 0)),
      }),
    killers: ['second-derivative/gridSample/image/bilinear/2-D', 'second-derivative/gridSample/image/bicubic/3-D'],
  },
  {
    mistake: 'a tangent moves dy to the pixels by their weights, not by the slopes of these',
    make: () => {
      const { GridSampleGradImage } = tampered({}).kernels;
      return tampered({ GridSampleJvpGradImage: (_sound, call) => (GridSampleGradImage as unknown as Sound)(call) });
    },
    killers: ['second-derivative/gridSample/image/bilinear/2-D', 'second-derivative/gridSample/image/bilinear/3-D'],
  },
  {
    mistake: 'bilinear has no second derivatives, not even along two axes',
    make: () =>
      tampered({
        GridSampleJvpGradGrid: (sound, call) =>
          withResult(call, sound, (dgrid) => {
            if (call.attrs.mode === 'bilinear') dgrid.fill(0);
          }),
      }),
    killers: ['second-derivative/gridSample/grid/bilinear/2-D', 'second-derivative-corners/gridSample/bilinear/3-D'],
  },
  {
    mistake: 'bicubic has no second derivative along one axis',
    make: () =>
      tampered({
        GridSampleJvpGradGrid: (sound, call) =>
          withResult(call, sound, (dgrid) => {
            eachPair(call, sound, (values, along, by, i) => {
              if (along === by) dgrid[i] -= values[i];
            });
          }),
      }),
    killers: ['second-derivative/gridSample/grid/bicubic/2-D', 'second-derivative-corners/gridSample/bicubic/2-D'],
  },
  {
    mistake: 'the fill has no second derivatives',
    make: () => tampered({ GridSampleJvpGradGrid: (sound, call) => sound(withFill(call, 0)) }),
    killers: ['second-derivative/gridSample/grid/bilinear/2-D', 'second-derivative-corners/gridSample/bicubic/3-D'],
  },
  {
    mistake: 'the second derivatives of the fill along two axes do not know how much of the third is outside',
    make: () =>
      tampered({
        GridSampleJvpGradGrid: (sound, call) =>
          withResult(call, sound, (dgrid) => {
            if (dimensionsOf(call) === 2 || call.attrs.paddingMode !== 'zeros') return;
            const third = insideOfThird(call);
            eachPair(call, sound, (values, along, by, i) => {
              if (along !== by) dgrid[i] += values[i] * third(along, by, i);
            });
            eachPair(withFill(call, 0), sound, (values, along, by, i) => {
              if (along !== by) dgrid[i] -= values[i] * third(along, by, i);
            });
          }),
      }),
    killers: ['second-derivative-corners/gridSample/bilinear/3-D', 'second-derivative-corners/gridSample/bicubic/3-D'],
  },
  {
    mistake: 'a point that is not finite has a derivative that is not',
    make: () =>
      tampered({
        GridSampleJvp: (sound, call) =>
          withResult(call, sound, (crops) => {
            if (valuesOf(call.backend, inputOf(call, 'grid')).every(Number.isFinite)) return;
            crops.forEach((value, i) => {
              if (value === 0) crops[i] = Number.NaN;
            });
          }),
      }),
    killers: ['edge/second-derivative-of-nothing/gridSample/2-D', 'edge/second-derivative-of-nothing/gridSample/3-D'],
  },
  {
    mistake: 'a tangent that is NaN, where its point is behind the camera, makes the gradient NaN',
    make: () =>
      tampered({
        GridSampleJvpGradImage: (sound, call) =>
          withResult(call, sound, (dimage) => {
            if (valuesOf(call.backend, inputOf(call, 'tangent')).some(Number.isNaN)) dimage.fill(Number.NaN);
          }),
      }),
    killers: ['edge/second-derivative-behind-the-camera/perspectiveSample/2-D'],
  },
  {
    mistake: 'what flows into a point behind the camera counts where it is NaN',
    make: () =>
      tampered({
        PerspectiveGridGradTheta: (sound, call) =>
          withResult(call, sound, (dtheta) => {
            if (valuesOf(call.backend, inputOf(call, 'dgrid')).some(Number.isNaN)) dtheta.fill(Number.NaN);
          }),
      }),
    killers: ['edge/second-derivative-behind-the-camera/perspectiveSample/2-D'],
  },
  {
    mistake: "second derivatives by theta miss the columns of the grid's height",
    make: () =>
      tampered({
        AffineGridGradTheta: (sound, call) =>
          withResult(call, sound, (dtheta, { shape: [, , columns] }) => {
            for (let i = 1; i < dtheta.length; i += columns) dtheta[i] = 0;
          }),
      }),
    killers: ['second-derivative/affineSample/2-D', 'second-derivative/affineSample/3-D'],
  },
  {
    mistake: 'a derivative along a tangent scales the tangent in place',
    make: () =>
      tampered({
        GridSampleJvp: (sound, call) => {
          const crops = sound(call);
          const tangent = valuesOf(call.backend, inputOf(call, 'tangent'));
          tangent.set(tangent.map((h) => 2 * h));
          return crops;
        },
      }),
    killers: ['edge/second-derivative-memory/gridSample/2-D'],
  },
  {
    mistake: 'every tenth second derivative by the grid leaves a tensor behind',
    make: () => {
      let calls = 0;
      return tampered({
        GridSampleJvpGradGrid: (sound, call) => {
          if (++calls % 10 === 0) call.backend.makeTensorInfo([1], 'float32', new Float32Array(1));
          return sound(call);
        },
      });
    },
    killers: ['edge/second-derivative-memory/gridSample/3-D'],
  },
];

interface Place {
  /** In pixels, x first. */
  readonly x: readonly number[];
  readonly sizes: readonly number[];
  readonly alignCorners: boolean;
}

/** Runs a sound kernel on a tangent whose every vector is edited. */
function editedTangent(call: Call, sound: Sound, edit: (h: number[], place: Place) => number[]) {
  const dimensions = dimensionsOf(call);
  return withInput(call, 'tangent', sound, (tangent) => {
    for (let i = 0; i < tangent.length; i += dimensions) {
      tangent.set(edit([...tangent.subarray(i, i + dimensions)], placeAt(call, i)), i);
    }
  });
}

/** Calls back with what each axis of the tangent alone gives, number by number, whose own axis is `by`. */
function eachPair(
  call: Call,
  sound: Sound,
  visit: (values: Float32Array, along: number, by: number, i: number) => void,
): void {
  const dimensions = dimensionsOf(call);
  for (let along = 0; along < dimensions; along++) {
    const one = editedTangent(call, sound, (h) => h.map((length, k) => (k === along ? length : 0)));
    const values = valuesOf(call.backend, one);
    for (let i = 0; i < values.length; i++) visit(values, along, i % dimensions, i);
    call.backend.disposeIntermediateTensorInfo(one);
  }
}

/** What a term of two axes lacks where the weight inside of the third does not count: its share of the term that is right. */
function insideOfThird(call: Call): (along: number, by: number, i: number) => number {
  const { mode = 'bilinear' } = call.attrs;
  return (along, by, i) => {
    const { x, sizes, alignCorners } = placeAt(call, i - by);
    const axis = { size: sizes[3 - along - by], mode: mode as 'bilinear', paddingMode: 'zeros', alignCorners } as const;
    const outside = outsideWeight(tapsAt(x[3 - along - by], axis));
    return outside < 1 ? outside / (1 - outside) : 0;
  };
}

function placeAt(call: Call, i: number): Place {
  const { dataFormat, imageShape = inputOf(call, 'image').shape, alignCorners = false } = call.attrs;
  const spatial = dataFormat === 'NCHW' ? imageShape.slice(2) : imageShape.slice(1, -1);
  const sizes = [...spatial].reverse();
  const grid = valuesOf(call.backend, inputOf(call, 'grid'));
  return { x: sizes.map((size, k) => unnormalize(grid[i + k], size, alignCorners)), sizes, alignCorners };
}

function dimensionsOf(call: Call): number {
  return inputOf(call, 'grid').shape.length - 2;
}

function withFill(call: Call, fillValue: number): Call {
  return { ...call, attrs: { ...call.attrs, fillValue } };
}
