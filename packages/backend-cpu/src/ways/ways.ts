import { blendedRowsWay } from './blended-rows/way.js';
import { cellsWay } from './cells/way.js';
import { columnsWay } from './columns/way.js';
import { volumeCellsWay } from './volume-cells/way.js';
import type { CreateWay } from './way.js';

/** The special ways, in the order they are tried for a crop. What none of them takes goes the general way, `taps`. */
export const WAYS: readonly CreateWay[] = [columnsWay, blendedRowsWay, cellsWay, volumeCellsWay];
