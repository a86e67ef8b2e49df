import type { Reason } from '../survivors-page.js';

/** Why mutants of core may live. */
export const core: readonly Reason[] = [
  {
    why: 'noticed by no-backend.test.ts, which needs a process of its own, without a tfjs backend, and has no part here',
    mutants: [
      ['backend.ts', '} catch (error) {'],
      ['backend.ts', "throw new CropError('NO_BACKEND', {"],
      ['tensor-input.ts', 'if (!(value instanceof Tensor)) requireTfBackend(op);'],
    ],
  },
  {
    why: 'equal: a kernel that is told no layout has no image and no dy to transpose, and reads no layout',
    mutants: [
      [
        'adapt.ts',
        'if (dataFormat === undefined || capabilities.dataFormats.includes(dataFormat)) {',
        'dataFormat === undefined → false',
      ],
    ],
  },
  {
    why: 'the type checker refuses it, and tfjs backends take no notice of a disposed id that they do not know',
    mutants: [['adapt.ts', 'const intermediates: TensorInfo[] = [];']],
  },
  {
    why: 'equal: what asks for two axes has read its theta with readTheta, so both are right or both are wrong; all others ask for one',
    mutants: [['tensor-input.ts', 'if (found.every((length, axis) => length === trailing[axis])) return;']],
  },
  {
    why: 'equal: writing behind the end of a typed array does nothing',
    mutants: [['theta.ts', 'for (let i = columns - 1; i < rows.length; i += columns) rows[i] = 1;']],
  },
  {
    why: 'equal: tf.slice takes axes that are left out to begin at 0',
    mutants: [['theta.ts', 'return slice(theta as Tensor3D, [0, 0, 0], [n, rows, rows]);']],
  },
];
