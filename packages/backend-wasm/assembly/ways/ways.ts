import { hasSpecialLoops } from '../axis/modes';
import { RowTaps } from '../axis/row-taps';
import { takeStruct } from '../memory/scratch';
import { Box } from '../points/box';
import { Row } from '../points/row';
import { gatherBlendedRows } from './blended-rows/gather';
import { BlendPlan, createBlendPlan, planBlend } from './blended-rows/plan';
import { createScatterPlan, ScatterPlan } from './blended-rows/scatter';
import { slopeBlendedRow } from './blended-rows/slope';
import { BoxCellsPlan, createBoxCellsPlan, planBoxCells, takesBoxCells } from './box-cells/plan';
import { slopeBoxCells } from './box-cells/slope';
import { mayTake } from './choice';
import { gatherFilteredRows } from './filtered-rows/gather';
import { createFilteredRowsPlan, FilteredRowsPlan, planFilteredRows } from './filtered-rows/plan';
import { slopeFilteredRow } from './filtered-rows/slope';
import { gatherFours } from './fours/gather';
import { createFoursPlan, FoursPlan, takesFours } from './fours/plan';
import { scatterFours } from './fours/scatter';
import { slopeFours } from './fours/slope';
import { gatherLists } from './lists/gather';
import { createListsPlan, ListsPlan } from './lists/plan';
import { scatterLists } from './lists/scatter';
import { slopeLists } from './lists/slope';
import { gatherTangent } from './tangent/gather';
import { createTangentPlan, TangentPlan } from './tangent/plan';
import { scatterTangent } from './tangent/scatter';
import { slopeTangent } from './tangent/slope';
import { gatherTaps } from './taps/gather';
import { createTapsPlan, TapsPlan } from './taps/plan';
import { scatterTaps } from './taps/scatter';
import { slopeTaps } from './taps/slope';

/**
 * The ways through a row, in the order they are tried: the first that takes a crop does all of its rows. ARCHITECTURE.md
 * says what each takes and does. The scalar build has the last one alone.
 */
export const BOX_CELLS: i32 = 0;
export const BLENDED_ROWS: i32 = 1;
export const FOURS: i32 = 2;
export const TAPS: i32 = 3;

/** Those of antialias, which alone are tried under it. */
export const FILTERED_ROWS: i32 = 4;
export const LISTS: i32 = 5;

/** That of points that move along a tangent, which alone is tried for them. */
export const TANGENT: i32 = 6;

/** What a kernel makes of its rows: samples, the gradient of images, or of points. */
export const FORWARD: i32 = 0;
export const BY_IMAGE: i32 = 1;
export const BY_POINTS: i32 = 2;

/** The ways that a kernel may take, with the room that each needs. */
@unmanaged
export class Ways {
  op: i32;
  /** The way of the current crop. */
  way: i32;
  /** The way of any crop that is no box. */
  free: i32;
  /** Whether any way but the last is tried. */
  hasSpecial: bool;
  hasBoxCells: bool;
  box: Box | null;
  boxCells: BoxCellsPlan;
  blend: BlendPlan;
  scatterPlan: ScatterPlan;
  fours: FoursPlan;
  taps: TapsPlan;
  /** Of antialias. */
  lists: ListsPlan;
  filteredRows: FilteredRowsPlan;
  tangent: TangentPlan;
}

/** Room for every way that a kernel may take; `T` is what an image holds, `box` what a theta's crop may be. */
export function createWays<T>(row: Row, box: Box | null, op: i32): Ways {
  const ways = takeStruct<Ways>();
  ways.op = op;
  ways.box = box;
  ways.free = TAPS;
  if (row.problem.antialias > 0) {
    createFilteredWays(ways, row, box);
    return ways;
  }
  if (row.moves) {
    ways.free = TANGENT;
    ways.hasSpecial = false;
    ways.taps = createTapsPlan(row, row.points);
    ways.tangent = createTangentPlan(row, ways.taps);
    return ways;
  }
  ways.hasSpecial = ASC_FEATURE_SIMD && hasSpecialLoops(row.problem.mode);
  if (ways.hasSpecial) {
    ways.free = chooseFreeWay<T>(row);
    if (ways.free === FOURS) ways.fours = createFoursPlan(row);
    if (box !== null) createBoxWays<T>(ways, row, box);
  }
  ways.taps = createTapsPlan(row, ways.free === TAPS ? row.points : 1);
  return ways;
}

/** Boxes have a way of their own; by image it is that of plain boxes, whose lists may be of any length. */
function createFilteredWays(ways: Ways, row: Row, box: Box | null): void {
  ways.free = LISTS;
  ways.lists = createListsPlan(row);
  ways.hasSpecial = ASC_FEATURE_SIMD && box !== null;
  if (ASC_FEATURE_SIMD) {
    if (box === null) return;
    if (ways.op === BY_IMAGE) ways.scatterPlan = createScatterPlan(row, box.taps);
    else ways.filteredRows = createFilteredRowsPlan(row, box, ways.op === BY_POINTS);
  }
}

