import type { Reason } from '../survivors-page.js';

/** Why mutants of core may live. */
export const core: readonly Reason[] = [
  {
    why: 'equal: a kernel that is told no layout has no image and no dy to transpose, and reads no layout',
    mutants: [
      [
        'backend/adapt.ts',
        'if (dataFormat === undefined || capabilities.dataFormats.includes(dataFormat)) {',
        'dataFormat === undefined → false',
      ],
    ],
  },
  {
    why: 'the type checker refuses it, and tfjs backends take no notice of a disposed id that they do not know',
    mutants: [['backend/adapt.ts', 'const intermediates: TensorInfo[] = [];']],
  },
  {
    why: 'equal: a function that returns nothing gives undefined',
    mutants: [['inputs/attempt.ts', '} catch {']],
  },
  {
    why: 'equal: writing behind the end of a typed array does nothing',
    mutants: [['ops/theta.ts', 'for (let i = columns - 1; i < rows.length; i += columns) rows[i] = 1;']],
  },
  {
    why: 'noticed by other-backends.test.ts, on wasm, which has no part here; the cpu backend gives nothing its shape',
    mutants: [['ops/theta.ts', 'if (n === 0) return zeros([0, rows, columns]);', 'n === 0 → false']],
  },
];
