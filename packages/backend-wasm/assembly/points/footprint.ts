import { Pointer } from '../memory/pointer';
import { takeArray, takeStruct } from '../memory/scratch';

/**
 * How many pixels each output of a row is large along the image's axes, under antialias: 1 at least; and the gradients by
 * these sizes, where a kernel makes them.
 */
@unmanaged
export class Footprint {
  x: Pointer<f64>;
  y: Pointer<f64>;
  z: Pointer<f64>;
  gx: Pointer<f64>;
  gy: Pointer<f64>;
  gz: Pointer<f64>;
}

/** Room for those of so many points. */
export function createFootprint(points: i32): Footprint {
  const footprint = takeStruct<Footprint>();
  footprint.x = takeArray<f64>(points);
  footprint.y = takeArray<f64>(points);
  footprint.z = takeArray<f64>(points);
  footprint.gx = takeArray<f64>(points);
  footprint.gy = takeArray<f64>(points);
  footprint.gz = takeArray<f64>(points);
  return footprint;
}
