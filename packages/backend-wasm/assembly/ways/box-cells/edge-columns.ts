import { createAxisTaps } from '../../axis/axis-taps';
import { tapsPerPoint } from '../../axis/modes';
import { Layout } from '../../memory/layout';
import { Pointer } from '../../memory/pointer';
import { takeStruct } from '../../memory/scratch';
import { addThetaGradient, BaseAxes } from '../../points/theta-gradient';
import { RowTaps } from '../taps/plan';
import { RowGradient, slopeRow } from '../taps/slope';
import { CellColumns } from './plan';

/** The taps of one column at a time, and its gradients. */
@unmanaged
export class EdgeColumn {
  taps: RowTaps;
  gradient: RowGradient;
}

/** Room for one column of the crops with these taps. */
export function createEdgeColumn(taps: RowTaps, gradient: RowGradient, mode: i32): EdgeColumn {
  const edge = takeStruct<EdgeColumn>();
  edge.gradient = gradient;
  edge.taps = takeStruct<RowTaps>();
  edge.taps.x = createAxisTaps(1, tapsPerPoint(mode));
  edge.taps.y = taps.y;
  edge.taps.z = taps.z;
  edge.taps.yStep = 0;
  edge.taps.zStep = 0;
  return edge;
}

/** The columns of a row that `addThetaOfCells` leaves, one by one: the few that read part of a cell. */
export function addThetaOfEdges<T>(
  sums: Pointer<f64>,
  base: BaseAxes,
  v: f64,
  dy: Pointer<f32>,
  cropAt: i32,
  crop: Layout,
  image: Pointer<T>,
  imageAt: i32,
  layout: Layout,
  taps: RowTaps,
  columns: CellColumns,
  edge: EdgeColumn,
): void {
  const x = edge.taps.x;
  edge.taps.yAt = taps.yAt;
  edge.taps.zAt = taps.zAt;
  for (let j = 0; j < crop.width; j++) {
    if (j === columns.from) j = columns.to;
    if (j === crop.width) break;
    x.index = taps.x.index.from(2 * j);
    if (x.index[0] < 0 && x.index[1] < 0) continue;
    x.weight = taps.x.weight.from(2 * j);
    x.slope = taps.x.slope.from(2 * j);
    slopeRow<T>(edge.gradient, 0, dy, cropAt + j * crop.xStride, crop, 1, image, imageAt, layout, edge.taps, 0);
    addThetaGradient(sums, edge.gradient, 1, base.u.from(j), v, 0, 2);
  }
}
