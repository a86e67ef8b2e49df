import { p as pixelAxis } from "./pixel-axis.C2l3ct7h.js";
import { a as writeThetas } from "./box-values.Ubm-0-28.js";
import { a as affineGrid } from "./forward.APiXjFIZ.js";
function normalisedBox(box, [height, width], alignCorners) {
  const [x, y] = [pixelAxis(width, alignCorners), pixelAxis(height, alignCorners)];
  return [
    x.fromPixels(box[0] - 0.5),
    y.fromPixels(box[1] - 0.5),
    x.fromPixels(box[2] - 0.5),
    y.fromPixels(box[3] - 0.5)
  ];
}
function thetaOf(box) {
  const theta = new Float32Array(6);
  writeThetas(theta, Float32Array.from(box), 2);
  return theta;
}
function pointsRead(box, [height, width], size, alignCorners) {
  const grid = affineGrid(thetaOf(box), 1, size, alignCorners);
  const [x, y] = [pixelAxis(width, alignCorners), pixelAxis(height, alignCorners)];
  return Array.from({ length: size[0] * size[1] }, (_, k) => ({
    x: x.toPixels(grid[2 * k]) + 0.5,
    y: y.toPixels(grid[2 * k + 1]) + 0.5
  }));
}
export {
  normalisedBox as n,
  pointsRead as p,
  thetaOf as t
};
