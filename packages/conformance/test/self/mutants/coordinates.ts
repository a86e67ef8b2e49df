import { type CropKernelName, FUSED_KERNELS, REQUIRED_KERNELS } from '@cropgrad/core/backend';
import { normalize } from '../../../src/arbitraries/coordinates.js';
import { unnormalize } from '../../../src/oracle/taps.js';
import { editedTheta, inputOf, movedPoints, tampered, tamperedAll, valuesOf, withResult } from '../tampering.js';
import type { Mutant } from './mutant.js';

const ALL: readonly CropKernelName[] = [...REQUIRED_KERNELS, ...FUSED_KERNELS];

/** Mistakes in where to read. */
export const coordinateMutants: readonly Mutant[] = [
  {
    mistake: 'x and y are swapped',
    make: () => movedPoints(([x, y, ...z]) => [y, x, ...z]),
    killers: [
      'fixture/gridSample/bilinear/zeros/alignCorners=false/2-D',
      'dTheta/affineSample/bilinear/zeros/alignCorners=false/2-D',
    ],
  },
  {
    mistake: 'the depth axis is taken for the width',
    make: () => movedPoints((point) => (point.length === 3 ? point.reverse() : point)),
    killers: [
      'fixture/gridSample/bilinear/zeros/alignCorners=false/3-D',
      'forward/affineSample/nearest/border/alignCorners=false/3-D',
    ],
  },
  {
    mistake: 'alignCorners is ignored',
    make: () => tamperedAll(ALL, (sound, call) => sound({ ...call, attrs: { ...call.attrs, alignCorners: false } })),
    killers: ['fixture/gridSample/bilinear/zeros/alignCorners=true/2-D', 'forward/affineGrid/alignCorners=true/2-D'],
  },
  {
    mistake: 'the half-pixel offset is missing',
    make: () =>
      movedPoints((point, sizes, alignCorners) => (alignCorners ? point : point.map((g, k) => g + 1 / sizes[k]))),
    killers: ['forward/gridSample/bilinear/border/alignCorners=false/2-D', 'law/slice/crop/2-D'],
  },
  {
    mistake: 'the height is used for the width',
    make: () =>
      movedPoints(([x, ...rest], [width, height], alignCorners) => [
        normalize(unnormalize(x, height, alignCorners), width, alignCorners),
        ...rest,
      ]),
    killers: ['forward/gridSample/nearest/zeros/alignCorners=false/2-D', 'law/slice/crop/2-D'],
  },
  {
    mistake: 'NaN becomes pixel 0',
    make: () =>
      movedPoints((point, sizes, alignCorners) =>
        point.map((g, k) => (Number.isNaN(g) ? normalize(0, sizes[k], alignCorners) : g)),
      ),
    killers: ['edge/non-finite-coordinates/gridSample/2-D', 'forward/gridSample/bilinear/zeros/alignCorners=false/2-D'],
  },
  {
    mistake: 'huge coordinates overflow int32',
    make: () =>
      movedPoints((point, sizes, alignCorners) =>
        point.map((g, k) => {
          const x = unnormalize(g, sizes[k], alignCorners);
          return Math.abs(x) < 2 ** 31 || !Number.isFinite(x) ? g : normalize(x | 0, sizes[k], alignCorners);
        }),
      ),
    killers: ['edge/huge-coordinates/gridSample/2-D', 'edge/huge-coordinates/gridSample/3-D'],
  },
  {
    mistake: 'an output axis of length 1 is sampled at its edge, not at its centre',
    make: () =>
      tampered({
        AffineGrid: (sound, call) =>
          withResult(call, sound, (grid, { shape }) => {
            const size = shape.slice(1, -1).reverse();
            const rows = size.length;
            const theta = valuesOf(call.backend, inputOf(call, 'theta'));
            const perCrop = grid.length / shape[0];
            grid.forEach((_, i) => {
              const start = (Math.floor(i / perCrop) * rows + (i % rows)) * (rows + 1);
              size.forEach((length, k) => {
                if (length === 1) grid[i] -= theta[start + k];
              });
            });
          }),
      }),
    killers: ['forward/affineGrid/alignCorners=true/2-D', 'law/fused-equals-composed/affineSample/2-D'],
  },
  {
    mistake: 'the fused kernel goes through a float32 grid',
    make: () => {
      const { AffineGrid, GridSample } = tampered({}).kernels;
      return tampered({
        AffineSample: (_sound, call) => {
          const { backend, attrs, shape } = call;
          const [image, theta] = [inputOf(call, 'image'), inputOf(call, 'theta')];
          const all = attrs as Parameters<typeof GridSample>[0]['attrs'] & { size: number[] };
          const gridShape = [theta.shape[0], ...all.size, all.size.length];
          const grid = AffineGrid({ inputs: { theta }, attrs: all, backend, shape: gridShape });
          const crops = GridSample({ inputs: { image, grid }, attrs: all, backend, shape });
          backend.disposeIntermediateTensorInfo(grid);
          return crops;
        },
      });
    },
    killers: ['law/identity/crop/bilinear/2-D', 'law/identity/crop/bicubic/2-D'],
  },
  {
    mistake: 'a coordinate of 0 is taken for a missing one',
    make: () => movedPoints((point) => point.map((g) => g || Number.NaN)),
    killers: ['edge/tiny-coordinates/gridSample/2-D', 'edge/tiny-coordinates/gridSample/3-D'],
  },
  {
    mistake: 'a mirrored box is not mirrored',
    make: () =>
      editedTheta((theta, columns) => theta.map((entry, i) => (isDiagonal(i, columns) ? Math.abs(entry) : entry))),
    killers: ['law/mirror/crop/2-D', 'law/mirror/crop/3-D'],
  },
  {
    mistake: 'theta is read column by column',
    make: () =>
      editedTheta((theta, columns) => {
        const rows = columns - 1;
        return theta.map((entry, i) => {
          const [n, row, column] = [Math.floor(i / (rows * columns)), Math.floor(i / columns) % rows, i % columns];
          return column === rows ? entry : theta[(n * rows + column) * columns + row];
        });
      }),
    killers: ['law/crop-of-crop/affineSample/2-D', 'forward/affineSample/bicubic/reflection/alignCorners=true/3-D'],
  },
  {
    mistake: 'a theta that leads beyond float32 reads the edge',
    make: () => editedTheta((theta) => theta.map((entry) => Math.min(Math.max(entry, -1e38), 1e38))),
    killers: ['edge/theta-overflow/affineSample/2-D', 'edge/theta-overflow/affineSample/3-D'],
  },
];

function isDiagonal(i: number, columns: number): boolean {
  return i % columns === Math.floor(i / columns) % (columns - 1);
}
