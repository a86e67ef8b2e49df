import { RowTaps } from '../axis/row-taps';
import { AffineFootprint } from './affine-footprint';
import { ThetaSums } from './theta-sums';

/** What there is to know of crops by theta beyond the places of single points. */
@unmanaged
export class Box {
  /** Whether the current crop is axis-aligned, as every plain box is: then `taps` are its columns', rows' and slices'. */
  isAligned: bool;
  taps: RowTaps;
  /** The gradient of the current theta. */
  sums: ThetaSums;
  /** The size of its outputs, under antialias alone. */
  footprint: AffineFootprint;
}
