import { copiesPixels } from '../axis/modes';
import { FLOAT32, INT32 } from '../memory/problem';
import { chooseWay, createWays, FORWARD, gather, gatherBox, isBoxWay, pointTaps, readsCoordinates } from '../ways/ways';

/** Samples images or volumes at points `P`, of a grid or of thetas. Samples are float32; pixels that are copied stay what they are. */
export function forward<P>(points: P, crops: usize, images: usize): void {
  const dtype = points.row.problem.imageDtype;
  // A copy has 32 bits, or 8, whatever they mean.
  const isWord = dtype === INT32 && copiesPixels(points.row.problem.mode);
  if (dtype === FLOAT32 || isWord) forwardOf<f32, P>(points, crops, images);
  else if (dtype === INT32) forwardOf<i32, P>(points, crops, images);
  else forwardOf<u8, P>(points, crops, images);
}

function forwardOf<T, P>(points: P, crops: usize, images: usize): void {
  const row = points.row;
  const crop = row.crop;
  const ways = createWays<T>(row, points.box, FORWARD);
  row.enterKernel(crops, copiesPixels(row.problem.mode) ? sizeof<T>() : 4, images, sizeof<T>());
  for (let n = 0; n < crop.batch; n++) {
    row.enterCrop(n, row.imageOf<T>(images, n));
    points.enterCrop(n, pointTaps(ways));
    chooseWay(ways, row);
    if (isBoxWay(ways)) {
      gatherBox<T>(ways, row);
      continue;
    }
    for (let k = 0; k < crop.depth; k++) {
      for (let i = 0; i < crop.height; i++) {
        row.enterRow(k, i);
        points.enterRow(k, i);
        if (readsCoordinates(ways, row)) points.locate();
        gather<T>(ways, row);
      }
    }
  }
}
