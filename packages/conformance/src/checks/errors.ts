import { affineGrid, affineSample, type CropErrorCode, crop, gridSample, type SampleOptions } from '@cropgrad/core';
import { CONTRACT, registerCropBackend } from '@cropgrad/core/backend';
import {
  getBackend,
  KernelBackend,
  ones,
  registerBackend,
  removeBackend,
  setBackend,
  type Tensor,
  zeros,
} from '@tensorflow/tfjs-core';
import type { Case } from '../case.js';
import { type Cell, declaredCells, SAMPLE_CELLS } from '../cells.js';
import { type Check, declares, type Subject } from '../check.js';
import { requireRefused } from '../refused.js';

/** A call that must be refused. */
interface Refused {
  name: string;
  /** The function that is called, if it is one that backends may not have. */
  op?: Case['op'];
  call(valid: ValidCall): unknown;
}

/** Arguments that are right, of which each call spoils one. */
interface ValidCall {
  image: Tensor;
  boxes: Tensor;
  theta: Tensor;
  grid: Tensor;
  size: number[];
  options: SampleOptions;
  backend: Subject;
}

/** What no version will know, whatever modes, paddings and options are still to come. */
const NO_WORD = 'no-such-word';

const REFUSED: Readonly<Partial<Record<CropErrorCode, readonly Refused[]>>> = {
  INVALID_INPUT: [
    { name: 'boxes that are missing', op: 'crop', call: (v) => calls(crop, v.image, undefined, v.size, v.options) },
    {
      name: 'an image that was disposed',
      op: 'crop',
      call: (v) => calls(crop, disposed(v.image), v.boxes, v.size, v.options),
    },
  ],
  INVALID_RANK: [
    {
      name: 'an image without a batch',
      op: 'crop',
      call: (v) => calls(crop, ones([4, 4, 1]), v.boxes, v.size, v.options),
    },
    { name: 'a flat grid', op: 'gridSample', call: (v) => calls(gridSample, v.image, zeros([1, 2]), v.options) },
    { name: 'a flat theta', op: 'affineGrid', call: (v) => calls(affineGrid, zeros([6]), v.size) },
  ],
  INVALID_SHAPE: [
    { name: 'boxes of three numbers', op: 'crop', call: (v) => calls(crop, v.image, zeros([1, 3]), v.size, v.options) },
    {
      name: 'a theta of four columns and rows',
      op: 'affineSample',
      call: (v) => calls(affineSample, v.image, zeros([1, 4, 4]), v.size, v.options),
    },
    {
      name: 'a size of one number',
      op: 'affineSample',
      call: (v) => calls(affineSample, v.image, v.theta, [2], v.options),
    },
    { name: 'a negative size', op: 'crop', call: (v) => calls(crop, v.image, v.boxes, v.size.with(0, -1), v.options) },
    {
      name: 'three images for two boxes',
      op: 'crop',
      call: (v) => calls(crop, ones(v.image.shape.with(0, 3)), zeros(v.boxes.shape.with(0, 2)), v.size, v.options),
    },
    {
      name: 'two fills for one channel',
      op: 'crop',
      call: (v) => calls(crop, v.image, v.boxes, v.size, { ...v.options, fillValue: [1, 2] }),
    },
    {
      name: 'too few indices',
      op: 'gridSample',
      call: (v) => calls(gridSample, v.image, v.grid, { ...v.options, imageIndex: [] }),
    },
  ],
  INVALID_DTYPE: [
    {
      name: 'an int32 grid',
      op: 'gridSample',
      call: (v) => calls(gridSample, v.image, zeros(v.grid.shape, 'int32'), v.options),
    },
    {
      name: 'int32 boxes',
      op: 'crop',
      call: (v) => calls(crop, v.image, zeros(v.boxes.shape, 'int32'), v.size, v.options),
    },
  ],
  INVALID_OPTION: [
    {
      name: 'an unknown mode',
      op: 'crop',
      call: (v) => calls(crop, v.image, v.boxes, v.size, { ...v.options, mode: NO_WORD }),
    },
    {
      name: 'an unknown outside',
      op: 'crop',
      call: (v) => calls(crop, v.image, v.boxes, v.size, { ...v.options, outside: NO_WORD }),
    },
    {
      name: 'a cubicCoefficient of 1',
      op: 'gridSample',
      call: (v) => calls(gridSample, v.image, v.grid, { ...v.options, cubicCoefficient: 1 }),
    },
    {
      name: 'an unknown padding',
      op: 'gridSample',
      call: (v) => calls(gridSample, v.image, v.grid, { paddingMode: NO_WORD }),
    },
    {
      name: 'an unknown layout',
      op: 'gridSample',
      call: (v) => calls(gridSample, v.image, v.grid, { dataFormat: NO_WORD }),
    },
    { name: 'an unknown option', op: 'crop', call: (v) => calls(crop, v.image, v.boxes, v.size, { [NO_WORD]: true }) },
    {
      name: 'alignCorners of 1',
      op: 'affineGrid',
      call: (v) => calls(affineGrid, v.theta, v.size, { alignCorners: 1 }),
    },
  ],
  EMPTY_IMAGE: [
    {
      name: 'no rows',
      op: 'gridSample',
      call: (v) => calls(gridSample, zeros(v.image.shape.with(1, 0)), v.grid, v.options),
    },
    {
      name: 'no columns',
      op: 'crop',
      call: (v) => calls(crop, zeros(v.image.shape.with(-2, 0)), v.boxes, v.size, v.options),
    },
  ],
  INDEX_OUT_OF_RANGE: [
    {
      name: 'an image that is not there',
      op: 'crop',
      call: (v) => calls(crop, v.image, v.boxes, v.size, { ...v.options, imageIndex: [1] }),
    },
    {
      name: 'a negative index',
      op: 'gridSample',
      call: (v) => calls(gridSample, v.image, v.grid, { ...v.options, imageIndex: [-1] }),
    },
  ],
  INVALID_BACKEND: [
    {
      name: 'no kernels',
      call: ({ backend }) =>
        calls(registerCropBackend, { ...backend, contract: CONTRACT, tfBackend: 'none', kernels: {} }),
    },
  ],
};

