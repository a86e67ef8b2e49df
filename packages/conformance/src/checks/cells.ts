import { MODES, PADDING_MODES } from '@cropgrad/core';
import type { Cell } from '../arbitraries/cases.js';

const DIMENSIONS = [2, 3] as const;
const ALIGN_CORNERS = [false, true] as const;
const SAMPLERS = ['gridSample', 'affineSample', 'crop'] as const;

/** The whole option grid of the samplers, declared or not. */
export const SAMPLE_CELLS: readonly Cell[] = SAMPLERS.flatMap((op) =>
  DIMENSIONS.flatMap((dimensions) =>
    MODES.flatMap((mode) =>
      PADDING_MODES.flatMap((paddingMode) =>
        ALIGN_CORNERS.map((alignCorners) => ({ op, mode, paddingMode, alignCorners, dimensions })),
      ),
    ),
  ),
);

/** What an affineGrid case must be told. */
export type GridCell = Pick<Cell, 'alignCorners' | 'dimensions'> & { readonly op: 'affineGrid' };

/** The option grid of affineGrid. */
export const GRID_CELLS: readonly GridCell[] = DIMENSIONS.flatMap((dimensions) =>
  ALIGN_CORNERS.map((alignCorners) => ({ op: 'affineGrid', alignCorners, dimensions }) as const),
);
