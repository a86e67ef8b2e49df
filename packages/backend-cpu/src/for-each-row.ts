import type { Call } from './call.js';
import type { Lines } from './points/lines.js';
import type { PointSource } from './points/point-source.js';
import { createRow, type Row } from './row.js';
import { tapsWay } from './ways/taps/way.js';
import type { CreateWay, Loop, Way } from './ways/way.js';

/**
 * Visits every row of every crop, with the ways that took its points: the first of `table` that can read the crop, and
 * the general one for what is left. `cropAt` is where the row starts among the crops.
 */
export function forEachRow(
  points: PointSource,
  call: Call,
  table: readonly CreateWay[],
  loop: Loop,
  visit: (ways: readonly Way[], row: Row, cropAt: number) => void,
): void {
  const { batch, batchStride, depth, height, width, yStride, zStride } = call.crop;
  const general = once(() => tapsWay(call));
  const choose = chooser(table, call, loop, general);
  const row = createRow(width);
  for (let n = 0; n < batch; n++) {
    row.n = n;
    const way = choose(points.turnTo(row, n), row);
    const alone = [way];
    const both = once(() => [way, general()]);
    for (let k = 0; k < depth; k++) {
      for (let i = 0; i < height; i++) {
        row.i = i;
        row.k = k;
        row.count = 0;
        if (way.needsPoints) readPoints(points, row);
        way.take(row);
        const left = row.count > 0;
        if (left) general().take(row);
        visit(left ? both() : alone, row, n * batchStride + k * zStride + i * yStride);
      }
    }
  }
}

/** Chooses the way of a crop. The ways are made when they are first asked, as room for them may be large beside a crop. */
function chooser(
  table: readonly CreateWay[],
  call: Call,
  loop: Loop,
  general: () => Way,
): (lines: Lines | undefined, row: Row) => Way {
  const ways: (Way | undefined)[] = [];
  return (lines, row) => {
    for (let t = 0; t < table.length; t++) {
      const way = ways[t] ?? table[t](call, loop, lines);
      ways[t] = way;
      if (way?.plan(lines, row)) return way;
    }
    return general();
  };
}

/** Makes something when it is first needed: to make room for all ways takes longer than a small call itself. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Fills a row with all of its points. */
function readPoints(points: PointSource, row: Row): void {
  points.read(row);
  row.count = row.point.length;
  row.columns = undefined;
  for (let j = 0; j < row.count; j++) row.point[j] = j;
}