/** Every error code that can be provoked on any backend is what a wrong call throws, and nothing is left behind. */
export const errorChecks: readonly Check[] = [
  ...Object.entries(REFUSED).map(([code, refused]): Check => {
    const declared = (backend: Subject): Refused[] => refused.filter(({ op }) => declares(backend, op ? { op } : {}));
    return {
      ...errorCheck(code, async ({ backend }) => {
        for (const { name, op, call } of declared(backend)) {
          requireRefused(code, () => call(validCall(backend, op)), name);
        }
      }),
      applies: (backend) => declared(backend).length > 0,
    };
  }),
  errorCheck('NO_BACKEND', async () => {
    const bare = 'cropgrad-bare';
    const before = getBackend();
    registerBackend(bare, () => new BareBackend(), 0);
    try {
      await setBackend(bare);
      requireRefused('NO_BACKEND', () => calls(gridSample, [], []), 'a tfjs backend without kernels');
    } finally {
      await setBackend(before);
      removeBackend(bare);
    }
  }),
];

/** A tfjs backend that can do nothing. */
class BareBackend extends KernelBackend {
  override dispose(): void {}
}

function errorCheck(code: string, run: Check['run']): Check {
  return {
    id: `error/${code}`,
    title: `each of these wrong calls throws a CropError with code ${code}`,
    kind: 'edge',
    covers: {},
    applies: () => true,
    run,
  };
}

/** Calls as JavaScript would, where no type stands in the way. */
function calls(f: (...args: never[]) => unknown, ...args: unknown[]): unknown {
  return Reflect.apply(f, undefined, args);
}

function disposed(tensor: Tensor): Tensor {
  const gone = tensor.clone();
  gone.dispose();
  return gone;
}

/** A call that would succeed, in the first of everything that the backend declares for a function; to be made in a tidy. */
function validCall(backend: Subject, op: Case['op'] = 'affineGrid'): ValidCall {
  const [{ dimensions: d, ...options }] = op === 'affineGrid' ? anyDeclared(backend) : declaredCells(backend, { op });
  const axes = Array<number>(d).fill(4);
  return {
    image: ones([1, ...axes, 1]),
    boxes: zeros([1, 2 * d]),
    theta: zeros([1, d, d + 1]),
    grid: zeros([1, ...Array<number>(d).fill(2), d]),
    size: Array<number>(d).fill(2),
    options: { mode: options.mode, paddingMode: options.paddingMode },
    backend,
  };
}

function anyDeclared(backend: Subject): readonly Cell[] {
  return SAMPLE_CELLS.filter((cell) => declares(backend, cell));
}
