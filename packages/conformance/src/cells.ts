import { MODES, PADDING_MODES } from '@cropgrad/core';
import type { SampleCase } from './case.js';
import { type Covers, declares, type Subject } from './check.js';

/** A sampler with all its options. */
export type Cell = Required<Omit<Covers, 'antialias'>> & { readonly op: SampleCase['op'] };

/** affineGrid with all its options. */
export type GridCell = Pick<Cell, 'alignCorners' | 'dimensions'> & { readonly op: 'affineGrid' };

const DIMENSIONS = [2, 3] as const;
const ALIGN_CORNERS = [false, true] as const;
const SAMPLERS = ['gridSample', 'affineSample', 'crop'] as const;

/** The whole option grid of the samplers but perspectiveSample, declared or not. */
export const SAMPLE_CELLS: readonly Cell[] = SAMPLERS.flatMap((op) =>
  DIMENSIONS.flatMap((dimensions) =>
    MODES.flatMap((mode) =>
      PADDING_MODES.flatMap((paddingMode) =>
        ALIGN_CORNERS.map((alignCorners) => ({ op, mode, paddingMode, alignCorners, dimensions })),
      ),
    ),
  ),
);

/** The option grid of affineGrid. */
export const GRID_CELLS: readonly GridCell[] = DIMENSIONS.flatMap((dimensions) =>
  ALIGN_CORNERS.map((alignCorners) => ({ op: 'affineGrid', alignCorners, dimensions }) as const),
);

/** The option grid of perspectiveSample, whose checks draw from it: few files are about perspective alone. */
export const PERSPECTIVE_CELLS: readonly Cell[] = SAMPLE_CELLS.filter(
  ({ op, dimensions }) => op === 'affineSample' && dimensions === 2,
).map((cell) => ({ ...cell, op: 'perspectiveSample' }));

/** The cells of a sampler that one product of the backend's capabilities holds, with these options where they are given. */
export function declaredCells<Op extends Cell['op']>(
  backend: Subject,
  { op, mode, paddingMode, alignCorners, dimensions }: Covers & { readonly op: Op },
): readonly (Cell & { readonly op: Op })[] {
  return [...SAMPLE_CELLS, ...PERSPECTIVE_CELLS].filter(
    (cell): cell is Cell & { readonly op: Op } =>
      cell.op === op &&
      cell.mode === (mode ?? cell.mode) &&
      cell.paddingMode === (paddingMode ?? cell.paddingMode) &&
      cell.alignCorners === (alignCorners ?? cell.alignCorners) &&
      cell.dimensions === (dimensions ?? cell.dimensions) &&
      declares(backend, cell),
  );
}
