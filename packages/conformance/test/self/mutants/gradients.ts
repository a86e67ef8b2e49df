import type { CropKernelName } from '@cropgrad/core/backend';
import { pixelsPerUnit } from '../../../src/oracle/taps.js';
import { plainBackend, SOUND } from '../plain-backend.js';
import { inputOf, tampered, tamperedAll, valuesOf, withResult } from '../tampering.js';
import type { Mutant } from './mutant.js';

const SAMPLERS: readonly CropKernelName[] = ['GridSample', 'AffineSample'];
const IMAGE_GRADIENTS: readonly CropKernelName[] = ['GridSampleGradImage', 'AffineSampleGradImage'];

/** Mistakes in gradients. */
export const gradientMutants: readonly Mutant[] = [
  {
    mistake: 'the image gradient is overwritten where taps collide',
    make: () => plainBackend({ ...SOUND, collect: (_before, arriving) => arriving }),
    killers: ['dImage/gridSample/bilinear/border/alignCorners=false/2-D', 'law/adjoint/gridSample/bilinear/2-D'],
  },
  {
    mistake: "theta's gradient is zero",
    make: () =>
      tampered({ AffineSampleGradTheta: (sound, call) => withResult(call, sound, (dtheta) => dtheta.fill(0)) }),
    killers: [
      'fixture/crop/bilinear/zeros/alignCorners=false/2-D',
      'dTheta/affineSample/bilinear/zeros/alignCorners=false/2-D',
    ],
  },
  {
    mistake: "theta's gradient is not scaled by the image size",
    make: () =>
      tampered({
        AffineSampleGradTheta: (sound, call) =>
          withResult(call, sound, (dtheta, { shape: [, rows, columns] }) => {
            const { image } = call.inputs;
            const { alignCorners = false, dataFormat } = call.attrs;
            const spatial = dataFormat === 'NCHW' ? image?.shape.slice(2) : image?.shape.slice(1, -1);
            const sizes = [...(spatial ?? [])].reverse();
            dtheta.forEach((value, i) => {
              const scale = pixelsPerUnit(sizes[Math.floor(i / columns) % rows], alignCorners);
              dtheta[i] = scale === 0 ? value : value / scale;
            });
          }),
      }),
    killers: [
      'fixture/affineSample/bilinear/zeros/alignCorners=false/2-D',
      'central-difference/affineSample/bilinear/2-D',
    ],
  },
  {
    mistake: 'off-diagonal entries get no gradient where theta is a box',
    make: () =>
      tampered({
        AffineSampleGradTheta: (sound, call) =>
          withResult(call, sound, (dtheta, { shape: [, rows, columns] }) => {
            const theta = valuesOf(call.backend, inputOf(call, 'theta'));
            dtheta.forEach((_, i) => {
              const isOffDiagonal = i % columns < rows && i % columns !== Math.floor(i / columns) % rows;
              if (isOffDiagonal && theta[i] === 0) dtheta[i] = 0;
            });
          }),
      }),
    killers: [
      'dTheta/affineSample/bilinear/zeros/alignCorners=false/2-D',
      'dTheta/affineSample/bicubic/border/alignCorners=false/3-D',
    ],
  },
  {
    mistake: 'imageIndex is ignored backward',
    make: () =>
      tamperedAll(IMAGE_GRADIENTS, (sound, call) => {
        const images = call.attrs.imageShape?.[0] ?? 1;
        const imageIndex = call.attrs.imageIndex?.map((_, n) => n % images) ?? new Int32Array();
        return sound({ ...call, attrs: { ...call.attrs, imageIndex } });
      }),
    killers: ['law/image-index/gridSample/2-D', 'law/image-index/affineSample/2-D'],
  },
  {
    mistake: 'a non-finite point has a NaN gradient',
    make: () =>
      tampered({
        GridSampleGradGrid: (sound, call) =>
          withResult(call, sound, (dgrid) => {
            const grid = valuesOf(call.backend, inputOf(call, 'grid'));
            dgrid.forEach((_, i) => {
              if (!Number.isFinite(grid[i])) dgrid[i] = Number.NaN;
            });
          }),
      }),
    killers: ['edge/non-finite-coordinates/gridSample/2-D', 'dGrid/gridSample/bilinear/zeros/alignCorners=false/2-D'],
  },
  {
    mistake: "a fill of 0, as the image gradient's own gradient has, is taken for none: the last one is read",
    make: () => {
      let last = 0;
      return tamperedAll(SAMPLERS, (sound, call) => {
        last = call.attrs.fillValue || last;
        return sound({ ...call, attrs: { ...call.attrs, fillValue: last } });
      });
    },
    killers: ['law/second-order/gridSample/2-D', 'law/second-order/crop/3-D'],
  },
  {
    mistake: "the grid's gradient does not reach theta's translation",
    make: () =>
      tampered({
        AffineGridGradTheta: (sound, call) =>
          withResult(call, sound, (dtheta, { shape: [, rows, columns] }) => {
            for (let i = rows; i < dtheta.length; i += columns) dtheta[i] = 0;
          }),
      }),
    killers: ['law/adjoint/affineGrid/alignCorners=false/2-D', 'dTheta/affineGrid/alignCorners=true/3-D'],
  },
];
