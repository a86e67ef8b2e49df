import { copiesPixels } from '../axis/modes';
import { cropLayout, imageLayout, Layout } from '../memory/layout';
import { Pointer } from '../memory/pointer';
import { INT32, Problem } from '../memory/problem';
import { takeArray, takeStruct } from '../memory/scratch';
import { createFootprint, Footprint } from './footprint';

/**
 * One row of output points on its way through a kernel: what it reads and writes, and where its points lie. A kernel has
 * one, which goes from row to row; the images are the gradient's where that is what is written, and the crops are dy where
 * that is what is read.
 */
@unmanaged
export class Row {
  problem: Problem;
  image: Layout;
  crop: Layout;
  points: i32;
  /** The address of the row's image, of its first value, and that behind the last image. */
  imageAt: usize;
  imagesEnd: usize;
  /** The crop it is in, the address of the first one, and how many bytes each of their values has. */
  n: i32;
  crops: usize;
  cropBytes: usize;
  /** The address of the row's first value in the crops, and that behind the last crop. */
  cropAt: usize;
  cropsEnd: usize;
  /** What samples are that read nothing: where int32 pixels are copied, the bits of a whole number. */
  fill: f32;
  /** The pixel coordinates of its points, which are filled in for the ways that read them. */
  x: Pointer<f64>;
  y: Pointer<f64>;
  z: Pointer<f64>;
  /** The row's points in the grid, or 0 where a theta places them. */
  grid: usize;
  /** How each of them moves, [points, 2] or [points, 3], in the kernels of derivatives along a tangent alone; else 0. */
  tangent: Pointer<f32>;
  /** The gradients of its points by their normalised coordinates, where a kernel makes them. */
  gx: Pointer<f64>;
  gy: Pointer<f64>;
  gz: Pointer<f64>;
  /** The size of its outputs, under antialias alone. */
  footprint: Footprint;

  /** Whether its points move along a tangent. */
  @inline
  get moves(): bool {
    return changetype<usize>(this.tangent) !== 0;
  }

  /** Says where all crops and all images start, whose values have so many bytes. */
  enterKernel(crops: usize, cropBytes: usize, images: usize, bytes: usize): void {
    this.crops = crops;
    this.cropBytes = cropBytes;
    this.cropsEnd = crops + <usize>(this.crop.batch * this.crop.batchStride) * cropBytes;
    this.imagesEnd = images + <usize>(this.image.batch * this.image.batchStride) * bytes;
  }

  /** The address of the image that crop n reads. */
  imageOf<T>(images: usize, n: i32): usize {
    return changetype<Pointer<T>>(images).at(this.problem.imageIndex[n] * this.image.batchStride);
  }

  /** Goes to crop n, and to an image; the row is its first one. */
  enterCrop(n: i32, imageAt: usize): void {
    this.n = n;
    this.imageAt = imageAt;
    this.enterRow(0, 0);
  }

  /** Goes to row i of slice k of the current crop. */
  @inline
  enterRow(k: i32, i: i32): void {
    const crop = this.crop;
    const first = <usize>(this.n * crop.batchStride + k * crop.zStride + i * crop.yStride);
    this.cropAt = this.crops + first * this.cropBytes;
  }
}

/** Room for a row of so many points at most. */
export function createRow(problem: Problem, points: i32): Row {
  const row = takeStruct<Row>();
  row.problem = problem;
  row.image = imageLayout(problem);
  row.crop = cropLayout(problem);
  row.points = points;
  const isWhole = problem.imageDtype === INT32 && copiesPixels(problem.mode);
  row.fill = isWhole ? reinterpret<f32>(<i32>problem.fillValue) : <f32>problem.fillValue;
  row.x = takeCoordinates(points, row.image.width);
  row.y = takeCoordinates(points, row.image.height);
  row.z = takeCoordinates(points, row.image.depth);
  row.grid = 0;
  row.tangent = changetype<Pointer<f32>>(0);
  if (problem.antialias > 0) row.footprint = createFootprint(points);
  return row;
}

/**
 * Room for coordinates, which may be read four at a time. Whether padding moves one of four decides how all are rounded, so
 * those behind the last must not be what lay in memory: they are in the middle of the axis, where none is moved.
 */
function takeCoordinates(points: i32, length: i32): Pointer<f64> {
  const x = takeArray<f64>(<f64>points + 3);
  for (let j = points; j < points + 3; j++) x[j] = <f64>(length - 1) / 2;
  return x;
}

/** Room for the gradients of a row. */
export function createGradients(row: Row): void {
  row.gx = takeArray<f64>(row.points);
  row.gy = takeArray<f64>(row.points);
  row.gz = takeArray<f64>(row.points);
}
