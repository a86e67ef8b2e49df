import { cellsWay } from './cells/way.js';
import { columnsWay } from './columns/way.js';
import { rowsWay } from './rows/way.js';
import { tapsWay } from './taps/way.js';
import { volumeCellsWay } from './volume-cells/way.js';
import type { CreateWay } from './way.js';

/** The ways, in the order they are tried for a crop. The last is the general one, which takes what another left, too. */
export const WAYS: readonly CreateWay[] = [columnsWay, rowsWay, cellsWay, volumeCellsWay, tapsWay];
