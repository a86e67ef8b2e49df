import { Layout } from '../memory/layout';
import { Pointer } from '../memory/pointer';
import { Problem } from '../memory/problem';
import { takeArray, takeStruct } from '../memory/scratch';

/** An image that gets more outputs per pixel than this has its gradient added up in float64. */
const MOST_OUTPUTS: i64 = 16;

/**
 * The images of a gradient that very many outputs meet. A sum in float32 stops growing at 2^24 times its terms, so these
 * are added up one image at a time, all crops of it, in float64, and rounded once.
 */
@unmanaged
export class DenseImages {
  /** Whether there is one. */
  any: bool;
  /** The first crop of each such image, or -1 for an ordinary one. */
  first: Pointer<i32>;
  /** The crop that follows each in its image, or -1. */
  next: Pointer<i32>;
  /** Room for the sums of one image, and for a row of a crop. */
  sums: Pointer<f64>;
  row: Pointer<f64>;
}

/** Finds them. Only where there is one is room taken for sums. */
export function findDenseImages(problem: Problem, image: Layout, crop: Layout): DenseImages {
  const dense = takeStruct<DenseImages>();
  const first = takeArray<i32>(image.batch);
  const next = takeArray<i32>(crop.batch);
  const counts = takeArray<i32>(image.batch);
  for (let i = 0; i < image.batch; i++) {
    first[i] = -1;
    counts[i] = 0;
  }
  for (let n = crop.batch - 1; n >= 0; n--) {
    const i = problem.imageIndex[n];
    next[n] = first[i];
    first[i] = n;
    counts[i] = counts[i] + 1;
  }
  const outputs = <i64>problem.depth * problem.height * problem.width;
  const most = MOST_OUTPUTS * image.depth * image.height * image.width;
  dense.any = false;
  for (let i = 0; i < image.batch; i++) {
    if (outputs * counts[i] > most) dense.any = true;
    else first[i] = -1;
  }
  dense.first = first;
  dense.next = next;
  if (dense.any) {
    dense.sums = takeArray<f64>(image.batchStride);
    dense.row = takeArray<f64>(<f64>crop.width * crop.inner);
  }
  return dense;
}

/** Sets the sums to 0, before the crops of an image. */
export function clearSums(dense: DenseImages, image: Layout): void {
  memory.fill(dense.sums.at(0), 0, (<usize>image.batchStride) << 3);
}

/** Rounds the sums into the gradient of image `i`. */
export function storeSums(dimage: Pointer<f32>, dense: DenseImages, i: i32, image: Layout): void {
  const to = dimage.from(i * image.batchStride);
  for (let e = 0; e < image.batchStride; e++) to[e] = <f32>dense.sums[e];
}
