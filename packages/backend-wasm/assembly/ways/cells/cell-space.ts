import { pixelsPerUnit } from '../../axis/axis-taps';
import { Layout } from '../../memory/layout';
import { Problem } from '../../memory/problem';
import { takeStruct } from '../../memory/scratch';
import { Row } from '../../points/row';

/**
 * For samples, a coordinate up to this far below a pixel's centre, which float32 cannot tell from it, counts as on it: its
 * cell starts there. So places in a cell stay below 1 as float32, and a + t · (b - a) never leaves the range from a to b.
 */
export const SNAP: f64 = 1 / 33_554_432;

/** Points this near the last pixel's centre have no cell of their own, so that none is snapped over the edge. */
const EDGE: f64 = 1 / 1_048_576;

/** Coordinates from 0 to this, exclusive, have a cell, on an axis of so many pixels. */
export function lastCell(size: i32): f64 {
  return <f64>(size - 1) - EDGE;
}

/**
 * What the cells of points are computed with, two points at a time. It lies in memory for a reason: inside a loop V8
 * works out again what follows from constants and parameters, in every turn, but keeps in a register what it has read.
 */
@unmanaged
export class CellSpace {
  zero: f64;
  one: f64;
  /** 2^52: the sum of it and a whole number has that number in its low bits. */
  whole: f64;
  /** From [-1, 1] to pixels, as PyTorch's `grid_sampler_unnormalize`: (g + 1) · scale - shift. */
  scaleX: f64;
  scaleY: f64;
  shift: f64;
  /** See `SNAP`. */
  snap: f64;
  /** Coordinates from 0 to these, exclusive, have a cell. */
  lastX: f64;
  lastY: f64;
  /** From `before` to these, exclusive, a point reads something. */
  endX: f64;
  endY: f64;
  before: f64;
  /** Bytes from pixel to pixel, and from row to row; and values. */
  strideX: f64;
  strideY: f64;
  stepX: f64;
  stepY: f64;
  one32: f32;
  fill: f32;
  /** All bits set for each channel that there is, of four. */
  mask0: u32;
  mask1: u32;
  mask2: u32;
  mask3: u32;

  /** The value at an offset, in both lanes. */
  @inline
  splat(offset: usize): v128 {
    return v128.load64_splat(changetype<usize>(this) + offset);
  }

  /** For the lanes of a vector that are channels. */
  @inline
  mask(): v128 {
    return v128.load(changetype<usize>(this), offsetof<CellSpace>('mask0'));
  }

  /** The values at an offset and behind it, one lane each: X and Y. */
  @inline
  both(offset: usize): v128 {
    return v128.load(changetype<usize>(this) + offset);
  }
}

/** The constants of a problem; `enterImage` comes next where an image is read by whole vectors. */
export function createCellSpace(image: Layout, problem: Problem): CellSpace {
  const space = takeStruct<CellSpace>();
  const alignCorners = problem.alignCorners !== 0;
  space.zero = 0;
  space.one = 1;
  space.one32 = 1;
  space.fill = <f32>problem.fillValue;
  space.whole = 4503599627370496;
  space.scaleX = pixelsPerUnit(image.width, alignCorners);
  space.scaleY = pixelsPerUnit(image.height, alignCorners);
  space.shift = alignCorners ? 0 : 0.5;
  space.snap = SNAP;
  space.lastX = lastCell(image.width);
  space.lastY = lastCell(image.height);
  space.mask0 = <u32>-1;
  space.mask1 = <u32>-1;
  space.mask2 = image.xStride > 2 ? <u32>-1 : 0;
  space.mask3 = image.xStride > 3 ? <u32>-1 : 0;
  space.before = -1;
  space.endX = <f64>image.width;
  space.endY = <f64>image.height;
  space.strideX = 4 * <f64>image.xStride;
  space.strideY = 4 * <f64>image.yStride;
  space.stepX = <f64>image.xStride;
  space.stepY = <f64>image.yStride;
  return space;
}

/**
 * Goes to the image of a row. A vector that starts at an image's last pixel ends in the next image; in the last one it would
 * end behind them all, so there the bottom row of cells is left out.
 */
export function enterImage(space: CellSpace, row: Row): void {
  const image = row.image;
  const isLast = row.imageAt + ((<usize>image.batchStride) << 2) === row.imagesEnd;
  space.lastY = lastCell(isLast ? image.height - 1 : image.height);
}
