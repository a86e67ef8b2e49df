import { Pointer } from '../../memory/pointer';
import { takeArray, takeStruct } from '../../memory/scratch';

/** Rows of an image, or of dy, to be blended into one: where each starts, and its weight. */
@unmanaged
export class RowList {
  count: i32;
  at: Pointer<i32>;
  weight: Pointer<f32>;
}

/** Room for so many rows. */
export function createRowList(most: f64): RowList {
  const rows = takeStruct<RowList>();
  rows.count = 0;
  rows.at = takeArray<i32>(most);
  rows.weight = takeArray<f32>(most);
  return rows;
}