function createBoxWays<T>(ways: Ways, row: Row, box: Box): void {
  const op = ways.op;
  ways.hasBoxCells = op === BY_POINTS && takesBoxCells<T>(row);
  if (op === BY_IMAGE) ways.scatterPlan = createScatterPlan(row, box.taps);
  else ways.blend = createBlendPlan(row, box, op === FORWARD ? row.fill : 0, op === BY_POINTS);
  if (ways.hasBoxCells) ways.boxCells = createBoxCellsPlan(row, box);
}

function chooseFreeWay<T>(row: Row): i32 {
  return takesFours<T>(row) && mayTake(FOURS) ? FOURS : TAPS;
}

/** Chooses the way of the crop that `row` has entered. */
export function chooseWay(ways: Ways, row: Row): void {
  ways.way = ways.free;
  if (!ways.hasSpecial) return;
  const box = ways.box;
  if (box === null || !box.isAligned) return;
  if (ways.free === LISTS) {
    if (!mayTake(FILTERED_ROWS)) return;
    ways.way = FILTERED_ROWS;
    if (ASC_FEATURE_SIMD) {
      if (ways.op !== BY_IMAGE) planFilteredRows(ways.filteredRows, row, ways.op === BY_POINTS);
    }
    return;
  }
  if (ways.op !== BY_IMAGE && !planBlend(ways.blend)) return;
  if (ways.hasBoxCells && mayTake(BOX_CELLS)) {
    planBoxCells(ways.boxCells, row);
    ways.way = BOX_CELLS;
  } else if (mayTake(BLENDED_ROWS)) {
    ways.way = BLENDED_ROWS;
  }
}

/** Whether the current crop goes by its taps along each axis, and never by the coordinates of single points. */
export function isBoxWay(ways: Ways): bool {
  return ways.way === BOX_CELLS || ways.way === BLENDED_ROWS || ways.way === FILTERED_ROWS;
}

/** Whether the current crop's way reads the pixel coordinates of a row. */
export function readsCoordinates(ways: Ways, row: Row): bool {
  return !isBoxWay(ways) && !(ways.way === FOURS && row.grid !== 0);
}

/** The taps of single points, which hear of each crop what they need to know of it. */
export function pointTaps(ways: Ways): RowTaps {
  return ways.free === LISTS ? ways.lists.taps : ways.taps.taps;
}

/** Samples a row. */
export function gather<T>(ways: Ways, row: Row): void {
  const way = ways.way;
  if (way === LISTS) {
    gatherLists<T>(row, ways.lists);
  } else if (way === TAPS) {
    gatherTaps<T>(row, ways.taps);
  } else if (way === TANGENT) {
    gatherTangent<T>(row, ways.tangent);
  } else if (ASC_FEATURE_SIMD) {
    if (way === FOURS) gatherFours<T>(row, ways.fours, ways.taps);
    else unreachable();
  }
}

/** Samples a whole crop that is a box. */
export function gatherBox<T>(ways: Ways, row: Row): void {
  if (ASC_FEATURE_SIMD) {
    if (ways.way === FILTERED_ROWS) gatherFilteredRows<T>(row, ways.filteredRows);
    else gatherBlendedRows<T>(row, ways.blend, ways.taps);
  }
}

/** Adds what a row of dy adds to an image, in float32 or float64. */
export function scatter<A>(ways: Ways, row: Row): void {
  const way = ways.way;
  if (way === LISTS) {
    scatterLists<A>(row, ways.lists);
  } else if (way === TAPS) {
    scatterTaps<A>(row, ways.taps);
  } else if (way === TANGENT) {
    scatterTangent<A>(row, ways.tangent);
  } else if (ASC_FEATURE_SIMD) {
    if (way === FOURS) scatterFours<A>(row, ways.fours, ways.taps);
    else unreachable();
  }
}

/** Differentiates the points of a row. */
export function slope<T>(ways: Ways, row: Row): void {
  const way = ways.way;
  if (way === LISTS) {
    slopeLists<T>(row, ways.lists);
  } else if (way === TAPS) {
    slopeTaps<T>(row, ways.taps);
  } else if (way === TANGENT) {
    slopeTangent<T>(row, ways.tangent);
  } else if (ASC_FEATURE_SIMD) {
    if (way === FOURS) slopeFours<T>(row, ways.fours, ways.taps);
    else unreachable();
  }
}

/** Adds the gradient of a box's row to that of its theta. */
export function slopeBox<T>(ways: Ways, row: Row): void {
  if (ASC_FEATURE_SIMD) {
    if (ways.way === FILTERED_ROWS) slopeFilteredRow<T>(row, ways.filteredRows);
    else if (ways.way === BOX_CELLS && isFloat<T>()) slopeBoxCells<T>(row, ways.boxCells, ways.blend);
    else slopeBlendedRow<T>(row, ways.blend);
  }
}
