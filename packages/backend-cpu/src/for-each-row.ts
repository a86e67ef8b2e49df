import type { Call } from './call.js';
import type { PointSource } from './points/point-source.js';
import { createRow, type Row } from './row.js';
import type { CreateWay, Loop, Way } from './ways/way.js';

/**
 * Visits every row of every crop, with the ways that took its points: the first of `table` that can read the crop, and
 * the last for what that one left. `cropAt` is where the row starts among the crops.
 */
export function forEachRow(
  points: PointSource,
  call: Call,
  table: readonly CreateWay[],
  loop: Loop,
  visit: (ways: readonly Way[], row: Row, cropAt: number) => void,
): void {
  const { batch, batchStride, depth, height, width, yStride, zStride } = call.crop;
  const ways = table.flatMap((create) => create(call, loop) ?? []);
  const general = ways[ways.length - 1];
  const row = createRow(width);
  for (let n = 0; n < batch; n++) {
    row.n = n;
    const lines = points.turnTo(row, n);
    const way = ways.find((way) => way.plan(lines, row)) ?? general;
    const [alone, both] = [[way], [way, general]];
    for (let k = 0; k < depth; k++) {
      for (let i = 0; i < height; i++) {
        row.i = i;
        row.k = k;
        row.count = 0;
        if (way.needsPoints) readPoints(points, row);
        way.take(row);
        const left = row.count > 0;
        if (left) general.take(row);
        visit(left ? both : alone, row, n * batchStride + k * zStride + i * yStride);
      }
    }
  }
}

/** Fills a row with all of its points. */
function readPoints(points: PointSource, row: Row): void {
  points.read(row);
  row.count = row.point.length;
  row.columns = undefined;
  for (let j = 0; j < row.count; j++) row.point[j] = j;
}
