import { Pointer } from '../memory/pointer';
import { FLOAT32, INT32 } from '../memory/problem';
import { BY_POINTS, chooseWay, createWays, isBoxWay, pointTaps, readsCoordinates, slope, slopeBox } from '../ways/ways';

/** The gradient of `forward` by the grid, or by the thetas: all their entries, also those that are 0 in a box's. */
export function byPoints<P>(points: P, gradient: Pointer<f32>, dy: usize, images: usize): void {
  const problem = points.row.problem;
  const dtype = problem.imageDtype;
  if (dtype === FLOAT32) byPointsOf<f32, P>(points, gradient, dy, images);
  else if (dtype === INT32) byPointsOf<i32, P>(points, gradient, dy, images);
  else byPointsOf<u8, P>(points, gradient, dy, images);
}

function byPointsOf<T, P>(points: P, gradient: Pointer<f32>, dy: usize, images: usize): void {
  const row = points.row;
  const crop = row.crop;
  points.createGradients();
  const ways = createWays<T>(row, points.box, BY_POINTS);
  row.enterKernel(dy, 4, images, sizeof<T>());
  for (let n = 0; n < crop.batch; n++) {
    row.enterCrop(n, row.imageOf<T>(images, n));
    points.enterCrop(n, pointTaps(ways));
    chooseWay(ways, row);
    for (let k = 0; k < crop.depth; k++) {
      for (let i = 0; i < crop.height; i++) {
        row.enterRow(k, i);
        points.enterRow(k, i);
        if (isBoxWay(ways)) {
          slopeBox<T>(ways, row);
          continue;
        }
        if (readsCoordinates(ways, row)) points.locate();
        slope<T>(ways, row);
        points.takeBack(gradient);
      }
    }
    points.leaveCrop(gradient, n);
  }
}
