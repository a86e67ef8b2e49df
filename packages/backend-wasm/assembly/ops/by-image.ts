import { Pointer } from '../memory/pointer';
import { scatterBox } from '../ways/blended-rows/scatter';
import { scatterDenseBox } from '../ways/blended-rows/scatter-dense';
import { BY_IMAGE, chooseWay, createWays, isBoxWay, pointTaps, readsCoordinates, scatter, Ways } from '../ways/ways';
import { clearImage, createClearedImages } from './clear-image';
import { clearSums, DenseImages, findDenseImages, storeSums } from './dense-images';

/** The gradient of `forward` by the images. */
export function byImage<P>(points: P, dimage: Pointer<f32>, dy: usize): void {
  const row = points.row;
  const problem = row.problem;
  const layout = row.image;
  const ways = createWays<f32>(row, points.box, BY_IMAGE);
  const cleared = createClearedImages(layout);
  const dense = findDenseImages(problem, layout, row.crop);
  row.enterKernel(dy, 4, dimage.at(0), 4);
  if (dense.any) {
    for (let image = 0; image < layout.batch; image++) {
      if (dense.first[image] < 0) continue;
      clearSums(dense, layout);
      for (let n = dense.first[image]; n >= 0; n = dense.next[n]) scatterDenseCrop<P>(points, ways, n, dense);
      storeSums(dimage, dense, image, layout);
      cleared[image] = 1;
    }
  }
  for (let n = 0; n < row.crop.batch; n++) {
    const image = problem.imageIndex[n];
    if (dense.first[image] >= 0) continue;
    enterCrop<P>(points, ways, n, row.imageOf<f32>(dimage.at(0), n));
    if (ASC_FEATURE_SIMD) {
      if (isBoxWay(ways)) {
        scatterBox(row, ways.scatterPlan, cleared[image] !== 0);
        cleared[image] = 1;
        continue;
      }
    }
    clearImage(dimage, cleared, image, layout);
    scatterRows<f32, P>(points, ways);
  }
  for (let image = 0; image < layout.batch; image++) clearImage(dimage, cleared, image, layout);
}

function enterCrop<P>(points: P, ways: Ways, n: i32, imageAt: usize): void {
  points.row.enterCrop(n, imageAt);
  points.enterCrop(n, pointTaps(ways));
  chooseWay(ways, points.row);
}

/** Adds the gradient of crop n to the float64 sums of its image. */
function scatterDenseCrop<P>(points: P, ways: Ways, n: i32, dense: DenseImages): void {
  enterCrop<P>(points, ways, n, dense.sums.at(0));
  if (ASC_FEATURE_SIMD) {
    if (isBoxWay(ways)) {
      scatterDenseBox(points.row, ways.scatterPlan, dense.row);
      return;
    }
  }
  scatterRows<f64, P>(points, ways);
}

/** Adds the gradient of the current crop, row by row. */
function scatterRows<A, P>(points: P, ways: Ways): void {
  const row = points.row;
  const crop = row.crop;
  for (let k = 0; k < crop.depth; k++) {
    for (let i = 0; i < crop.height; i++) {
      row.enterRow(k, i);
      points.enterRow(k, i);
      if (readsCoordinates(ways, row)) points.locate();
      scatter<A>(ways, row);
    }
  }
}
