import type { Case } from '../case.js';
import { type Cell, GRID_CELLS, type GridCell, PERSPECTIVE_CELLS, SAMPLE_CELLS } from '../cells.js';
import { type Check, cellName, declares } from '../check.js';
import { evaluateTensor } from '../evaluate.js';
import { requireRefused } from '../refused.js';

/** What a backend does not declare, it refuses: with UNSUPPORTED, not with an answer. */
export const unsupportedChecks: readonly Check[] = [...GRID_CELLS, ...SAMPLE_CELLS, ...PERSPECTIVE_CELLS].map(
  (covers): Check => ({
    id: `unsupported/${cellName(covers)}`,
    title: 'what is not declared throws UNSUPPORTED',
    kind: 'edge',
    covers,
    applies: (backend) => !declares(backend, covers),
    async run() {
      requireRefused('UNSUPPORTED', () => evaluateTensor(smallest(covers), 'output'));
    },
  }),
);

/** A call with one pixel in and one pixel out. */
export function smallest(cell: Cell | GridCell): Case {
  const { op, dimensions, alignCorners } = cell;
  const ones = Array<number>(dimensions).fill(1);
  const zeros = Array<number>(dimensions * (dimensions + 1)).fill(0);
  const theta = { shape: [1, dimensions, dimensions + 1], data: zeros };
  if (op === 'affineGrid') {
    const dy = { shape: [1, ...ones, dimensions], data: ones };
    return { op, dimensions, theta, size: ones, options: { alignCorners }, dy };
  }
  const { mode, paddingMode } = cell;
  const pixel = { shape: [1, ...ones, 1], data: [1] };
  const rest = { dimensions, image: pixel, options: { mode, paddingMode, alignCorners }, dy: pixel };
  if (op === 'gridSample') return { op, ...rest, grid: { shape: [1, ...ones, dimensions], data: ones } };
  if (op === 'affineSample') return { op, ...rest, theta, size: ones };
  if (op === 'perspectiveSample')
    return { op, ...rest, theta: { shape: [1, 3, 3], data: Array(9).fill(1) }, size: ones };
  return { op, ...rest, boxes: { shape: [1, 2 * dimensions], data: [...ones, ...ones] }, size: ones };
}
